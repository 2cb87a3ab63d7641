package com.opsatc.jobs.report.text;

import com.opsatc.contract.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * Figures as a person reads them, always with their unit: {@code 6.2 d}, {@code 88.5 %}, {@code 1,240}.
 *
 * <p>The rules are fixed (English, no locale): thousands are set apart by a comma, number and unit by a no-break space,
 * rounding is half to even. A duration has one decimal below 100 of its unit and none above; a decimal of 0 is left
 * out. A ratio is a percentage with one decimal; what is not nothing is never written as 0, nor what is not all as 100.
 *
 * <pre>
 * 535680000000 us  6.2 d
 * 720000000 us     12 min
 * 0.885122         88.5 %
 * 0.0001           under 0.1 %
 * </pre>
 */
public final class Humane {
    /** A no-break space: a figure and its unit stay on one line. */
    public static final String SPACE = "\u00a0";

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_DECIMALS = 4;

    private Humane() {}

    public static String value(BigDecimal value, Unit unit) {
        return switch (unit) {
            case MICROSECONDS -> duration(value);
            case RATIO -> ratio(value);
            case COUNT -> number(value, 1, false);
        };
    }

    public static String duration(long us) {
        return duration(BigDecimal.valueOf(us));
    }

    public static String count(long n) {
        return number(BigDecimal.valueOf(n), 0, false);
    }

    public static String ratio(BigDecimal ratio) {
        BigDecimal percent = ratio.multiply(HUNDRED);
        BigDecimal shown = percent.setScale(1, RoundingMode.HALF_EVEN);
        if (shown.signum() == 0 && percent.signum() > 0) {
            return "under" + SPACE + "0.1" + SPACE + "%";
        }
        if (shown.compareTo(HUNDRED) == 0 && percent.compareTo(HUNDRED) < 0) {
            return "over" + SPACE + "99.9" + SPACE + "%";
        }
        boolean whole = percent.signum() == 0 || percent.compareTo(HUNDRED) == 0;

        return number(shown, whole ? 0 : 1, !whole) + SPACE + "%";
    }

    /** A part of a whole as a percentage; of nothing, an en dash. */
    public static String share(long part, long whole) {
        if (whole == 0) {
            return "–";
        }

        return ratio(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 9, RoundingMode.HALF_EVEN));
    }

    /** Both ends in one unit, with as many decimals (up to 4) as it takes to tell them apart: {@code 6.1 to 6.4 d}. */
    public static String range(BigDecimal low, BigDecimal high, Unit unit) {
        String symbol = "";
        BigDecimal one = BigDecimal.ONE;
        if (unit == Unit.MICROSECONDS) {
            DurationUnit shared =
                    DurationUnit.of(Math.max(low.abs().doubleValue(), high.abs().doubleValue()));
            symbol = SPACE + shared.symbol();
            one = BigDecimal.valueOf(shared.us());
        }
        if (unit == Unit.RATIO) {
            symbol = SPACE + "%";
            one = new BigDecimal("0.01");
        }

        BigDecimal from = low.divide(one, 9, RoundingMode.HALF_EVEN);
        BigDecimal to = high.divide(one, 9, RoundingMode.HALF_EVEN);
        boolean large = to.abs().max(from.abs()).compareTo(HUNDRED) >= 0;
        int decimals = unit == Unit.COUNT || (large && unit == Unit.MICROSECONDS) ? 0 : 1;
        while (decimals < MOST_DECIMALS && from.compareTo(to) != 0 && same(from, to, decimals)) {
            decimals++;
        }

        return number(from, decimals, true) + " to " + number(to, decimals, true) + symbol;
    }

    private static boolean same(BigDecimal a, BigDecimal b, int decimals) {
        return a.setScale(decimals, RoundingMode.HALF_EVEN).equals(b.setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /** {@code 2 Feb 2026}. */
    public static String date(LocalDate date) {
        return date.getDayOfMonth() + SPACE + MONTHS.get(date.getMonthValue() - 1) + SPACE + date.getYear();
    }

    /** {@code 2 Feb}, where the year is clear from what stands beside it. */
    public static String day(LocalDate date) {
        return date.getDayOfMonth() + SPACE + MONTHS.get(date.getMonthValue() - 1);
    }

    private static String duration(BigDecimal us) {
        DurationUnit unit = DurationUnit.of(us.doubleValue());
        BigDecimal amount = us.divide(BigDecimal.valueOf(unit.us()), 9, RoundingMode.HALF_EVEN);
        boolean small = amount.abs().compareTo(HUNDRED) < 0;

        return number(amount, small ? 1 : 0, false) + SPACE + unit.symbol();
    }

    /** Plain digits with thousands set apart and a true minus sign; decimals of 0 stay only where {@code fixed}. */
    static String number(BigDecimal value, int decimals, boolean fixed) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
        String digits = rounded.abs().toPlainString();
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String fraction = point < 0 ? "" : digits.substring(point);
        if (!fixed && fraction.chars().allMatch(c -> c == '.' || c == '0')) {
            fraction = "";
        }

        StringBuilder grouped = new StringBuilder(rounded.signum() < 0 ? "−" : "");
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                grouped.append(',');
            }
            grouped.append(whole.charAt(i));
        }

        return grouped.append(fraction).toString();
    }
}
