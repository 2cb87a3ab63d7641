package com.opsatc.kernel.figure;

import com.opsatc.kernel.statistics.Quantile.Rank;
import java.math.BigInteger;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A multiset of durations in microseconds, none negative, with exact figures: no sketch, no floating point.
 *
 * <p>Thread-safe: figures are computed when first asked for, and asking two threads for two figures is fine. Every figure but
 * {@link #n()}, {@link #sumUs()} and {@link #sumAboveUs} needs at least one duration, else {@link
 * IllegalArgumentException}.
 */
public final class Durations {
    private final List<LongBag.Chunk> chunks;
    private final long n;
    private volatile DurationSummary summary;

    public Durations(LongBag bag) {
        chunks = bag.chunks();
        n = bag.count();
    }

    public long n() {
        return n;
    }

    /**
     * The sum.
     *
     * @throws ArithmeticException if it exceeds 292,471 years
     */
    public long sumUs() {
        return n == 0 ? 0 : summary().sumUs();
    }

    /** The sum, however large. */
    public BigInteger totalUs() {
        BigInteger total = BigInteger.ZERO;
        for (LongBag.Chunk chunk : chunks) {
            // Halves of 32 bits, of which a chunk holds too few to overflow.
            long high = 0;
            long low = 0;
            long[] values = chunk.values();
            for (int i = 0; i < chunk.length(); i++) {
                high += values[i] >>> 32;
                low += values[i] & 0xFFFF_FFFFL;
            }
            total = total.add(BigInteger.valueOf(high).shiftLeft(32)).add(BigInteger.valueOf(low));
        }
        return total;
    }

    /** The sum divided by {@link #n()}, rounded half to even. */
    public long meanUs() {
        requireSome();
        return roundedHalfEven(sumUs(), n);
    }

    public long minUs() {
        requireSome();
        return summary().minUs();
    }

    public long maxUs() {
        requireSome();
        return summary().maxUs();
    }

    /** The {@code numerator / denominator} quantile of type 7, rounded half to even. */
    public long quantileUs(int numerator, int denominator) {
        Rank rank = Rank.of(n, numerator, denominator);
        long[] pair = summary().select(chunks, rank.index(), !rank.exact());
        return rank.between(pair[0], pair[1]);
    }

    /** How much the durations above {@code targetUs} exceed it, in sum. */
    public long sumAboveUs(long targetUs) {
        long sum = 0;
        for (LongBag.Chunk chunk : chunks) {
            long[] values = chunk.values();
            for (int i = 0; i < chunk.length(); i++) {
                sum = Math.addExact(sum, Math.max(0, values[i] - targetUs));
            }
        }
        return sum;
    }

    /** Gives each of them to {@code taker}, in no order that means anything. */
    public void each(LongConsumer taker) {
        for (LongBag.Chunk chunk : chunks) {
            long[] values = chunk.values();
            for (int i = 0; i < chunk.length(); i++) {
                taker.accept(values[i]);
            }
        }
    }

    private DurationSummary summary() {
        DurationSummary known = summary;
        if (known == null) {
            known = DurationSummary.of(chunks, n);
            summary = known;
        }

        return known;
    }

    private void requireSome() {
        if (n == 0) {
            throw new IllegalArgumentException("Invalid figure: there are no durations");
        }
    }

    private static long roundedHalfEven(long dividend, long divisor) {
        long floor = dividend / divisor;
        long above = dividend % divisor;
        long below = divisor - above;
        return above > below || (above == below && (floor & 1) != 0) ? floor + 1 : floor;
    }
}
