package com.opsatc.kernel.measure.period;

/**
 * Durations on a logarithmic scale, as integers: {@code round(1000 * log2(1 + seconds))}.
 *
 * <p>Durations are skewed over many orders of magnitude; on this scale their mean and variance say something, and 322 is a
 * change by 25 %. Interpolation in a table gives the value to within a ten-millionth; where that could round either way
 * the logarithm itself decides, so the result is the correctly rounded one.
 *
 * <pre>
 *   0 s -> 0,   1 s -> 1000,   3 s -> 2000,   1 h -> 11814
 * </pre>
 */
public final class LogScale {
    private static final int TABLE_BITS = 10;
    private static final int TABLE = 1 << TABLE_BITS;
    private static final double LN_2 = 0.6931471805599453;
    private static final double PER_UNIT = 1000 / LN_2;
    private static final long SECOND_US = 1_000_000;
    private static final double SECOND = 1000 * StrictMath.log(SECOND_US) / LN_2;
    private static final double UNSURE = 1e-6;
    private static final double[] LOGARITHMS = new double[TABLE];

    static {
        for (int i = 0; i < TABLE; i++) {
            LOGARITHMS[i] = 1000 * StrictMath.log(1 + (double) i / TABLE) / LN_2;
        }
    }

    private LogScale() {}

    /** The place on the scale of a duration in microseconds, at least 0 and below 292,000 years. */
    public static int of(long us) {
        long value = us + SECOND_US;
        int exponent = 63 - Long.numberOfLeadingZeros(value);
        double mantissa = value * power(-exponent);
        int cell = (int) ((mantissa - 1) * TABLE);
        double start = 1 + cell * (1.0 / TABLE);
        double r = (mantissa - start) / start;
        double scaled = 1000.0 * exponent + LOGARITHMS[cell] + PER_UNIT * r * (1 - r * (0.5 - r / 3)) - SECOND + 0.5;
        int rounded = (int) scaled;
        double fraction = scaled - rounded;
        if (fraction < UNSURE || fraction > 1 - UNSURE) {
            return exactly(us);
        }

        return rounded;
    }

    static int exactly(long us) {
        return (int) StrictMath.floor(PER_UNIT * StrictMath.log1p(us / (double) SECOND_US) + 0.5);
    }

    private static double power(int exponent) {
        return Double.longBitsToDouble((long) (exponent + 1023) << 52);
    }
}
