package com.opsatc.jobs.report;

import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Trend;
import com.opsatc.jobs.report.text.PageFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A finding that a KPI is no longer what it was: the only ground on which the page calls a change a signal.
 *
 * @param from the Monday of the first shifted week
 * @param before and {@code after} in the KPI's unit; null where the finding does not state them
 */
record KpiSignal(Finding finding, LocalDate from, BigDecimal before, BigDecimal after, String judgement) {
    /** The best-ranked shift of the KPI, if one was found. */
    static Optional<KpiSignal> of(KpiValue kpi, List<Finding> findings) {
        return findings.stream()
                .flatMap(Finding::withMembers)
                .filter(finding -> finding.tells(FindingKind.KPI_SHIFT, kpi))
                .findFirst()
                .map(finding -> of(kpi, finding));
    }

    private static KpiSignal of(KpiValue kpi, Finding finding) {
        BigDecimal before = finding.facts().get(FigureName.BEFORE);
        BigDecimal after = finding.facts().get(FigureName.AFTER);

        return new KpiSignal(
                finding, finding.window().from(), before, after, judgement(kpi.direction(), before, after));
    }

    /** Better, worse, or unknown where the KPI has no good direction or one of the figures is not known. */
    static String judgement(Direction direction, BigDecimal before, BigDecimal after) {
        if (before == null || after == null) {
            return "unknown";
        }

        return switch (Trend.between(direction, before, after)) {
            case IMPROVED -> "better";
            case WORSENED -> "worse";
            default -> "unknown";
        };
    }

    boolean measuredBothSides() {
        return before != null && after != null;
    }

    /** {@code ▲ Up since 2 Feb 2026, worse}: direction in words and sign, judgement only where the KPI has a good direction. */
    String text() {
        String since = " since " + PageFigures.date(from);
        if (!measuredBothSides() || before.compareTo(after) == 0) {
            return "Shifted" + since;
        }
        String movement = after.compareTo(before) > 0 ? "▲ Up" : "▼ Down";

        return movement + since + (judgement.equals("unknown") ? "" : ", " + judgement);
    }
}
