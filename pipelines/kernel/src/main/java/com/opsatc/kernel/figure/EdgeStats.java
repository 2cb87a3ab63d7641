package com.opsatc.kernel.figure;

import java.util.Comparator;

/**
 * A directly-follows edge: {@code to} is the next event after {@code from} in a case's total order (definitions 1.2).
 *
 * <p>A gap is the time from the completion of {@code from} to the start of {@code to}. A negative gap counts as 0 in all
 * figures of the gaps; overlaps are counted and summed apart. Thread-safe.
 */
public final class EdgeStats {
    public static final Comparator<EdgeStats> BY_CODES =
            Comparator.comparingInt(EdgeStats::from).thenComparingInt(EdgeStats::to);

    private final int from;
    private final int to;
    private final long cases;
    private final long overlapN;
    private final long overlapUs;
    private final long ties;
    private final Durations gaps;
    private final PeriodSums periods;

    public EdgeStats(
            int from,
            int to,
            long cases,
            long overlapN,
            long overlapUs,
            long ties,
            Durations gaps,
            PeriodSums periods) {
        this.from = from;
        this.to = to;
        this.cases = cases;
        this.overlapN = overlapN;
        this.overlapUs = overlapUs;
        this.ties = ties;
        this.gaps = gaps;
        this.periods = periods;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /** How often it occurs, at least once. */
    public long n() {
        return gaps.n();
    }

    /** In how many cases it occurs. */
    public long cases() {
        return cases;
    }

    public long sumUs() {
        return gaps.sumUs();
    }

    public long meanUs() {
        return gaps.meanUs();
    }

    public long minUs() {
        return gaps.minUs();
    }

    public long maxUs() {
        return gaps.maxUs();
    }

    /** How many gaps are negative. */
    public long overlapN() {
        return overlapN;
    }

    /** The sum of the negative gaps, as a positive number. */
    public long overlapUs() {
        return overlapUs;
    }

    /** How many of the pairs complete at one instant, so that their order rests on the tie-break. */
    public long ties() {
        return ties;
    }

    /** The quantile of type 7 of the gaps, rounded half to even. */
    public long quantileUs(int numerator, int denominator) {
        return gaps.quantileUs(numerator, denominator);
    }

    /** All gaps. */
    public Durations gaps() {
        return gaps;
    }

    /** The gaps by the period in which they end, that is in which {@code to} starts. */
    public PeriodSums periods() {
        return periods;
    }

    /** What would be won if no gap took longer than the edge's own first quartile (definitions 1.7). */
    public Recoverable recoverable() {
        return recoverable(quantileUs(1, 4));
    }

    /** What would be won if no gap took longer than {@code targetUs}. */
    public Recoverable recoverable(long targetUs) {
        return new Recoverable(targetUs, gaps.sumAboveUs(targetUs));
    }

    /** A target for each gap, and the sum of what the gaps exceed it by, in microseconds. */
    public record Recoverable(long targetUs, long sumUs) {}
}
