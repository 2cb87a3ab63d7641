package com.opsatc.process.run.stage;

import com.opsatc.contract.claim.Definitions;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.QualityDocument.LogCheck;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.quality.QuarantinedRows;
import com.opsatc.process.kpi.FigureStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What must be said with one figure of a process: what is to be said of all of them, where it rests on the order of events what
 * is not known of that, and what quarantine took from the streams it rests on.
 */
public final class FigureCaveats {
    private static final String WITHIN_A_DAY = "order-within-a-day";
    private static final String IN_OVERLAP = "time-in-overlap";

    private final List<String> all;
    private final List<String> order;
    private final List<FileQuality> files;
    private final FigureStreams streams;
    private final Map<String, String> definitions = new TreeMap<>();

    /** @param kpis of the process: findings are about them */
    FigureCaveats(
            List<String> all,
            List<LogCheck> checks,
            List<FileQuality> files,
            FigureStreams streams,
            List<KpiValue> kpis) {
        this.all = List.copyOf(all);
        this.order = order(checks);
        this.files = List.copyOf(files);
        this.streams = streams;
        kpis.forEach(kpi -> definitions.put(kpi.id(), kpi.definition().id()));
    }

    static FigureCaveats of(ProcessState process, List<KpiValue> kpis, Definitions definitions) {
        return new FigureCaveats(
                process.caveats(),
                process.checks(),
                process.files().toList(),
                new FigureStreams(process.connector(), definitions),
                kpis);
    }

    /** The KPI with what must be said with it. */
    KpiValue with(KpiValue kpi) {
        String definition = kpi.definition().id();
        return kpi.measured()
                ? kpi.withCaveats(said(streams.restOnOrder(definition))).without(quarantined(streams.of(definition)))
                : kpi;
    }

    /** The finding, and each of its members, with what must be said with it; one of a KPI is read as the KPI is. */
    Finding with(Finding finding) {
        return finding.withCaveats(each -> {
            List<String> kpis = each.kind().isOfKpi()
                    ? each.subjects().stream()
                            .map(definitions::get)
                            .filter(Objects::nonNull)
                            .toList()
                    : List.of();
            List<String> caveats =
                    new ArrayList<>(said(kpis.isEmpty() || kpis.stream().anyMatch(streams::restOnOrder)));
            QuarantinedRows lost = quarantined(kpis.isEmpty() ? streams.ofEvents() : streams.of(kpis.get(0)));
            if (lost.rows() > 0) {
                caveats.add(lost.caveat());
            }
            return caveats;
        });
    }

    /** What is not known of the order of events, each a sentence. */
    public static List<String> order(List<LogCheck> checks) {
        List<String> caveats = new ArrayList<>();
        for (LogCheck check : checks) {
            if (check.n() > 0 && check.check().equals(WITHIN_A_DAY)) {
                caveats.add("It rests on the order of events: of " + counted(check, "passage")
                        + " from one event to the next within one day, an end has a date and no time, so that which came"
                        + " first is not known.");
            } else if (check.n() > 0 && check.check().equals(IN_OVERLAP)) {
                caveats.add("It rests on the order of events: of " + counted(check, "row")
                        + " the time is in an hour that the clocks of the zone showed twice, so that what came first within"
                        + " that hour is not known.");
            }
        }
        return caveats;
    }

    private static String counted(LogCheck check, String what) {
        return Humane.count(check.n()) + " of " + Humane.count(check.of()) + " " + what + (check.of() == 1 ? "" : "s");
    }

    private List<String> said(boolean ofOrder) {
        List<String> said = new ArrayList<>(all);
        if (ofOrder) {
            said.addAll(order);
        }
        return said;
    }

    private QuarantinedRows quarantined(Set<String> names) {
        return QuarantinedRows.of(files.stream().filter(file -> names.contains(file.stream())));
    }
}
