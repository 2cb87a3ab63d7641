package com.opsatc.jobs.report.text;

import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.Interval;
import java.math.BigDecimal;

/** An interval in words: {@code 95 % interval 6.0 to 6.4 d (order-statistic)}. */
public final class IntervalText {
    private IntervalText() {}

    /** The words; null where there is no interval. */
    public static String of(Interval interval, Unit unit) {
        return interval == null
                ? null
                : level(interval) + " interval " + ends(interval, unit) + " (" + Words.name(interval.method()) + ")";
    }

    /** Its two ends alone, for a column that names the level; an en dash where there is no interval. */
    public static String ends(Interval interval, Unit unit) {
        return interval == null ? "–" : PageFigures.range(interval.low(), interval.high(), unit);
    }

    private static String level(Interval interval) {
        return interval.level()
                        .multiply(BigDecimal.valueOf(100))
                        .stripTrailingZeros()
                        .toPlainString() + PageFigures.SPACE + "%";
    }
}
