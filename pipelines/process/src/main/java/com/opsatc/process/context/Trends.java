package com.opsatc.process.context;

import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Trend;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where figures are going, and which of their directions is better. */
final class Trends {
    private final Map<String, KpiValue> kpis = new TreeMap<>();
    private final List<Finding> findings;

    Trends(List<KpiValue> kpis, List<Finding> findings) {
        kpis.forEach(kpi -> this.kpis.put(kpi.id(), kpi));
        this.findings = findings.stream().flatMap(Finding::withMembers).toList();
    }

    /**
     * Of a KPI: by the shift that was found of it; else not measured where too few of its weeks take part in tests; else
     * whether any of them lies beyond their limits.
     */
    Trend of(KpiValue kpi) {
        Optional<Finding> shift = about(FindingKind.KPI_SHIFT, List.of(kpi.id()));
        if (shift.isPresent()) {
            return of(shift.get());
        }
        if (about(FindingKind.KPI_EPISODE, List.of(kpi.id())).isPresent()) {
            return Trend.NO_LASTING_SHIFT;
        }
        if (kpi.weeksTakingPart() < KpiValue.FEWEST_WEEKS) {
            return Trend.NOT_MEASURED;
        }

        return kpi.weeksBeyondLimits() > 0 ? Trend.NO_LASTING_SHIFT : Trend.NO_SIGNAL;
    }

    /** Of what a finding is about; a bottleneck is followed over weeks as the passage that it is. */
    Trend of(Finding finding) {
        return switch (finding.kind()) {
            case KPI_SHIFT, EDGE_SHIFT -> shifted(finding);
            case KPI_EPISODE -> Trend.NO_LASTING_SHIFT;
            default ->
                about(FindingKind.EDGE_SHIFT, finding.subjects())
                        .map(this::shifted)
                        .orElse(Trend.NOT_MEASURED);
        };
    }

    /** That of the KPI it is about; less time is better than more. */
    Direction direction(Finding finding) {
        if (!finding.kind().isOfKpi()) {
            return Direction.LOWER_IS_BETTER;
        }

        KpiValue kpi = kpis.get(finding.subjects().get(0));
        return kpi == null ? Direction.NONE : kpi.direction();
    }

    private Trend shifted(Finding shift) {
        BigDecimal before = shift.facts().get(FigureName.BEFORE);
        BigDecimal ratio = shift.facts().get(FigureName.CHANGE_RATIO);
        if (before == null && ratio == null) {
            return Trend.CHANGED;
        }

        return before == null
                ? Trend.between(direction(shift), BigDecimal.ZERO, ratio)
                : Trend.between(direction(shift), before, shift.value());
    }

    private Optional<Finding> about(FindingKind kind, List<String> subjects) {
        return findings.stream()
                .filter(finding -> finding.kind() == kind && finding.subjects().equals(subjects))
                .findFirst();
    }
}
