package com.opsatc.contract.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Figures in the form people read, always with their unit: {@code 6.2 d}, {@code 15.9 h}, {@code 12 min}, {@code 88.5 %},
 * {@code 10,324}.
 *
 * <p>The form is for reading only; the exact figure stands beside it wherever it is published. Rounding is half up, the
 * same in every locale. A duration takes the largest unit of which it has at least one, days from 48 hours on; below 100
 * it has one decimal (none when that is zero), from 100 on none.
 */
public final class Humane {
    private static final long MILLISECOND = 1_000;
    private static final long SECOND = 1_000 * MILLISECOND;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Humane() {}

    /** A duration in microseconds; a negative one keeps its sign. */
    public static String duration(BigDecimal us) {
        BigDecimal size = us.abs();
        if (size.compareTo(BigDecimal.valueOf(2 * DAY)) >= 0) {
            return in(us, DAY) + " d";
        }

        if (size.compareTo(BigDecimal.valueOf(HOUR)) >= 0) {
            return in(us, HOUR) + " h";
        }

        if (size.compareTo(BigDecimal.valueOf(MINUTE)) >= 0) {
            return in(us, MINUTE) + " min";
        }

        if (size.compareTo(BigDecimal.valueOf(SECOND)) >= 0 || us.signum() == 0) {
            return in(us, SECOND) + " s";
        }

        return size.compareTo(BigDecimal.valueOf(MILLISECOND)) >= 0
                ? in(us, MILLISECOND) + " ms"
                : us.setScale(0, RoundingMode.HALF_UP).toPlainString() + " µs";
    }

    public static String duration(long us) {
        return duration(BigDecimal.valueOf(us));
    }

    /**
     * Working time in microseconds: hours at most, since a working day is as long as its calendar says and no 24 hours.
     *
     * <pre>
     * 115200000000   32 working h
     * </pre>
     */
    public static String workingTime(BigDecimal us) {
        BigDecimal size = us.abs();
        if (size.compareTo(BigDecimal.valueOf(HOUR)) >= 0) {
            return in(us, HOUR) + " working h";
        }

        return size.compareTo(BigDecimal.valueOf(MINUTE)) >= 0
                ? in(us, MINUTE) + " working min"
                : in(us, SECOND) + " working s";
    }

    /** Whole calendar days; a negative number keeps its sign. */
    public static String days(BigDecimal days) {
        return count(days) + " d";
    }

    /** A share between 0 and 1 as a percentage with one decimal. */
    public static String share(BigDecimal ratio) {
        return ratio.multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP).toPlainString() + " %";
    }

    /** A difference of two shares in percentage points with one decimal. */
    public static String points(BigDecimal difference) {
        return difference.multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP).toPlainString() + " pp";
    }

    /** A whole number, its thousands set apart by commas. */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** The same of a figure, rounded to a whole one. */
    public static String count(BigDecimal n) {
        return grouped(n.setScale(0, RoundingMode.HALF_UP));
    }

    private static String in(BigDecimal us, long unit) {
        BigDecimal tenths = us.divide(BigDecimal.valueOf(unit), 1, RoundingMode.HALF_UP);
        boolean whole = tenths.abs().compareTo(HUNDRED) >= 0
                || tenths.stripTrailingZeros().scale() <= 0;

        return whole ? grouped(us.divide(BigDecimal.valueOf(unit), 0, RoundingMode.HALF_UP)) : tenths.toPlainString();
    }

    private static String grouped(BigDecimal whole) {
        return String.format(Locale.ROOT, "%,d", whole.toBigIntegerExact());
    }
}
