package com.opsatc.kernel.statistics;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The quantile of type 7: linear interpolation between the two values around rank {@code (n - 1) * p}, computed on
 * integers and rounded to a whole unit, half to even.
 *
 * <p>Source: Hyndman and Fan, Sample quantiles in statistical packages, 1996; type 7 is what most tools call "linear".
 *
 * <pre>
 *   values 1 2 4 8, p = 1/2  ->  rank 1.5, between 2 and 4  ->  3
 *   values 1 2,     p = 1/2  ->  1.5  ->  2 (the even one)
 * </pre>
 */
public final class Quantile {
    private Quantile() {}

    /**
     * The {@code numerator / denominator} quantile of {@code values}, in any order; the array is left as it is.
     *
     * @throws IllegalArgumentException if there are no values, or the fraction is not within 0 and 1
     */
    public static long type7(long[] values, int numerator, int denominator) {
        Rank rank = Rank.of(values.length, numerator, denominator);
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int low = (int) rank.index();
        return rank.between(sorted[low], sorted[rank.exact() ? low : low + 1]);
    }

    /**
     * Where a quantile lies among {@code n} sorted values: {@code remainder / denominator} of the way from the value at
     * {@code index}, counted from 0, to the next.
     */
    public record Rank(long index, long remainder, int denominator) {
        public static Rank of(long n, int numerator, int denominator) {
            if (n < 1) {
                throw new IllegalArgumentException("Invalid quantile: there are no values");
            }

            if (numerator < 0 || denominator < 1 || numerator > denominator) {
                throw new IllegalArgumentException(
                        "Invalid quantile " + numerator + "/" + denominator + ": expected a fraction within 0 and 1");
            }

            long scaled = Math.multiplyExact(n - 1, (long) numerator);
            return new Rank(scaled / denominator, scaled % denominator, denominator);
        }

        /** Whether the quantile is the value at {@link #index()} itself. */
        public boolean exact() {
            return remainder == 0;
        }

        /** Interpolates between the value at {@link #index()} and the next one, which is not smaller. */
        public long between(long low, long high) {
            if (remainder == 0 || low == high) {
                return low;
            }

            BigInteger distance = BigInteger.valueOf(high).subtract(BigInteger.valueOf(low));
            BigInteger[] step = distance.multiply(BigInteger.valueOf(remainder))
                    .divideAndRemainder(BigInteger.valueOf(denominator));
            long floor = BigInteger.valueOf(low).add(step[0]).longValueExact();
            long twice = step[1].longValueExact() * 2;
            boolean up = twice > denominator || (twice == denominator && (floor & 1) != 0);
            return up ? floor + 1 : floor;
        }
    }
}
