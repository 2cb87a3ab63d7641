package com.opsatc.process.context;

import com.opsatc.contract.Finding;
import com.opsatc.contract.KpiValue;
import com.opsatc.contract.SeriesPoint;
import com.opsatc.contract.Trend;
import com.opsatc.contract.Unit;
import com.opsatc.kernel.statistics.Xmr;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where figures are going, and which of their directions is better. */
final class Trends {
    private static final String KPI_SHIFT = "kpi-shift";
    private static final String KPI_EPISODE = "kpi-episode";
    private static final String EDGE_SHIFT = "edge-shift";
    private static final String NEITHER = "none";
    private static final int MILLIONTHS = 6;

    private final Map<String, KpiValue> kpis = new TreeMap<>();
    private final List<Finding> findings;

    Trends(List<KpiValue> kpis, List<Finding> findings) {
        kpis.forEach(kpi -> this.kpis.put(kpi.id(), kpi));
        this.findings = findings.stream().flatMap(Finding::withMembers).toList();
    }

    /**
     * Of a KPI: by the shift that was found of it; else not measured where it has too few weeks that can be compared; else
     * whether any week of it stands out.
     */
    Trend of(KpiValue kpi) {
        Optional<Finding> shift = about(KPI_SHIFT, List.of(kpi.id()));
        if (shift.isPresent()) {
            return of(shift.get());
        }
        if (about(KPI_EPISODE, List.of(kpi.id())).isPresent()) {
            return Trend.NO_LASTING_SHIFT;
        }
        if (kpi.periods() == null) {
            return Trend.NOT_MEASURED;
        }

        return standsOut(kpi) ? Trend.NO_LASTING_SHIFT : Trend.NO_SIGNAL;
    }

    /** Of what a finding is about; a bottleneck is followed over weeks as the passage that it is. */
    Trend of(Finding finding) {
        return switch (finding.kind()) {
            case KPI_SHIFT, EDGE_SHIFT -> shifted(finding);
            case KPI_EPISODE -> Trend.NO_LASTING_SHIFT;
            default -> about(EDGE_SHIFT, finding.subjects()).map(this::shifted).orElse(Trend.NOT_MEASURED);
        };
    }

    /** That of the KPI it is about; less time is better than more. */
    String direction(Finding finding) {
        if (!finding.kind().equals(KPI_SHIFT) && !finding.kind().equals(KPI_EPISODE)) {
            return Trend.LOWER;
        }

        KpiValue kpi = kpis.get(finding.subjects().get(0));
        return kpi == null ? NEITHER : kpi.direction();
    }

    private Trend shifted(Finding shift) {
        BigDecimal before = shift.facts().get("before");
        BigDecimal ratio = shift.facts().get("change_ratio");
        if (before == null && ratio == null) {
            return Trend.CHANGED;
        }

        return before == null
                ? Trend.between(direction(shift), BigDecimal.ZERO, ratio)
                : Trend.between(direction(shift), before, shift.value());
    }

    private Optional<Finding> about(String kind, List<String> subjects) {
        return findings.stream()
                .filter(finding ->
                        finding.kind().equals(kind) && finding.subjects().equals(subjects))
                .findFirst();
    }

    /** Whether a full week is beyond the natural limits of all of them. */
    private static boolean standsOut(KpiValue kpi) {
        int scale = kpi.unit() == Unit.RATIO ? MILLIONTHS : 0;
        long[] weeks = kpi.series().stream()
                .filter(week -> !week.partial() && week.value() != null)
                .map(SeriesPoint::value)
                .mapToLong(value -> value.setScale(scale, RoundingMode.HALF_EVEN)
                        .unscaledValue()
                        .longValueExact())
                .toArray();
        return Xmr.limits(weeks)
                .filter(limits -> Arrays.stream(weeks).anyMatch(week -> week < limits.lower() || week > limits.upper()))
                .isPresent();
    }
}
