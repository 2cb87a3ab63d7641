package com.opsatc.jobs.report;

import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.ComparedPeriods;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.PeriodFigure;
import com.opsatc.jobs.report.part.FactText;
import com.opsatc.jobs.report.text.PageFigures;
import java.math.BigDecimal;
import java.util.List;

/**
 * A KPI's latest period beside the one before.
 *
 * @param rows the latest weeks, then as many before them
 * @param change which way the figure went, and whether that is better
 */
record PeriodView(List<FactText> rows, String change) {
    /** The periods; null where the extract has no previous one. */
    static PeriodView of(KpiValue kpi) {
        ComparedPeriods periods = kpi.periods();
        if (periods == null) {
            return null;
        }

        String weeks = periods.weeks() + " weeks";
        return new PeriodView(
                List.of(
                        row("Latest " + weeks, periods.latest(), kpi.unit()),
                        row(weeks + " before", periods.previous(), kpi.unit())),
                change(kpi, periods));
    }

    private static FactText row(String name, PeriodFigure figure, Unit unit) {
        return new FactText(
                name,
                PageFigures.value(figure.value(), unit) + ", " + FindingView.window(figure.window()) + ", n "
                        + PageFigures.count(figure.n()));
    }

    /** {@code ▲ Up by 2.1 d, worse}: the judgement only where the KPI has a good direction, and with what speaks against it. */
    private static String change(KpiValue kpi, ComparedPeriods periods) {
        BigDecimal before = periods.previous().value();
        BigDecimal after = periods.latest().value();
        if (before.compareTo(after) == 0) {
            return "Unchanged";
        }

        String by = PageFigures.named(FigureName.CHANGE, after.subtract(before).abs(), kpi.unit())
                .replace("pp", "percentage points");
        String judgement = KpiSignal.judgement(kpi.direction(), before, after);
        return (after.compareTo(before) > 0 ? "▲ Up by " : "▼ Down by ")
                + by
                + (judgement.equals("unknown") ? "" : ", " + judgement)
                + (overlap(periods.latest().interval(), periods.previous().interval())
                        ? "; chance alone may do that, for their intervals overlap"
                        : "");
    }

    private static boolean overlap(Interval one, Interval two) {
        return one != null
                && two != null
                && one.low().compareTo(two.high()) <= 0
                && two.low().compareTo(one.high()) <= 0;
    }
}
