package com.opsatc.process.kpi;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.kernel.statistics.KaplanMeier;
import com.opsatc.kernel.statistics.Quantile;
import com.opsatc.process.evidence.CountedMembers;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A figure from contributions, as it is published. {@code com.opsatc.evidence.Recompute} is the other implementation, which
 * published figures are held against.
 */
public final class Aggregates {
    private static final int RATIO_DECIMALS = 6;

    private Aggregates() {}

    /** The figure of at least one member: microseconds and counts whole, shares with six decimals. */
    public static BigDecimal of(Aggregation aggregation, CountedMembers members) {
        long[] contributions = members.contributions();
        return switch (aggregation) {
            case COUNT -> BigDecimal.valueOf(contributions.length);
            case SUM -> BigDecimal.valueOf(sum(contributions));
            case MEAN -> mean(contributions, 0);
            case SHARE -> mean(contributions, RATIO_DECIMALS);
            case WEIGHTED_SHARE -> weightedShare(contributions, members.weights());
            case SHARE_OF_WEIGHT -> ratio(sum(contributions), sum(members.weights()));
            case MEDIAN -> BigDecimal.valueOf(Quantile.type7(contributions, 1, 2));
            case SURVIVAL_MEDIAN ->
                BigDecimal.valueOf(
                        KaplanMeier.of(contributions, members.open()).median().time());
            case P90 -> BigDecimal.valueOf(Quantile.type7(contributions, 9, 10));
            case SUM_ABOVE_P25 -> BigDecimal.valueOf(sumAbove(contributions, Quantile.type7(contributions, 1, 4)));
        };
    }

    static long sum(long[] contributions) {
        long sum = 0;
        for (long contribution : contributions) {
            sum = Math.addExact(sum, contribution);
        }
        return sum;
    }

    private static BigDecimal mean(long[] contributions, int decimals) {
        return BigDecimal.valueOf(sum(contributions))
                .divide(BigDecimal.valueOf(contributions.length), decimals, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal weightedShare(long[] contributions, long[] weights) {
        long hits = 0;
        for (int i = 0; i < contributions.length; i++) {
            hits = Math.addExact(hits, Math.multiplyExact(contributions[i], weights[i]));
        }
        return ratio(hits, sum(weights));
    }

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), RATIO_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static long sumAbove(long[] contributions, long target) {
        long sum = 0;
        for (long contribution : contributions) {
            sum = Math.addExact(sum, Math.max(0, contribution - target));
        }
        return sum;
    }
}
