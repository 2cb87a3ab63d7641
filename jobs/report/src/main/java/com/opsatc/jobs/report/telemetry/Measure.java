package com.opsatc.jobs.report.telemetry;

import com.opsatc.contract.claim.Unit;
import com.opsatc.jobs.report.text.DurationUnit;
import com.opsatc.jobs.report.text.PageFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A noisy figure in words: its value and interval share a unit, and have the decimals that the interval leaves a meaning.
 *
 * <pre>
 * value 0.0102, low 0.0094, high 0.0110, ratio   1.02 %    0.94 to 1.10 %
 * value 231400, low 218000, high 244000, us      231 ms    218 to 244 ms
 * value 41.27,  low 38.91,  high 43.63,  weight  41.3      38.9 to 43.6
 * </pre>
 */
final class Measure {
    private static final int MOST_DECIMALS = 3;
    private static final int DIGITS = 12;

    private final Unit unit;
    private final BigDecimal one;
    private final String symbol;
    private final int decimals;

    private Measure(Unit unit, BigDecimal one, String symbol, int decimals) {
        this.unit = unit;
        this.one = one;
        this.symbol = symbol;
        this.decimals = decimals;
    }

    /** The form for a figure between these ends; {@code unit} is {@code us}, {@code ratio} or anything else, which has no symbol. */
    static Measure of(String unit, BigDecimal value, BigDecimal low, BigDecimal high) {
        return switch (unit) {
            case "us" -> {
                DurationUnit shown = DurationUnit.of(value.doubleValue());
                BigDecimal one = BigDecimal.valueOf(shown.us());
                yield new Measure(Unit.MICROSECONDS, one, PageFigures.SPACE + shown.symbol(), decimals(low, high, one));
            }
            case "ratio" -> {
                BigDecimal one = new BigDecimal("0.01");
                yield new Measure(Unit.RATIO, one, PageFigures.SPACE + "%", decimals(low, high, one));
            }
            default -> new Measure(Unit.COUNT, BigDecimal.ONE, "", decimals(low, high, BigDecimal.ONE));
        };
    }

    /** What an axis of such figures counts in. */
    static Unit axis(String unit) {
        return of(unit, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ONE).unit;
    }

    String text(BigDecimal value) {
        return digits(value) + symbol;
    }

    String range(BigDecimal low, BigDecimal high) {
        return digits(low) + " to " + digits(high) + symbol;
    }

    private String digits(BigDecimal value) {
        return PageFigures.digits(value.divide(one, DIGITS, RoundingMode.HALF_UP), decimals);
    }

    /** The first digit of the interval's half width is shown, and the second after a 1 or 2; at most 3 decimals. */
    private static int decimals(BigDecimal low, BigDecimal high, BigDecimal one) {
        BigDecimal width = high.subtract(low).abs().divide(one, DIGITS, RoundingMode.HALF_UP);
        BigDecimal half = width.divide(BigDecimal.valueOf(2), DIGITS, RoundingMode.HALF_UP);
        if (half.signum() == 0) {
            return MOST_DECIMALS;
        }
        int power = half.precision() - half.scale() - 1;
        boolean small = half.compareTo(BigDecimal.valueOf(3).scaleByPowerOfTen(power)) < 0;

        return Math.min(MOST_DECIMALS, Math.max(0, (small ? 1 : 0) - power));
    }
}
