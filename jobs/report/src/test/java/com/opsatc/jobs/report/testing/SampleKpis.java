package com.opsatc.jobs.report.testing;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.DefinitionBuilder;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.ComparedPeriods;
import com.opsatc.contract.figure.ControlLimits;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.PeriodFigure;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.contract.figure.Tolerance;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.quality.QuarantinedRows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Key figures of the sample tenant. */
public final class SampleKpis {
    static final long HOUR = 3_600_000_000L;
    private static final int WEEKS = 25;

    /** Of both KPIs of the first process. */
    public static final String CAVEAT =
            "It rests on stream vbak, where rows that several files hold alike count once; 12 were left out as delivered again.";

    private SampleKpis() {}

    static List<Definition> definitions() {
        return List.of(
                definition(
                        "cycle-time",
                        "Cycle time",
                        "time from the first to the last event of a case; median over completed cases",
                        "Cases with an end activity, placed in the week of their last event.",
                        Unit.MICROSECONDS,
                        Aggregation.MEDIAN,
                        Direction.LOWER_IS_BETTER),
                definition(
                        "on-time-line",
                        "On time, order lines",
                        "lines whose goods issue is on or before the requested date / lines with a requested date",
                        "Order lines with a requested date and a goods issue, or past the requested date.",
                        Unit.RATIO,
                        Aggregation.SHARE,
                        Direction.HIGHER_IS_BETTER),
                definition(
                        "otif-order",
                        "OTIF, orders",
                        "orders all of whose lines were delivered on time and in full / orders counted",
                        "Orders with a requested date and a delivered quantity on every line.",
                        Unit.RATIO,
                        Aggregation.SHARE,
                        Direction.HIGHER_IS_BETTER),
                definition(
                        "exception-mttr",
                        "Time to resolve",
                        "time from opening to first resolution; median over resolved tickets",
                        "Tickets that were resolved at least once.",
                        Unit.MICROSECONDS,
                        Aggregation.MEDIAN,
                        Direction.LOWER_IS_BETTER),
                definition(
                        "decision-latency",
                        "Decision latency",
                        "time from submission to the first decision; median over decided cases",
                        "Cases with a submission and a decision.",
                        Unit.MICROSECONDS,
                        Aggregation.MEDIAN,
                        Direction.LOWER_IS_BETTER),
                definition(
                        "bottleneck-recoverable-time",
                        "Recoverable time",
                        "sum over passages of the time beyond the target",
                        "Every passage of the transition in the window.",
                        Unit.MICROSECONDS,
                        Aggregation.SUM_ABOVE_P25,
                        Direction.LOWER_IS_BETTER));
    }

    static List<KpiValue> orderToCash() {
        Definition time = definitions().get(0);
        Definition onTime = definitions().get(1);

        return List.of(
                measured(
                                "K-order-to-cash-cycle-time",
                                "order-to-cash",
                                time,
                                "535680000000",
                                1240,
                                31,
                                Map.of(
                                        FigureName.MEAN,
                                        new BigDecimal("601344000000"),
                                        FigureName.P90,
                                        new BigDecimal("1278720000000")),
                                List.of(new Excluded("negative-duration", 2), new Excluded("no-end", 0)),
                                interval("518400000000", "552960000000", "order-statistic"),
                                durations(7, 6.2, 1.5, -1),
                                limits("535680000000", "302400000000", "768960000000", 23, 0, 23))
                        .compared(periods("540000000000", "500000000000", "510000000000", "560000000000"))
                        .withCaveats(List.of(CAVEAT)),
                measured(
                                "K-order-to-cash-on-time-line",
                                "order-to-cash",
                                onTime,
                                "0.885122",
                                2210,
                                44,
                                Map.of(),
                                List.of(new Excluded("no-due", 17), new Excluded("zero-quantity", 3)),
                                interval("0.871130", "0.897820", "wilson"),
                                ratios(11),
                                ControlLimits.laneyP(
                                        new BigDecimal("0.911240"),
                                        new BigDecimal("0.492000"),
                                        16,
                                        SampleDocuments.FIRST_WEEK.plusWeeks(1),
                                        SampleDocuments.FIRST_WEEK.plusWeeks(16)))
                        .within(new Tolerance(null, 2, new BigDecimal("2.5"), null, "completing"))
                        .without(new QuarantinedRows(22, 30_919))
                        .compared(periods("0.830000", "0.911000", "0.900000", "0.925000"))
                        .withCaveats(List.of(CAVEAT, "Half of the lines are of one customer.")),
                KpiValue.notMeasured(
                        "K-order-to-cash-otif-order",
                        "order-to-cash",
                        definitions().get(2),
                        "The extract holds no delivered quantity."));
    }

    static List<KpiValue> incident() {
        Definition mttr = definitions().get(3);
        Definition decision = definitions().get(4);
        List<SeriesPoint> few = durations(5, 0.9, 0.3, -1).subList(0, 7);

        return List.of(
                measured(
                        "K-incident-exception-mttr",
                        "incident",
                        mttr,
                        "57240000000",
                        3312,
                        120,
                        Map.of(
                                FigureName.MEAN,
                                new BigDecimal("91440000000"),
                                FigureName.P90,
                                new BigDecimal("244800000000")),
                        List.of(),
                        interval("54000000000", "60120000000", "order-statistic"),
                        durations(3, 0.66, 0.08, 15),
                        limits("57240000000", "48000000000", "66000000000", 15, 0, 14)),
                KpiValueBuilder.builder()
                        .id("K-incident-decision-latency")
                        .process("incident")
                        .definition(decision.ref())
                        .title(decision.title())
                        .state(KpiState.LOW_N)
                        .unit(decision.unit())
                        .direction(decision.direction())
                        .aggregation(decision.aggregation())
                        .value(BigDecimal.valueOf(11 * HOUR))
                        .n(14)
                        .open(2L)
                        .interval(interval("9000000000", "100000000000", "order-statistic"))
                        .window(SampleDocuments.WINDOW)
                        .series(few)
                        .evidence(SampleDocuments.evidence("K-incident-decision-latency", "servicenow", 14))
                        .build());
    }

    /** Eight weeks before the last one; only the period before has an interval that the latest may overlap. */
    private static ComparedPeriods periods(String latest, String previous, String low, String high) {
        LocalDate middle = SampleDocuments.FIRST_WEEK.plusWeeks(20);

        return new ComparedPeriods(
                4,
                new PeriodFigure(
                        new Window(middle, middle.plusDays(27), "Europe/Berlin"),
                        new BigDecimal(latest),
                        310,
                        interval(latest, latest, "wilson")),
                new PeriodFigure(
                        new Window(middle.minusWeeks(4), middle.minusDays(1), "Europe/Berlin"),
                        new BigDecimal(previous),
                        298,
                        interval(low, high, "wilson")));
    }

    private static KpiValue measured(
            String id,
            String process,
            Definition definition,
            String value,
            long n,
            long open,
            Map<FigureName, BigDecimal> companions,
            List<Excluded> excluded,
            Interval interval,
            List<SeriesPoint> series,
            ControlLimits limits) {
        KpiValue kpi = KpiValueBuilder.builder()
                .id(id)
                .process(process)
                .definition(definition.ref())
                .title(definition.title())
                .state(KpiState.MEASURED)
                .unit(definition.unit())
                .direction(definition.direction())
                .aggregation(definition.aggregation())
                .value(new BigDecimal(value))
                .companions(companions)
                .n(n)
                .excluded(excluded)
                .open(open)
                .interval(interval)
                .window(SampleDocuments.WINDOW)
                .series(series)
                .evidence(SampleDocuments.evidence(id, process.equals("incident") ? "servicenow" : "sap", n))
                .build();

        return kpi.charted(series, limits);
    }

    /** @param from and {@code to} count weeks, the first being 0 */
    private static ControlLimits limits(String mean, String lower, String upper, int weeks, int from, int to) {
        return ControlLimits.xmr(
                new BigDecimal(mean),
                new BigDecimal(lower),
                new BigDecimal(upper),
                weeks,
                SampleDocuments.FIRST_WEEK.plusWeeks(from),
                SampleDocuments.FIRST_WEEK.plusWeeks(to));
    }

    static Interval interval(String low, String high, String method) {
        return new Interval(new BigDecimal("0.95"), new BigDecimal(low), new BigDecimal(high), method);
    }

    /** Weekly medians around {@code days}; from week {@code shift} on (none below 0) half as much again. */
    private static List<SeriesPoint> durations(long seed, double days, double spread, int shift) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<SeriesPoint> series = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            double level = shift >= 0 && week >= shift ? days * 1.5 : days;
            double value = (level + (random.nextDouble() - 0.5) * 2 * spread) * 24;
            boolean empty = seed == 7 && week == 9;
            series.add(new SeriesPoint(
                    SampleDocuments.FIRST_WEEK.plusWeeks(week),
                    empty ? 0 : 30 + random.nextInt(30),
                    empty ? null : BigDecimal.valueOf(Math.round(value * 3600)).multiply(BigDecimal.valueOf(1_000_000)),
                    week == WEEKS - 1));
        }

        return series;
    }

    /** Limits of a week of n members are 42 points over the square root of n from 91.1 %. */
    private static List<SeriesPoint> ratios(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<SeriesPoint> series = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            double level = week >= 17 ? 0.83 : 0.91;
            double value = level + (random.nextDouble() - 0.5) * 0.04;
            int n = 70 + random.nextInt(40);
            double reach = 0.42 / Math.sqrt(n);
            SeriesPoint point = new SeriesPoint(
                    SampleDocuments.FIRST_WEEK.plusWeeks(week), n, millionths(value), week == 0 || week == WEEKS - 1);
            series.add(
                    point.takesPart() ? point.within(millionths(0.91124 - reach), millionths(0.91124 + reach)) : point);
        }

        return series;
    }

    private static BigDecimal millionths(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
    }

    private static Definition definition(
            String id,
            String title,
            String formula,
            String population,
            Unit unit,
            Aggregation aggregation,
            Direction direction) {
        String plain = aggregation == Aggregation.SHARE
                ? "Of every hundred, how many came on time."
                : "Half of them took this long or less.";

        return DefinitionBuilder.builder()
                .id(id)
                .version(1)
                .title(title)
                .plain(id.equals("decision-latency") ? null : plain)
                .formula(formula)
                .population(population)
                .exclusions(List.of("no-due", "zero-quantity"))
                .unit(unit)
                .aggregation(aggregation)
                .direction(direction)
                .period("Week of the event that ends it")
                .clock("wall")
                .source("definitions 2.1")
                .build();
    }
}
