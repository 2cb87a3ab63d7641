package com.opsatc.telemetry.aggregate;

import com.opsatc.contract.telemetry.ProbeFigures;
import com.opsatc.kernel.statistics.Quantile.Rank;
import com.opsatc.telemetry.input.Observation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The probe's figures from its sums: quantiles of type 7 from how many operations took how long, so that nothing is sketched.
 *
 * <pre>
 *   durations 1 us twice, 4 us once  ->  mean 2.000, p50 1, p90 3 (1 + 0.8 * 3 = 3.4), max 4
 * </pre>
 */
final class ProbeSummary {
    /** The service that stands for all services together. */
    static final String ALL = "_ALL";

    private static final int MEAN_DECIMALS = 3;
    private static final Comparator<ProbeKey> ORDER = Comparator.comparingInt(ProbeKey::day)
            .thenComparing(key -> key.source().label())
            .thenComparing(ProbeKey::service);

    private ProbeSummary() {}

    /** Figures of each day, source and service, and of all services together; ordered by these. */
    static List<ProbeFigures> of(Map<ProbeKey, ProbeSums> sums) {
        SortedMap<ProbeKey, ProbeSums> withAll = new TreeMap<>(ORDER);
        sums.forEach((key, sum) -> {
            withAll.put(key, sum);
            withAll.merge(new ProbeKey(key.day(), key.source(), ALL), sum, ProbeSums::plus);
        });
        List<ProbeFigures> figures = new ArrayList<>();
        withAll.forEach((key, sum) -> figures.add(of(key, sum)));
        return List.copyOf(figures);
    }

    private static ProbeFigures of(ProbeKey key, ProbeSums sums) {
        long n = sums.durationsUs().values().stream().reduce(0L, Math::addExact);
        boolean durations = n > 0 && n == sums.operations();
        return new ProbeFigures(
                LocalDate.ofEpochDay(key.day()),
                key.source().label(),
                key.service(),
                sums.operations(),
                sums.failed() == Observation.UNKNOWN ? null : sums.failed(),
                durations ? mean(sums.durationsUs(), n) : null,
                durations ? quantile(sums.durationsUs(), n, 50) : null,
                durations ? quantile(sums.durationsUs(), n, 90) : null,
                durations ? quantile(sums.durationsUs(), n, 95) : null,
                durations ? quantile(sums.durationsUs(), n, 99) : null,
                durations ? sums.durationsUs().lastKey() : null,
                Arrays.stream(sums.buckets()).boxed().toList());
    }

    private static BigDecimal mean(SortedMap<Long, Long> durationsUs, long n) {
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<Long, Long> entry : durationsUs.entrySet()) {
            sum = sum.add(BigInteger.valueOf(entry.getKey()).multiply(BigInteger.valueOf(entry.getValue())));
        }
        return new BigDecimal(sum).divide(BigDecimal.valueOf(n), MEAN_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static Long quantile(SortedMap<Long, Long> durationsUs, long n, int percent) {
        Rank rank = Rank.of(n, percent, 100);
        long low = at(durationsUs, rank.index());
        return rank.between(low, rank.exact() ? low : at(durationsUs, rank.index() + 1));
    }

    private static long at(SortedMap<Long, Long> durationsUs, long index) {
        long below = 0;
        for (Map.Entry<Long, Long> entry : durationsUs.entrySet()) {
            below += entry.getValue();
            if (below > index) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("Invalid rank: there are fewer values");
    }
}
