package com.opsatc.jobs.report.csv;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.ageing.AgedCase;
import com.opsatc.contract.ageing.MissedDates;
import com.opsatc.contract.ageing.ProcessAgeing.AgeCount;
import com.opsatc.contract.claim.Alternation;
import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.WaitCause;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.contract.document.ProcessWaiting.CauseTime;
import com.opsatc.contract.document.ProcessWaiting.TransitionWaiting;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.Variant;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.quality.MappingCount;
import com.opsatc.contract.quality.StreamQuality;
import com.opsatc.contract.rule.RuleFigures;
import com.opsatc.contract.rule.RuleTotals;
import com.opsatc.contract.unusual.UnusualStep;
import com.opsatc.jobs.report.csv.CsvLink.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tables of one tenant's page as data, each with the rows that the page shows, in its order. Durations are in
 * microseconds, shares between 0 and 1. A file's name begins with the tenant, so that files of two tenants are not taken for
 * each other.
 */
public record CsvTables(TenantId tenant) {
    public CsvTables {
        requireNonNull(tenant, "tenant");
    }

    public CsvLink weeks(KpiValue kpi, List<SeriesPoint> series) {
        return link(
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
        return link(
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
        return link(
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
        return link(
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
        return link(
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
        return link(
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
        return link(
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

    public CsvLink ages(String process, List<AgeCount> classes) {
        return link(
                "Open by age",
                process + "-ages",
                List.of("from_days", "open", "late"),
                classes.stream()
                        .map(each -> new Row(each.fromDays(), each.open(), each.late()))
                        .toList());
    }

    /** Empty cells where no risk is given. */
    public CsvLink openCases(String process, List<AgedCase> cases) {
        return link(
                "Open cases",
                process + "-open",
                List.of(
                        "case_id",
                        "since",
                        "age_us",
                        "last_activity",
                        "last_on",
                        "late",
                        "missed",
                        "of",
                        "low",
                        "high"),
                cases.stream().map(CsvTables::openCase).toList());
    }

    private static Row openCase(AgedCase each) {
        MissedDates missed = each.missed();
        return new Row(
                each.caseId(),
                each.since(),
                each.ageUs(),
                each.lastActivity(),
                each.lastOn(),
                each.late() == null ? null : Boolean.toString(each.late()),
                missed == null ? null : missed.n(),
                missed == null ? null : missed.of(),
                missed == null ? null : missed.interval().low(),
                missed == null ? null : missed.interval().high());
    }

    public CsvLink rules(String process, List<RuleFigures> rules) {
        return link(
                "Rules",
                process + "-rules",
                List.of(
                        "rule",
                        "words",
                        "cases",
                        "tested_cases",
                        "kept_cases",
                        "broken_cases",
                        "share",
                        "low",
                        "high",
                        "activations",
                        "kept",
                        "broken",
                        "pending",
                        "undecided",
                        "overrun_p50_us",
                        "overrun_p90_us"),
                rules.stream()
                        .filter(each -> each.totals() != null)
                        .map(CsvTables::rule)
                        .toList());
    }

    private static Row rule(RuleFigures each) {
        RuleTotals totals = each.totals();
        return new Row(
                each.rule().id(),
                each.rule().words(),
                totals.cases(),
                totals.testedCases(),
                totals.keptCases(),
                totals.brokenCases(),
                each.share(),
                each.interval() == null ? null : each.interval().low(),
                each.interval() == null ? null : each.interval().high(),
                totals.activations(),
                totals.kept(),
                totals.broken(),
                totals.pending(),
                totals.undecided(),
                each.overruns() == null ? null : each.overruns().p50Us(),
                each.overruns() == null ? null : each.overruns().p90Us());
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
        return link(
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
        return link(
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
        return link(
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

    public CsvLink files(List<FileQuality> files) {
        return link(
                "Files",
                "files",
                List.of(
                        "file",
                        "source",
                        "stream",
                        "status",
                        "sha256",
                        "bytes",
                        "read",
                        "admitted",
                        "quarantined",
                        "duplicate"),
                files.stream()
                        .map(each -> new Row(
                                each.name(),
                                each.source(),
                                each.stream(),
                                each.status(),
                                each.file().hex(),
                                each.bytes(),
                                each.read(),
                                each.admitted(),
                                each.quarantined(),
                                each.duplicate()))
                        .toList());
    }

    public CsvLink quarantine(List<QualityDocument.QuarantineCount> counts) {
        return link(
                "Quarantine",
                "quarantine",
                List.of("source", "stream", "reason", "rows"),
                counts.stream()
                        .map(each -> new Row(each.source(), each.stream(), each.reason(), each.rows()))
                        .toList());
    }

    public CsvLink rules(List<QualityDocument.RuleOutcome> rules) {
        return link(
                "Rules",
                "rules",
                List.of("outcome", "source", "stream", "rule", "measured"),
                rules.stream()
                        .map(each ->
                                new Row(each.outcome(), each.source(), each.stream(), each.rule(), each.measured()))
                        .toList());
    }

    public CsvLink checks(List<QualityDocument.LogCheck> checks) {
        return link(
                "Checks",
                "checks",
                List.of("process", "check", "n", "of"),
                checks.stream()
                        .map(each -> new Row(each.process(), each.check(), each.n(), each.of()))
                        .toList());
    }

    public CsvLink laws(List<QualityDocument.LawCheck> laws) {
        return link(
                "Conservation laws",
                "laws",
                List.of("law", "of", "equations"),
                laws.stream()
                        .map(each -> new Row(each.law().symbol(), each.of(), each.equations()))
                        .toList());
    }

    public CsvLink mappings(List<MappingCount> counts) {
        return link(
                "Mappings",
                "mappings",
                List.of("source", "stream", "mapping", "rows", "gave", "made", "without", "joins"),
                counts.stream()
                        .map(each -> new Row(
                                each.source(),
                                each.stream(),
                                each.mapping(),
                                each.rows(),
                                each.gave(),
                                each.made(),
                                each.without().stream()
                                        .map(reason -> reason.n() + " " + reason.reason())
                                        .collect(Collectors.joining(", ")),
                                each.joins().stream()
                                        .map(join -> join.partner() + ": " + join.found() + " of " + join.looked())
                                        .collect(Collectors.joining(", "))))
                        .toList());
    }

    public CsvLink order(List<QualityDocument.OrderCheck> checks) {
        return link(
                "Order",
                "order",
                List.of("process", "subject", "earlier", "later", "n", "of"),
                checks.stream()
                        .map(each -> new Row(
                                each.process(), each.subject(), each.earlier(), each.later(), each.n(), each.of()))
                        .toList());
    }

    public CsvLink streams(List<StreamQuality> streams) {
        return link(
                "Streams",
                "streams",
                List.of(
                        "source",
                        "stream",
                        "cursor",
                        "files",
                        "dated",
                        "conflicts",
                        "redelivery",
                        "repeated",
                        "same_name",
                        "superseded",
                        "populations"),
                streams.stream()
                        .map(each -> new Row(
                                each.source(),
                                each.stream(),
                                each.cursor(),
                                each.files(),
                                each.dated(),
                                each.conflicts(),
                                each.redelivery(),
                                each.repeated(),
                                each.sameName(),
                                each.superseded().size(),
                                each.populations()))
                        .toList());
    }

    private CsvLink link(String label, String name, List<String> columns, List<Row> rows) {
        return CsvLink.of(label, tenant + "-" + name, columns, rows);
    }
}
