package com.opsatc.kernel.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the one stretch of a series of periods that differs from what was before and after it: a fall that recovered.
 *
 * <p>A stretch is compared with the rest as {@link StepShift} compares two sides, by the difference of the means over its
 * standard error, which weeks noisier than chance raise. The stretch that stands out most is reported if it passes the {@link
 * StepRule}, which holds for what is before, within and after it; if it is as far from either as the rule's floor; if before
 * and after differ by less than half as much; and if three in four periods of each, and each of the last ones, as many as the
 * rule asks for on a side, are nearer to their own mean than to the other.
 *
 * <p>Every stretch is a test of its own: {@link #tests} of them, which a threshold has to allow for.
 */
public final class EpisodeSearch {
    private final List<Integer> indices = new ArrayList<>();
    private final List<Moments> periods = new ArrayList<>();
    private final List<Moments> upTo = new ArrayList<>();
    private final double[] squares;
    private final StepRule rule;

    private EpisodeSearch(long[] n, long[] sum, long[] sumOfSquares, StepRule rule) {
        this.rule = rule;
        upTo.add(new Moments(0, 0, 0));
        for (int i = 0; i < n.length; i++) {
            if (n[i] > 0) {
                Moments period = new Moments(n[i], sum[i], sumOfSquares[i]);
                indices.add(i);
                periods.add(period);
                upTo.add(upTo.get(upTo.size() - 1).plus(period));
            }
        }
        squares = new double[periods.size() + 1];
        for (int i = 0; i < periods.size(); i++) {
            Moments period = periods.get(i);
            squares[i + 1] = squares[i] + period.n() * period.mean() * period.mean();
        }
    }

    /** How many stretches a series with so many periods with observations has. */
    public static long tests(long periods, int minimumPeriods) {
        long free = periods - 3L * minimumPeriods;
        return free < 0 ? 0 : (free + 1) * (free + 2) / 2;
    }

    /** As {@link StepShift#detect}. */
    public static Optional<Episode> detect(long[] n, long[] sum, long[] sumOfSquares, StepRule rule) {
        return new EpisodeSearch(n, sum, sumOfSquares, rule).best();
    }

    private Optional<Episode> best() {
        int least = rule.minimumPeriods();
        int tests = 0;
        Episode best = null;
        for (int from = least; from <= periods.size() - 2 * least; from++) {
            for (int until = from + least; until <= periods.size() - least; until++) {
                tests++;
                double z = z(from, until);
                if (Math.abs(z) >= rule.threshold()
                        && (best == null || Math.abs(z) > Math.abs(best.z()))
                        && passes(from, until)) {
                    best = new Episode(from, until, z, 0);
                }
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(new Episode(indices.get(best.from()), indices.get(best.until()), best.z(), tests));
    }

    private double z(int from, int until) {
        Moments within = moments(from, until);
        Moments before = moments(0, from);
        Moments after = moments(until, periods.size());
        Moments outside = before.plus(after);
        if (Math.min(within.n(), Math.min(before.n(), after.n())) < rule.minimumObservations()) {
            return 0;
        }

        double deviations = Math.max(1, within.squaredDeviations() + outside.squaredDeviations());
        double variance = deviations / (within.n() + outside.n() - 2);
        double scatter = scatter(squares[until] - squares[from], within)
                + scatter(squares[periods.size()] - squares[until] + squares[from], outside);
        double dispersion = Math.max(1, scatter / variance / (periods.size() - 2));
        double error = Math.sqrt(variance * dispersion * (1.0 / within.n() + 1.0 / outside.n()));
        return (within.mean() - outside.mean()) / error;
    }

    /** The squared deviations of the periods' means from the mean of all of them, each weighted by its observations. */
    private static double scatter(double squaresOfMeans, Moments all) {
        return Math.max(0, squaresOfMeans - all.n() * all.mean() * all.mean());
    }

    private boolean passes(int from, int until) {
        double within = moments(from, until).mean();
        double before = moments(0, from).mean();
        double after = moments(until, periods.size()).mean();
        double outside = moments(0, from).plus(moments(until, periods.size())).mean();
        double middle = (within + outside) / 2;
        boolean lower = within < outside;
        boolean oneWay = lower ? before > within && after > within : before < within && after < within;
        int last = periods.size() - rule.minimumPeriods();
        return oneWay
                && Math.min(Math.abs(before - within), Math.abs(after - within)) >= rule.effectFloor()
                && Math.abs(after - before) * 2 <= Math.abs(within - outside)
                && beyond(0, from, middle, lower) * 4 >= from * 3L
                && beyond(from, until, middle, !lower) * 4 >= (until - from) * 3L
                && beyond(until, periods.size(), middle, lower) * 4 >= (periods.size() - until) * 3L
                && beyond(last, periods.size(), middle, lower) == rule.minimumPeriods();
    }

    /** How many of the periods have a mean above the middle, or below it. */
    private long beyond(int from, int to, double middle, boolean above) {
        return periods.subList(from, to).stream()
                .filter(period -> above ? period.mean() > middle : period.mean() < middle)
                .count();
    }

    private Moments moments(int from, int to) {
        return upTo.get(to).minus(upTo.get(from));
    }
}
