package com.opsatc.jobs.simulate.check;

import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.jobs.simulate.PlantedTruth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Planted shifts beside the findings that state shifts. */
final class ShiftCheck {
    private static final String OTIF_LINE = "otif-line";
    private static final long DAYS_OFF = 7;
    /** The week of the shift may be counted to the other side, and the weeks either side of the period are partial. */
    private static final BigDecimal POINTS_OFF = new BigDecimal("0.04");

    private static final double RATIO_OFF = 0.35;

    private final List<Finding> findings;
    private final List<KpiValue> kpis;

    ShiftCheck(CheckedDocuments documents) {
        this.findings = documents.findings().withMembers().toList();
        this.kpis = documents.kpis().kpis();
    }

    List<CheckLine> lines(PlantedTruth truth) {
        if (truth.control()) {
            return List.of(nothing());
        }

        List<CheckLine> lines = new ArrayList<>();
        lines.add(otif(truth.otifStep()));
        lines.add(edge(truth.slowEdge()));
        return lines;
    }

    private CheckLine nothing() {
        List<String> shifts = findings.stream()
                .filter(f -> f.kind() == FindingKind.KPI_SHIFT || f.kind() == FindingKind.EDGE_SHIFT)
                .map(f -> f.id() + " " + f.process() + " " + f.subjects())
                .toList();
        return new CheckLine(
                "control", "no shift", shifts.isEmpty() ? "no shift" : shifts.toString(), shifts.isEmpty());
    }

    private CheckLine otif(PlantedTruth.Otif step) {
        String planted = "from " + step.from() + ": " + points(step.before()) + " to " + points(step.after());
        Optional<Finding> shift =
                findings.stream().filter(f -> isShift(f, OTIF_LINE)).findFirst();
        if (shift.isEmpty() || !shift.get().facts().containsKey(FigureName.BEFORE)) {
            return new CheckLine("OTIF step", planted, "nothing", false);
        }

        Finding found = shift.get();
        BigDecimal before = found.facts().get(FigureName.BEFORE);
        BigDecimal off = step.before()
                .subtract(step.after())
                .subtract(before.subtract(found.value()))
                .abs();
        boolean ok = near(step.from(), found.window().from()) && off.compareTo(POINTS_OFF) <= 0;
        return new CheckLine(
                "OTIF step",
                planted,
                "from " + found.window().from() + ": " + points(before) + " to " + points(found.value()),
                ok);
    }

    private CheckLine edge(PlantedTruth.Edge slow) {
        String item = "slow edge " + slow.from() + " -> " + slow.to();
        double planted = (double) slow.afterUs() / slow.beforeUs();
        String plantedText = "from " + slow.since() + ": x " + decimal(planted);
        Optional<Finding> shift = findings.stream()
                .filter(f -> f.kind() == FindingKind.EDGE_SHIFT
                        && f.process().equals(slow.process())
                        && f.subjects().equals(List.of(slow.from(), slow.to())))
                .findFirst();
        if (shift.isEmpty() || !shift.get().facts().containsKey(FigureName.BEFORE)) {
            return new CheckLine(item, plantedText, "nothing", false);
        }

        Finding found = shift.get();
        double ratio = found.value().doubleValue()
                / found.facts().get(FigureName.BEFORE).doubleValue();
        boolean ok =
                near(slow.since(), found.window().from()) && Math.abs(StrictMath.log(ratio / planted)) <= RATIO_OFF;
        return new CheckLine(item, plantedText, "from " + found.window().from() + ": x " + decimal(ratio), ok);
    }

    /** Whether a finding is of a shift of the KPI of that definition. */
    private boolean isShift(Finding finding, String definition) {
        return kpis.stream()
                .filter(kpi -> kpi.definition().id().equals(definition))
                .anyMatch(kpi -> finding.tells(FindingKind.KPI_SHIFT, kpi));
    }

    private static boolean near(LocalDate planted, LocalDate found) {
        return Math.abs(ChronoUnit.DAYS.between(planted, found)) <= DAYS_OFF;
    }

    private static String points(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN).toPlainString() + " %";
    }

    private static String decimal(double ratio) {
        return BigDecimal.valueOf(ratio).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
