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
import java.util.Set;
import java.util.TreeSet;

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
    /** The fewest cases of a cell, and of what a cell by more than time leaves over (definitions 1.18). */
    public static final int FLOOR = 20;

    private static final BigDecimal LEVEL = new BigDecimal("0.95");
    private static final String WILSON = "wilson";
    private static final String ORDER_STATISTIC = "order-statistic";

    /**
     * Reads the rows to their end, and closes them.
     *
     * @param names of the KPI's process; {@link SliceNames#NONE} where no condition is about what happened in a case
     * @param cases the document of the process's cases; null where no condition asks
     * @throws SliceSyntaxException where a name in the conditions stands for nothing
     * @throws PipelineException (not found) where the figure is of open members too, or has no such attribute; (policy) where the slice, or what it leaves over, has too few members; (store) where the rows do
     *     not give the published figure
     */
    static SliceFigure of(KpiValue kpi, SliceWhere where, SliceNames names, InputStream rows, InputStream cases) {
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

        SliceParts parts = new SliceParts(where, names);
        SliceMembers all = new SliceMembers();
        SliceMembers in = new SliceMembers();
        TreeSet<String> attributes = new TreeSet<>();
        long open = 0;
        try (EvidenceReader reader = new EvidenceReader(requireNonNull(rows, "rows"));
                CasePaths paths = cases == null ? null : new CasePaths(cases)) {
            while (reader.hasNext()) {
                EvidenceRow row = reader.next();
                attributes.addAll(row.attributes().keySet());
                SlicedMember member = new SlicedMember(row, paths == null ? null : paths.of(row.record()));
                if (row.censored()) {
                    open += parts.holds(member) ? 1 : 0;
                } else if (!row.date().isBefore(kpi.window().from())
                        && !row.date().isAfter(kpi.window().to())) {
                    all.add(row);
                    if (parts.add(member)) {
                        in.add(row);
                    }
                }
            }
            requireCases(kpi, names, paths);
        }
        requireAttributes(kpi, where, attributes);
        requireFloor(kpi, parts, in.records());
        return of(kpi, where, all.counted(), in.counted(), open);
    }

    private static void requireCases(KpiValue kpi, SliceNames names, CasePaths paths) {
        if (paths != null && paths.count() != names.cases()) {
            throw new PipelineException(
                    ErrorCode.STORE,
                    "Cannot slice " + kpi.id() + ": the document of its cases has not as many as the process; opsatc"
                            + " verify says what does not hold");
        }
    }

    private static void requireAttributes(KpiValue kpi, SliceWhere where, Set<String> known) {
        where.terms().stream()
                .filter(term -> term.kind() == SliceDimension.ATTRIBUTE && !known.contains(term.name()))
                .findFirst()
                .ifPresent(term -> {
                    throw new SliceSyntaxException(
                            term.position(),
                            "no attribute of this name is declared of what " + kpi.id() + " counts"
                                    + (known.isEmpty() ? "" : "; there are " + String.join(", ", known)));
                });
    }

    private static SliceFigure of(
            KpiValue kpi, SliceWhere where, SliceMembers.Counted all, SliceMembers.Counted in, long open) {
        requireWhole(kpi, all);
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
    private static void requireFloor(KpiValue kpi, SliceParts parts, long records) {
        if (records < FLOOR) {
            throw refused(
                    kpi, "it has fewer than " + FLOOR + " members, and a smaller group is not shown; ask for more");
        }

        if (parts.leavesFewerThan(FLOOR)) {
            throw refused(
                    kpi,
                    "what it leaves over has fewer than " + FLOOR
                            + " members, and would follow from the difference; ask for less, or for all");
        }

        if (parts.hasValueFewerThan(FLOOR)) {
            throw refused(
                    kpi,
                    "one of its values has fewer than " + FLOOR
                            + " members, and would follow from the difference; leave it out, or ask for all");
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
