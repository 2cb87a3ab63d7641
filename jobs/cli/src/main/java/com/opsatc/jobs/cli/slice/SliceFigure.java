package com.opsatc.jobs.cli.slice;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.advice.Recomputed;
import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.Window;
import com.opsatc.evidence.EvidenceReader;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.kernel.statistics.OrderStatistic;
import com.opsatc.kernel.statistics.Wilson;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;

/**
 * A KPI's figure over a part of its members (definitions 1.18).
 *
 * @param where in its one way of writing
 * @param interval null where none can be computed, which {@code noInterval} says why
 * @param n members counted in the slice
 * @param open members still running, in the slice; they are dated at the logical date
 * @param window first and last date of the members counted
 * @param whole the published figure of all members, and {@code wholeN} how many these are
 * @param wholeExcluded who was left out of the whole; the rows do not tell who of them would be in the slice
 * @param sample the first cited rows
 * @param recomputed {@code VALUE}: the second implementation gives the same from the same rows
 */
public record SliceFigure(
        String id,
        String title,
        DefinitionRef definition,
        String where,
        Unit unit,
        Aggregation aggregation,
        BigDecimal value,
        Interval interval,
        String noInterval,
        long n,
        long open,
        Window window,
        BigDecimal whole,
        long wholeN,
        List<Excluded> wholeExcluded,
        List<Citation> sample,
        Recomputed recomputed) {
    /** The fewest cases of a cell, and of what a cell by more than time leaves over. */
    public static final int FLOOR = 20;

    private static final BigDecimal LEVEL = new BigDecimal("0.95");
    private static final String WILSON = "wilson";
    private static final String ORDER_STATISTIC = "order-statistic";

    /**
     * Reads the rows to their end, and closes them.
     *
     * @throws PipelineException (not found) where the figure is of open members too; (policy) where the slice, or what it leaves over, has too few members; (store) where the rows do
     *     not give the published figure
     */
    public static SliceFigure of(KpiValue kpi, SliceWhere where, InputStream rows) {
        if (!kpi.measured()) {
            throw new IllegalArgumentException("Cannot slice " + kpi.id() + ": it is not measured");
        }

        if (kpi.aggregation() == Aggregation.SURVIVAL_MEDIAN) {
            throw new PipelineException(
                    ErrorCode.NOT_FOUND,
                    "Cannot slice " + kpi.id()
                            + ": it is of open members too, which slices leave out; slice the KPI that has"
                            + " them apart");
        }

        SliceMembers all = new SliceMembers();
        SliceMembers in = new SliceMembers();
        long open = 0;
        try (EvidenceReader reader = new EvidenceReader(requireNonNull(rows, "rows"))) {
            while (reader.hasNext()) {
                EvidenceRow row = reader.next();
                boolean held = where.holds(row);
                if (row.censored()) {
                    open += held ? 1 : 0;
                } else if (!row.date().isBefore(kpi.window().from())
                        && !row.date().isAfter(kpi.window().to())) {
                    all.add(row);
                    if (held) {
                        in.add(row);
                    }
                }
            }
        }
        return of(kpi, where, all.counted(), in.counted(), open);
    }

    private static SliceFigure of(
            KpiValue kpi, SliceWhere where, SliceMembers.Counted all, SliceMembers.Counted in, long open) {
        requireWhole(kpi, all);
        requireFloor(kpi, where, all, in);
        BigDecimal value = in.figure(kpi.aggregation());
        if (in.again(kpi.aggregation()).compareTo(value) != 0) {
            throw new PipelineException(
                    ErrorCode.INTERNAL,
                    "Cannot slice " + kpi.id()
                            + ": two implementations give two figures; nothing is shown, please report it");
        }

        Interval interval = interval(kpi, in);
        return new SliceFigure(
                kpi.id(),
                kpi.title(),
                kpi.definition(),
                where.text(),
                kpi.unit(),
                kpi.aggregation(),
                value,
                interval,
                interval == null ? noInterval(kpi) : null,
                in.n(),
                open,
                new Window(in.first(), in.last(), kpi.window().zone()),
                kpi.value(),
                kpi.n(),
                kpi.excluded(),
                in.cited(),
                Recomputed.VALUE);
    }

    private static void requireWhole(KpiValue kpi, SliceMembers.Counted all) {
        if (all.n() != kpi.n() || all.again(kpi.aggregation()).compareTo(kpi.value()) != 0) {
            throw new PipelineException(
                    ErrorCode.STORE,
                    "Cannot slice " + kpi.id() + ": its rows do not give the published figure; opsatc verify says what"
                            + " does not hold");
        }
    }

    /** How many there are is not told. */
    private static void requireFloor(
            KpiValue kpi, SliceWhere where, SliceMembers.Counted all, SliceMembers.Counted in) {
        if (in.records() < FLOOR) {
            throw refused(
                    kpi, "it has fewer than " + FLOOR + " members, and a smaller group is not shown; ask for more");
        }

        long left = all.records() - in.records();
        if (where.isByMoreThanPeriod() && left > 0 && left < FLOOR) {
            throw refused(
                    kpi,
                    "what it leaves over has fewer than " + FLOOR
                            + " members, and would follow from the difference; ask for less, or for all");
        }
    }

    private static PipelineException refused(KpiValue kpi, String why) {
        return new PipelineException(ErrorCode.POLICY_REFUSED, "Cannot show this slice of " + kpi.id() + ": " + why);
    }

    private static Interval interval(KpiValue kpi, SliceMembers.Counted in) {
        boolean independent = kpi.interval() != null && kpi.interval().method().equals(WILSON);
        if (kpi.aggregation() == Aggregation.SHARE && independent) {
            Wilson.Bounds bounds = Wilson.interval(in.hits(), in.n());
            return new Interval(LEVEL, bounds.low(), bounds.high(), WILSON);
        }

        if (kpi.aggregation() != Aggregation.MEDIAN) {
            return null;
        }

        return OrderStatistic.medianInterval(in.sorted())
                .map(range -> new Interval(
                        LEVEL, BigDecimal.valueOf(range.low()), BigDecimal.valueOf(range.high()), ORDER_STATISTIC))
                .orElse(null);
    }

    private static String noInterval(KpiValue kpi) {
        return switch (kpi.aggregation()) {
            case SHARE, WEIGHTED_SHARE, SHARE_OF_WEIGHT ->
                "Its members belong together, as lines do to orders, and the rows do not tell which.";
            case MEDIAN -> "It has too few members for one.";
            case COUNT, SUM, MEAN, P90, SUM_ABOVE_P25, SURVIVAL_MEDIAN ->
                "None is computed of a figure that is a " + kpi.aggregation().spoken() + ".";
        };
    }
}
