package com.opsatc.jobs.cli.restate;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A week of a KPI whose figure is another now than when a run first published it as a whole week.
 *
 * @param week the Monday it starts on
 * @param then as first published, {@code now} as it stands
 * @param filesSince extract files that the first run had not read, by name; empty where it had read all
 * @param moved what moved it, of its members; null where that was not asked for
 */
public record RestatedWeek(
        String process,
        String id,
        String title,
        Unit unit,
        LocalDate week,
        KnownWeek then,
        KnownWeek now,
        List<LateFile> filesSince,
        MovedMembers moved) {
    public RestatedWeek {
        requireNonNull(id, "id");
        requireNonNull(unit, "unit");
        requireNonNull(week, "week");
        requireNonNull(then, "then");
        requireNonNull(now, "now");
        filesSince = List.copyOf(filesSince);
    }

    static RestatedWeek of(KpiValue kpi, LocalDate week, KnownWeek then, KnownWeek now, List<LateFile> filesSince) {
        return new RestatedWeek(
                kpi.process(), kpi.id(), kpi.title(), kpi.unit(), week, then, now, filesSince, /* moved= */ null);
    }

    RestatedWeek by(MovedMembers members) {
        return new RestatedWeek(process, id, title, unit, week, then, now, filesSince, members);
    }

    /** The later less the earlier; null where one of them had no members. */
    public BigDecimal difference() {
        return then.value() == null || now.value() == null ? null : now.value().subtract(then.value());
    }
}
