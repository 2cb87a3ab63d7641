package com.opsatc.evidence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.LongStream;

/**
 * A survival median from contributions alone, by another way than the curve that published ones are read from: all members have one
 * part of the whole, and who is open hands its part on, in equal pieces, to those that took longer (Efron, The two sample problem with
 * censored data, 1967). The median is where half of the whole has reached the end.
 *
 * @param value the figure, or the longest contribution where it is beyond that
 * @param beyond whether the figure is more than {@code value}
 */
record RecomputedSurvival(BigDecimal value, boolean beyond) {
    /** A part is a quotient of whole numbers: with so many digits a sum of them is a half or is not. */
    private static final MathContext DIGITS = new MathContext(60);

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal NOTHING = new BigDecimal("1e-45");

    /** Of at least one member. */
    static RecomputedSurvival of(long[] reached, long[] open) {
        long[] done = LongStream.of(reached).sorted().toArray();
        long[] apart = LongStream.of(open).sorted().toArray();
        int all = done.length + apart.length;
        BigDecimal part = BigDecimal.ONE.divide(BigDecimal.valueOf(all), DIGITS);
        BigDecimal sum = BigDecimal.ZERO;
        Long half = null;
        int handed = 0;
        for (int i = 0; i < done.length; i++) {
            // Who is open at the time of a member that is done took longer than it.
            while (handed < apart.length && apart[handed] < done[i]) {
                int longer = all - i - ++handed;
                part = part.add(part.divide(BigDecimal.valueOf(longer), DIGITS));
            }
            if (half != null && half < done[i]) {
                return new RecomputedSurvival(between(half, done[i]), false);
            }

            sum = sum.add(part);
            boolean lastOfItsTime = i + 1 == done.length || done[i + 1] > done[i];
            if (lastOfItsTime && sum.subtract(HALF).abs().compareTo(NOTHING) < 0) {
                half = done[i];
            } else if (lastOfItsTime && sum.compareTo(HALF) > 0) {
                return new RecomputedSurvival(BigDecimal.valueOf(done[i]), false);
            }
        }

        if (half != null) {
            return new RecomputedSurvival(BigDecimal.valueOf(half), false);
        }
        long longest = LongStream.concat(LongStream.of(reached), LongStream.of(open))
                .max()
                .orElseThrow();
        return new RecomputedSurvival(BigDecimal.valueOf(longest), true);
    }

    private static BigDecimal between(long low, long high) {
        return BigDecimal.valueOf(low)
                .add(BigDecimal.valueOf(high))
                .multiply(HALF)
                .setScale(0, RoundingMode.HALF_EVEN);
    }
}
