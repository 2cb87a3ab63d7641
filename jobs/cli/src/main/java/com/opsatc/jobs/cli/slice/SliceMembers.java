package com.opsatc.jobs.cli.slice;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Citation;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.Recompute;
import com.opsatc.kernel.statistics.Quantile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Members of a figure while rows are read, in evidence order: what each contributes and weighs, and the first citations. */
final class SliceMembers {
    private static final int CITED = 5;
    private static final int RATIO_DECIMALS = 6;

    private final LongStream.Builder contributions = LongStream.builder();
    private final LongStream.Builder weights = LongStream.builder();
    private final List<Citation> cited = new ArrayList<>();
    private LocalDate first;
    private LocalDate last;
    private String record;
    private long records;

    void add(EvidenceRow row) {
        contributions.add(row.contribution());
        weights.add(row.weight());
        if (cited.size() < CITED) {
            cited.add(row.citations().get(0));
        }
        first = first == null || row.date().isBefore(first) ? row.date() : first;
        last = last == null || row.date().isAfter(last) ? row.date() : last;
        // Rows of one record follow each other.
        if (!row.record().equals(record)) {
            record = row.record();
            records++;
        }
    }

    /** How many cases, lines or tickets there are so far. */
    long records() {
        return records;
    }

    Counted counted() {
        return new Counted(contributions.build().toArray(), weights.build().toArray(), first, last, List.copyOf(cited));
    }

    /**
     * All of them.
     *
     * @param first and {@code last}: their dates; null where there are none
     */
    record Counted(long[] contributions, long[] weights, LocalDate first, LocalDate last, List<Citation> cited) {
        int n() {
            return contributions.length;
        }

        /** The figure of at least one member, by integers and the kernel's quantile. */
        BigDecimal figure(Aggregation aggregation) {
            return switch (aggregation) {
                case COUNT -> BigDecimal.valueOf(n());
                case SUM -> BigDecimal.valueOf(sum(contributions));
                case MEAN -> divided(sum(contributions), n(), 0);
                case SHARE -> divided(sum(contributions), n(), RATIO_DECIMALS);
                case WEIGHTED_SHARE -> divided(weighted(), sum(weights), RATIO_DECIMALS);
                case SHARE_OF_WEIGHT -> divided(sum(contributions), sum(weights), RATIO_DECIMALS);
                case MEDIAN -> BigDecimal.valueOf(Quantile.type7(contributions, 1, 2));
                case P90 -> BigDecimal.valueOf(Quantile.type7(contributions, 9, 10));
                case SURVIVAL_MEDIAN ->
                    throw new IllegalStateException(
                            "A survival median is of open members too, which are no members here");
                case SUM_ABOVE_P25 -> BigDecimal.valueOf(sumAbove(Quantile.type7(contributions, 1, 4)));
            };
        }

        /** The same by the second implementation. */
        BigDecimal again(Aggregation aggregation) {
            return Recompute.recompute(
                    aggregation,
                    LongStream.of(contributions).iterator(),
                    LongStream.of(weights).iterator());
        }

        long hits() {
            return sum(contributions);
        }

        private long weighted() {
            long hits = 0;
            for (int i = 0; i < n(); i++) {
                hits = Math.addExact(hits, Math.multiplyExact(contributions[i], weights[i]));
            }
            return hits;
        }

        private long sumAbove(long target) {
            long sum = 0;
            for (long each : contributions) {
                sum = Math.addExact(sum, Math.max(0, each - target));
            }
            return sum;
        }

        private static long sum(long[] values) {
            long sum = 0;
            for (long value : values) {
                sum = Math.addExact(sum, value);
            }
            return sum;
        }

        private static BigDecimal divided(long sum, long n, int decimals) {
            return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(n), decimals, RoundingMode.HALF_EVEN);
        }

        long[] sorted() {
            long[] sorted = contributions.clone();
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
