package com.opsatc.jobs.report.csv;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.Alternation;
import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.WaitCause;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.contract.document.ProcessWaiting.CauseTime;
import com.opsatc.contract.document.ProcessWaiting.TransitionWaiting;
import com.opsatc.contract.document.Variant;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.unusual.UnusualStep;
import com.opsatc.jobs.report.csv.CsvLink.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tables of one tenant's processes as data, each with the rows that the page shows, in its order. Durations are in
 * microseconds, shares between 0 and 1. A file's name begins with the tenant, so that files of two tenants are not taken for
 * each other.
 */
public record CsvTables(TenantId tenant) {
    public CsvTables {
        requireNonNull(tenant, "tenant");
    }

    public CsvLink weeks(KpiValue kpi, List<SeriesPoint> series) {
        return CsvLink.of(
                tenant,
                "Weeks",
                kpi.id() + "-weeks",
                List.of("week", "value", "unit", "n", "partial", "takes_part", "lower", "upper"),
                series.stream()
                        .map(point -> new Row(
                                point.week(),
                                point.value(),
                                kpi.unit().symbol(),
                                point.n(),
                                Boolean.toString(point.partial()),
                                Boolean.toString(point.takesPart()),
                                point.lower(),
                                point.upper()))
                        .toList());
    }

    public CsvLink activities(String process, List<ActivityStats> activities) {
        return CsvLink.of(
                tenant,
                "Activities",
                process + "-activities",
                List.of("activity", "executions", "starts", "ends", "self_loops", "repetitions", "rework_cases"),
                activities.stream()
                        .map(each -> new Row(
                                each.activity(),
                                each.executions(),
                                each.starts(),
                                each.ends(),
                                each.selfLoops(),
                                each.repetitions(),
                                each.reworkCases()))
                        .toList());
    }

    /** Processing time by activity; empty cells where no start is recorded. */
    public CsvLink work(String process, List<ActivityStats> activities) {
        return CsvLink.of(
                tenant,
                "Processing times",
                process + "-processing",
                List.of("activity", "executions", "n", "p50_us", "p90_us", "mean_us", "sum_us"),
                activities.stream().map(CsvTables::work).toList());
    }

    private static Row work(ActivityStats each) {
        DurationFigures processing = each.processing();
        return processing == null
                ? new Row(each.activity(), each.executions(), 0, null, null, null, null)
                : new Row(
                        each.activity(),
                        each.executions(),
                        processing.n(),
                        processing.p50Us(),
                        processing.p90Us(),
                        processing.meanUs(),
                        processing.sumUs());
    }

    public CsvLink transitions(String process, List<Edge> edges) {
        return CsvLink.of(
                tenant,
                "Transitions",
                process + "-transitions",
                List.of("from", "to", "n", "cases", "p50_us", "p90_us", "mean_us", "sum_us", "ties", "waiting_n"),
                edges.stream()
                        .map(each -> new Row(
                                each.from(),
                                each.to(),
                                each.n(),
                                each.cases(),
                                each.p50Us(),
                                each.p90Us(),
                                each.meanUs(),
                                each.sumUs(),
                                each.ties(),
                                each.waiting() == null ? null : each.waiting().n()))
                        .toList());
    }

    public CsvLink bottlenecks(String process, List<Bottleneck> bottlenecks) {
        return CsvLink.of(
                tenant,
                "Bottlenecks",
                process + "-bottlenecks",
                List.of(
                        "rank",
                        "from",
                        "to",
                        "recoverable_us",
                        "share",
                        "low_us",
                        "high_us",
                        "target_us",
                        "p50_us",
                        "p90_us",
                        "n",
                        "cases",
                        "measure",
                        "n_without_start",
                        "finding"),
                bottlenecks.stream().map(CsvTables::bottleneck).toList());
    }

    public CsvLink alternations(String process, List<Alternation> pairs) {
        return CsvLink.of(
                tenant,
                "Back and forth",
                process + "-back-and-forth",
                List.of("first", "second", "cases", "share", "low", "high", "stretches", "events", "again_us"),
                pairs.stream()
                        .map(each -> new Row(
                                each.first(),
                                each.second(),
                                each.cases(),
                                each.share(),
                                each.interval().low(),
                                each.interval().high(),
                                each.stretches(),
                                each.events(),
                                each.againUs()))
                        .toList());
    }

    public CsvLink unusual(String process, List<UnusualStep> steps) {
        return CsvLink.of(
                tenant,
                "Times far from the others",
                process + "-unusual",
                List.of("from", "to", "n", "median_us", "fast_below_us", "fast", "slow_from_us", "slow"),
                steps.stream()
                        .map(each -> new Row(
                                each.from(),
                                each.to(),
                                each.n(),
                                each.medianUs(),
                                each.fastBelowUs(),
                                each.fast(),
                                each.slowFromUs(),
                                each.slow()))
                        .toList());
    }

    private static Row bottleneck(Bottleneck each) {
        Interval interval = each.interval();

        return new Row(
                each.rank(),
                each.from(),
                each.to(),
                each.recoverableUs(),
                each.share(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                each.targetUs(),
                each.p50Us(),
                each.p90Us(),
                each.n(),
                each.cases(),
                each.measure().symbol(),
                each.nWithoutStart(),
                each.findingId());
    }

    public CsvLink causes(String process, List<CauseTime> causes) {
        return CsvLink.of(
                tenant,
                "Causes",
                process + "-waiting-causes",
                List.of("cause", "us", "low_us", "high_us", "least_us", "most_us", "efficiency_gain"),
                causes.stream()
                        .map(each -> new Row(
                                each.cause().symbol(),
                                each.us(),
                                each.interval() == null ? null : each.interval().low(),
                                each.interval() == null ? null : each.interval().high(),
                                each.leastUs(),
                                each.mostUs(),
                                each.efficiencyGain()))
                        .toList());
    }

    /** A row for each transition, with the time of each cause. */
    public CsvLink waiting(String process, List<TransitionWaiting> transitions) {
        List<String> columns = new ArrayList<>(List.of("from", "to", "n", "wait_us", "attributed_us"));
        Arrays.stream(WaitCause.values()).forEach(cause -> columns.add(cause.symbol() + "_us"));
        return CsvLink.of(
                tenant,
                "Waiting",
                process + "-waiting",
                columns,
                transitions.stream().map(CsvTables::waiting).toList());
    }

    private static Row waiting(TransitionWaiting each) {
        List<Object> cells =
                new ArrayList<>(List.of(each.from(), each.to(), each.n(), each.waitUs(), each.attributedUs()));
        for (WaitCause cause : WaitCause.values()) {
            cells.add(each.causes().stream()
                    .filter(time -> time.cause() == cause)
                    .mapToLong(CauseTime::us)
                    .sum());
        }

        return new Row(cells.toArray());
    }

    /** A row for each step of each variant, with the figures of the variant repeated. */
    public CsvLink variants(ProcessVariants process, List<Variant> variants) {
        return CsvLink.of(
                tenant,
                "Variants",
                process.process() + "-variants",
                List.of("variant", "cases", "of_cases", "cycle_time_sum_us", "step", "activity"),
                variants.stream().flatMap(each -> steps(process, each).stream()).toList());
    }

    private static List<Row> steps(ProcessVariants process, Variant each) {
        List<Row> steps = new ArrayList<>();
        for (String activity : each.activities()) {
            steps.add(new Row(
                    each.id().hex(), each.cases(), process.cases(), each.cycleSumUs(), steps.size() + 1, activity));
        }

        return steps;
    }
}
