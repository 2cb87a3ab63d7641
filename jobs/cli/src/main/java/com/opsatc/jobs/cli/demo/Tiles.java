package com.opsatc.jobs.cli.demo;

import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.Humane;
import com.opsatc.jobs.cli.output.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A tenant's headline figures, a line each: value, whether it shifted, and how many it counts. */
public final class Tiles {
    private static final List<String> SHOWN = List.of("otif-line", "cycle-time", "exception-mttr");

    private Tiles() {}

    /**
     * Measured KPIs of the headline, then the bottleneck with most recoverable time.
     *
     * @param titles what people call a process
     */
    public static List<String> of(
            UnaryOperator<String> titles, List<KpiValue> kpis, List<Finding> findings, List<Bottleneck> bottlenecks) {
        List<String> lines = new ArrayList<>();
        for (String definition : SHOWN) {
            kpis.stream()
                    .filter(kpi -> kpi.measured() && kpi.definition().id().equals(definition))
                    .map(kpi ->
                            line(kpi.title() + ", " + titles.apply(kpi.process()), figure(kpi), signal(kpi, findings)))
                    .forEach(lines::add);
        }

        bottlenecks.stream()
                .filter(bottleneck -> bottleneck.rank() == 1)
                .map(top -> line(
                        "Top bottleneck, " + titles.apply(top.process()),
                        Humane.duration(top.recoverableUs()),
                        (top.againstDeclaredTarget() ? "recoverable, " : "longer than the fastest quarter, ")
                                + Shown.text(top.from()) + " -> " + Shown.text(top.to())
                                + (top.findingId() == null ? "" : "   see " + top.findingId())))
                .forEach(lines::add);
        return lines;
    }

    private static String line(String title, String figure, String more) {
        return String.format(Locale.ROOT, "%-52s %-18s %s", title, figure, more);
    }

    private static String figure(KpiValue kpi) {
        return kpi.text();
    }

    private static String signal(KpiValue kpi, List<Finding> findings) {
        String n = "   n " + Humane.count(kpi.n());
        return of(FindingKind.KPI_SHIFT, kpi, findings)
                        .map(shift -> "signal: " + shift.unit().text(shift.value()) + " since "
                                + shift.window().from() + before(shift) + "   see " + shift.id())
                        .or(() -> of(FindingKind.KPI_EPISODE, kpi, findings)
                                .map(episode -> "signal: " + episode.unit().text(episode.value()) + " from "
                                        + episode.window().from() + " to "
                                        + episode.window().to() + before(episode) + "   see " + episode.id()))
                        .orElseGet(() -> withoutFinding(kpi))
                + n;
    }

    private static Optional<Finding> of(FindingKind kind, KpiValue kpi, List<Finding> findings) {
        return findings.stream()
                .flatMap(Finding::withMembers)
                .filter(finding -> finding.tells(kind, kpi))
                .findFirst();
    }

    private static String withoutFinding(KpiValue kpi) {
        long beyond = kpi.weeksBeyondLimits();
        return beyond == 0
                ? "no signal"
                : "no lasting shift, " + Humane.count(beyond) + " of " + Humane.count(kpi.weeksTakingPart())
                        + " weeks beyond the natural limits";
    }

    private static String before(Finding shift) {
        return shift.facts().containsKey(FigureName.BEFORE)
                ? ", before " + shift.unit().text(shift.facts().get(FigureName.BEFORE))
                : "";
    }
}
