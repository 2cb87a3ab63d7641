package com.opsatc.jobs.cli.restate;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.figure.SeriesPoint;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A week's figure as a run published it.
 *
 * @param asOf the run's logical date: it knew nothing later
 * @param value null where the week had no members
 */
public record KnownWeek(String runId, LocalDate asOf, BigDecimal value, long n) {
    public KnownWeek {
        requireNonNull(runId, "runId");
        requireNonNull(asOf, "asOf");
    }

    static KnownWeek of(RunManifest manifest, SeriesPoint week) {
        return new KnownWeek(manifest.runId(), manifest.logicalDate(), week.value(), week.n());
    }

    boolean saysAs(KnownWeek other) {
        return n == other.n
                && (value == null ? other.value == null : other.value != null && value.compareTo(other.value) == 0);
    }
}
