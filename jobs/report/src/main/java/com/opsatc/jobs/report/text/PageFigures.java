package com.opsatc.jobs.report.text;

import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.Humane;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * Figures and dates as the page writes them: {@link Humane}'s form, with a no-break space before the unit, and what only
 * a page needs: ranges, parts of a whole, dates in English whatever the locale.
 *
 * <pre>
 * range of 518400000000 and 552960000000 us  6.0 to 6.4 d
 * 812 of 1240                                65.5 %
 * 2026-02-02                                 2 Feb 2026
 * </pre>
 */
public final class PageFigures {
    /** A no-break space: a figure and its unit stay on one line. */
    public static final String SPACE = "\u00a0";

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_DECIMALS = 4;
    private static final int DIGITS = 9;

    private PageFigures() {}

    public static String value(BigDecimal value, Unit unit) {
        return together(unit.text(value));
    }

    /** A figure that stands under a name beside another one. */
    public static String named(FigureName name, BigDecimal value, Unit beside) {
        return together(name.text(value, beside));
    }

    public static String duration(long us) {
        return together(Humane.duration(us));
    }

    public static String count(long n) {
        return Humane.count(n);
    }

    public static String ratio(BigDecimal ratio) {
        return together(Humane.share(ratio));
    }

    /** A part of a whole as a percentage; of nothing, an en dash. */
    public static String share(long part, long whole) {
        return whole == 0
                ? "–"
                : ratio(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP));
    }

    /**
     * Both ends in one unit, with as many decimals (up to 4) as it takes to tell them apart; ends from 100 of a duration's
     * unit on start without decimals.
     */
    public static String range(BigDecimal low, BigDecimal high, Unit unit) {
        String symbol = "";
        BigDecimal one = BigDecimal.ONE;
        if (unit.isTime()) {
            DurationUnit shared =
                    DurationUnit.of(Math.max(low.abs().doubleValue(), high.abs().doubleValue()), unit);
            symbol = SPACE + shared.symbol(unit);
            one = BigDecimal.valueOf(shared.us());
        }
        if (unit == Unit.DAYS) {
            symbol = SPACE + unit.symbol();
        }
        if (unit == Unit.RATIO) {
            symbol = SPACE + "%";
            one = new BigDecimal("0.01");
        }

        BigDecimal from = low.divide(one, DIGITS, RoundingMode.HALF_UP);
        BigDecimal to = high.divide(one, DIGITS, RoundingMode.HALF_UP);
        boolean large = unit.isTime() && from.abs().max(to.abs()).compareTo(HUNDRED) >= 0;
        int decimals = unit == Unit.COUNT || unit == Unit.DAYS || large ? 0 : 1;
        while (decimals < MOST_DECIMALS
                && from.compareTo(to) != 0
                && digits(from, decimals).equals(digits(to, decimals))) {
            decimals++;
        }

        return digits(from, decimals) + " to " + digits(to, decimals) + symbol;
    }

    /** {@code 2 Feb 2026}. */
    public static String date(LocalDate date) {
        return day(date) + SPACE + date.getYear();
    }

    /** {@code 2 Feb}, where the year is clear from what stands beside it. */
    public static String day(LocalDate date) {
        return date.getDayOfMonth() + SPACE + MONTHS.get(date.getMonthValue() - 1);
    }

    /** {@code Feb 2026}. */
    public static String month(LocalDate date) {
        return MONTHS.get(date.getMonthValue() - 1) + SPACE + date.getYear();
    }

    /** A number with that many decimals, rounded half up, its thousands set apart. */
    public static String digits(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        String fraction = decimals == 0
                ? ""
                : rounded.remainder(BigDecimal.ONE).abs().toPlainString().substring(1);
        String sign = rounded.signum() < 0 ? "-" : "";

        return sign + Humane.count(rounded.abs().longValue()) + fraction;
    }

    private static String together(String figure) {
        return figure.replace(" ", SPACE);
    }
}
