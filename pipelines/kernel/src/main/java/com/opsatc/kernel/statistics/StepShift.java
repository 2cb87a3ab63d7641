package com.opsatc.kernel.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the one split of a series of periods after which the mean of the observations is another, for good.
 *
 * <p>A split is compared by the difference of the means of both sides over its standard error. The variance is pooled within
 * the sides, and where the means of periods scatter more than that variance explains, as weeks in real operations do, it is
 * raised accordingly (as Laney's p' chart does). The split with the largest difference in standard errors is reported if it
 * passes the {@link StepRule} and is sustained: on either side three of four periods must be nearer to their own side's mean
 * than three quarters of the way to the other's. A freak period therefore is no step, nor is a shift that went away. Whether
 * the last periods agree is said of a step, and no condition of it.
 *
 * <p>Observations may be on any scale: 0 and 1 for shares, the logarithm for durations. Periods without observations are
 * skipped. Deterministic: sums are integers, the rest is basic floating-point arithmetic in a fixed order.
 */
public final class StepShift {
    private final List<Period> periods;
    private final StepRule rule;

    private StepShift(List<Period> periods, StepRule rule) {
        this.periods = periods;
        this.rule = rule;
    }

    /**
     * Finds the step, if there is one.
     *
     * @param n observations in each period
     * @param sum their sum in each period
     * @param sumOfSquares the sum of their squares in each period
     */
    public static Optional<LevelShift> detect(long[] n, long[] sum, long[] sumOfSquares, StepRule rule) {
        if (n.length != sum.length || n.length != sumOfSquares.length) {
            throw new IllegalArgumentException("Invalid series: counts, sums and sums of squares differ in length");
        }

        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < n.length; i++) {
            if (n[i] < 0) {
                throw new IllegalArgumentException("Invalid series: period " + i + " has a negative count");
            }

            if (n[i] > 0) {
                periods.add(new Period(i, new Moments(n[i], sum[i], sumOfSquares[i])));
            }
        }
        return new StepShift(periods, rule).best();
    }

    private Optional<LevelShift> best() {
        int tests = 0;
        Split best = null;
        for (int at = rule.minimumPeriods(); at <= periods.size() - rule.minimumPeriods(); at++) {
            Split split = split(at);
            if (split.before.n() < rule.minimumObservations() || split.after.n() < rule.minimumObservations()) {
                continue;
            }

            tests++;
            if (passes(split) && (best == null || Math.abs(split.z) > Math.abs(best.z))) {
                best = split;
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(best.toStep(periods.get(best.at).index, lastPeriodsAgree(best), tests));
    }

    private Split split(int at) {
        Moments before = sum(periods.subList(0, at));
        Moments after = sum(periods.subList(at, periods.size()));
        // A variance of nothing would make any difference significant: at least one observation might have differed.
        double squares = Math.max(1, before.squaredDeviations() + after.squaredDeviations());
        double variance = squares / (before.n() + after.n() - 2);
        double scatter = scatter(0, at, before) + scatter(at, periods.size(), after);
        double dispersion = Math.max(1, scatter / variance / (periods.size() - 2));
        double error = Math.sqrt(variance * dispersion * (1.0 / before.n() + 1.0 / after.n()));
        return new Split(at, before, after, (after.mean() - before.mean()) / error);
    }

    /** The squared deviations of the periods' means from the mean of their side, each weighted by its observations. */
    private double scatter(int from, int to, Moments side) {
        double scatter = 0;
        for (Period period : periods.subList(from, to)) {
            double deviation = period.moments.mean() - side.mean();
            scatter += period.moments.n() * deviation * deviation;
        }
        return scatter;
    }

    private boolean passes(Split split) {
        return Math.abs(split.z) >= rule.threshold()
                && Math.abs(split.after.mean() - split.before.mean()) >= rule.effectFloor()
                && sustained(0, split.at, split.before, split.after)
                && sustained(split.at, periods.size(), split.after, split.before);
    }

    private boolean sustained(int from, int to, Moments own, Moments other) {
        double limit = other.mean() + (own.mean() - other.mean()) / 4;
        boolean higher = own.mean() > other.mean();
        long kept = periods.subList(from, to).stream()
                .filter(period -> higher ? period.moments.mean() > limit : period.moments.mean() < limit)
                .count();
        return kept * 4 >= (to - from) * 3L;
    }

    private boolean lastPeriodsAgree(Split split) {
        double middle = (split.before.mean() + split.after.mean()) / 2;
        boolean higher = split.after.mean() > split.before.mean();
        return periods.subList(periods.size() - rule.minimumPeriods(), periods.size()).stream()
                .allMatch(period -> higher ? period.moments.mean() > middle : period.moments.mean() < middle);
    }

    private static Moments sum(List<Period> periods) {
        Moments sum = new Moments(0, 0, 0);
        for (Period period : periods) {
            sum = sum.plus(period.moments);
        }
        return sum;
    }

    private record Period(int index, Moments moments) {}

    private record Split(int at, Moments before, Moments after, double z) {
        LevelShift toStep(int index, boolean lastPeriodsAgree, int tests) {
            return new LevelShift(
                    index, z, before.mean(), after.mean(), before.n(), after.n(), lastPeriodsAgree, tests);
        }
    }
}
