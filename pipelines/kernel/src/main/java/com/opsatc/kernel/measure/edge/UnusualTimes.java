package com.opsatc.kernel.measure.edge;

import com.opsatc.kernel.figure.Durations;
import com.opsatc.kernel.measure.period.LogScale;
import com.opsatc.kernel.statistics.Quantile.Rank;
import java.util.Optional;

/**
 * Which times of a passage are far from the others, on a logarithmic scale (definitions 1.14): further from the median than six times
 * the median distance from it (MAD).
 *
 * <p>Times of work are skewed over many orders of magnitude: of hours and days a mean and a standard deviation would call none unusual, or all long
 * ones. Of log-normal times five in a hundred thousand are so far away. On {@link LogScale}, in whole numbers; both medians are of type 7, in
 * halves.
 *
 * <pre>
 *   20 times of about an hour, one of a day  ->  the one is slow
 *   20 times of 5 s, one of a day            ->  none: more than half are alike, and tell no distance
 * </pre>
 *
 * @param medianUs the median time
 * @param fastBelowUs times below are unusually fast, {@code fast} how many there are
 * @param slowFromUs times from here on are unusually slow, {@code slow} how many there are
 */
public record UnusualTimes(long medianUs, long fastBelowUs, long fast, long slowFromUs, long slow) {
    /** Of fewer times none is said to be unusual. */
    public static final int FEWEST = 20;

    /** How many median distances from the median a time is usual. */
    public static final int DISTANCES = 6;

    /** Past the end of the scale. */
    private static final int PLACES = LogScale.of(Long.MAX_VALUE / 2) + 1;

    /** Empty of fewer than {@link #FEWEST} times, and where half of them are alike. */
    public static Optional<UnusualTimes> of(Durations times) {
        if (times.n() < FEWEST) {
            return Optional.empty();
        }

        long[] counts = new long[PLACES];
        times.each(us -> counts[LogScale.of(us)]++);
        // Twice the median, and then four times the median distance, so that halves are whole.
        int median2 = pairAt(counts, times.n());
        long[] distances = new long[2 * PLACES + 1];
        for (int place = 0; place < PLACES; place++) {
            distances[Math.abs(2 * place - median2)] += counts[place];
        }
        int distance4 = pairAt(distances, times.n());
        if (distance4 == 0) {
            return Optional.empty();
        }

        int low4 = 2 * median2 - DISTANCES * distance4;
        int high4 = 2 * median2 + DISTANCES * distance4;
        long fast = 0;
        long slow = 0;
        for (int place = 0; place < PLACES; place++) {
            fast += 4 * place < low4 ? counts[place] : 0;
            slow += 4 * place > high4 ? counts[place] : 0;
        }
        return Optional.of(new UnusualTimes(
                times.quantileUs(1, 2),
                low4 <= 0 ? 0 : firstAt((low4 + 3) / 4),
                fast,
                firstAt(Math.floorDiv(high4, 4) + 1),
                slow));
    }

    /** The sum of the two values around the median, the same twice where one is it. */
    private static int pairAt(long[] counts, long n) {
        Rank rank = Rank.of(n, 1, 2);
        int low = valueAt(counts, rank.index());
        return low + (rank.exact() ? low : valueAt(counts, rank.index() + 1));
    }

    private static int valueAt(long[] counts, long index) {
        long before = 0;
        int value = 0;
        while (before + counts[value] <= index) {
            before += counts[value++];
        }
        return value;
    }

    /** The least time, in microseconds, that is at a place of the scale or beyond. */
    private static long firstAt(int place) {
        long low = 0;
        long high = Long.MAX_VALUE / 2;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (LogScale.of(middle) >= place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
