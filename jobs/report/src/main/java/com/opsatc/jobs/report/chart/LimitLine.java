package com.opsatc.jobs.report.chart;

import com.opsatc.contract.figure.ControlLimits;
import com.opsatc.contract.figure.LimitMethod;
import com.opsatc.contract.figure.SeriesPoint;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * A limit, or the mean, as a chart draws it: level over all weeks, or in steps where each week has its own.
 *
 * @param latest its figure, or that of the latest week
 * @param steps runs of weeks that have their own; empty where it is level
 * @param own the figure of such a week
 */
record LimitLine(
        String name,
        String dashes,
        BigDecimal latest,
        List<List<SeriesPoint>> steps,
        Function<SeriesPoint, BigDecimal> own) {
    private static final String DASHED = "5 4";
    private static final String FULL = "1 0";

    LimitLine {
        steps = List.copyOf(steps);
    }

    /** From the highest to the lowest; the mean alone where each week has its own limits and no week takes part. */
    static List<LimitLine> of(ControlLimits limits, WeekAxis weeks) {
        LimitLine mean = level("mean", FULL, limits.mean());
        if (limits.method() == LimitMethod.XMR) {
            return List.of(level("upper", DASHED, limits.upper()), mean, level("lower", DASHED, limits.lower()));
        }

        List<List<SeriesPoint>> runs = weeks.runs();
        return runs.isEmpty()
                ? List.of(mean)
                : List.of(stepped("upper", runs, SeriesPoint::upper), mean, stepped("lower", runs, SeriesPoint::lower));
    }

    private static LimitLine level(String name, String dashes, BigDecimal figure) {
        return new LimitLine(name, dashes, figure, List.of(), week -> figure);
    }

    private static LimitLine stepped(String name, List<List<SeriesPoint>> runs, Function<SeriesPoint, BigDecimal> own) {
        List<SeriesPoint> last = runs.get(runs.size() - 1);
        return new LimitLine(name, DASHED, own.apply(last.get(last.size() - 1)), runs, own);
    }

    boolean isLevel() {
        return steps.isEmpty();
    }

    BigDecimal of(SeriesPoint week) {
        return own.apply(week);
    }

    double least() {
        return steps.stream()
                .flatMap(List::stream)
                .map(own)
                .mapToDouble(BigDecimal::doubleValue)
                .reduce(latest.doubleValue(), Math::min);
    }

    double most() {
        return steps.stream()
                .flatMap(List::stream)
                .map(own)
                .mapToDouble(BigDecimal::doubleValue)
                .reduce(latest.doubleValue(), Math::max);
    }
}
