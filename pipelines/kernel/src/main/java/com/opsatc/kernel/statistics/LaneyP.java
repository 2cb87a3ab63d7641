package com.opsatc.kernel.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The natural process limits of a series of shares whose periods differ in size (Laney's p′ chart): the share of all members
 * ± 3 standard errors of a period of its size, times how much more (or less) periods vary than independent members would.
 *
 * <p>A plain p chart takes all members as independent. Over periods of hundreds of them its limits are far too tight, since
 * real periods differ by more than chance, and it flags most of them. With periods of one size p′ is the XmR chart. Limits
 * that a baseline sets stay frozen, and later periods have them by their own size.
 *
 * <p>With z the distance of a period's share from the common one in standard errors √(p(1 − p) / n), the spread of periods is
 * σz = mean of |z − z before| / 1.128, and the limits are p ± 3 σz √(p(1 − p) / n). The square root of p(1 − p) cancels but for
 * {@link #dispersion}. Source: Laney, Improved control charts for attributes, Quality Engineering 14, 2002; definitions 1.11.
 *
 * <pre>
 *   12 periods of 100 and 400 members in turn, 80 % and 90 % of them hits -> mean 88 %, dispersion 3.27,
 *   limits of 100 members 56.1 % to 100 %, of 400 members 72.0 % to 100 %
 * </pre>
 *
 * @param hits members of the baseline that count, of all its {@code members}
 * @param spread σz √(p(1 − p)): a period's standard deviation times the square root of its size
 */
public record LaneyP(long hits, long members, double spread) {
    private static final double SIGMAS = 3;
    /** The expected range of two normal values of standard deviation 1. */
    private static final double RANGE_OF_TWO = 1.128;

    private static final int DECIMALS = 6;

    /**
     * The limits that the periods of a baseline set. Empty below 12 periods, which do not tell noise from signal, and where
     * the rarer outcome comes up less than once a period: most periods would have none of it, and the normal distribution,
     * whose three standard errors these are, does not hold.
     *
     * @param hits how many members of each period count; {@code members} how many there are, at least one
     */
    public static Optional<LaneyP> limits(long[] hits, long[] members) {
        if (hits.length != members.length) {
            throw new IllegalArgumentException("Invalid series: hits and members differ in length");
        }

        long allHits = 0;
        long all = 0;
        for (int i = 0; i < members.length; i++) {
            if (members[i] < 1 || hits[i] < 0 || hits[i] > members[i]) {
                throw new IllegalArgumentException(
                        "Invalid series: period " + i + " has " + hits[i] + " hits of " + members[i] + " members");
            }

            allHits = Math.addExact(allHits, hits[i]);
            all = Math.addExact(all, members[i]);
        }

        return members.length < Xmr.MINIMUM_POINTS || Math.min(allHits, all - allHits) < members.length
                ? Optional.empty()
                : Optional.of(new LaneyP(allHits, all, spread(hits, members, allHits, all)));
    }

    private static double spread(long[] hits, long[] members, long allHits, long all) {
        double ranges = 0;
        for (int i = 1; i < members.length; i++) {
            ranges += Math.abs(
                    distance(hits[i], members[i], allHits, all) - distance(hits[i - 1], members[i - 1], allHits, all));
        }
        return ranges / (members.length - 1) / RANGE_OF_TWO;
    }

    /** How far a period's share lies from that of all, times the square root of its size; exact but for the last division. */
    private static double distance(long hits, long members, long allHits, long all) {
        long beyond = Math.subtractExact(Math.multiplyExact(hits, all), Math.multiplyExact(allHits, members));
        return beyond / (all * Math.sqrt(members));
    }

    /** The share of all members of the baseline, in millionths, half to even. */
    public long centre() {
        return millionths((double) hits / members);
    }

    /** The limits of a period of {@code n} members, at least one, in millionths: within 0 and 1, as a share is. */
    public Range of(long n) {
        if (n < 1) {
            throw new IllegalArgumentException("Invalid period: it has no members");
        }

        double share = (double) hits / members;
        double reach = SIGMAS * spread / Math.sqrt(n);
        return new Range(millionths(Math.max(0, share - reach)), millionths(Math.min(1, share + reach)));
    }

    /** σz in millionths: 1,000,000 where periods vary as independent members would. */
    public long dispersion() {
        double share = (double) hits / members;
        return millionths(spread / Math.sqrt(share * (1 - share)));
    }

    private static long millionths(double value) {
        return new BigDecimal(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .movePointRight(DECIMALS)
                .longValueExact();
    }
}
