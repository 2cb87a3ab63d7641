package com.opsatc.process.run.stage;

import com.opsatc.connector.mapping.Ends;
import com.opsatc.contract.ageing.ProcessAgeing;
import com.opsatc.contract.claim.Alternation;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.QualityDocument.LogCheck;
import com.opsatc.contract.rule.RuleFigures;
import com.opsatc.kernel.figure.CaseTimes;
import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.figure.PingPong;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.measure.ViewMeasures;
import com.opsatc.kernel.measure.loop.PingPongMeasure;
import com.opsatc.kernel.measure.open.CaseTimesMeasure;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.measure.quality.LogCounts;
import com.opsatc.kernel.measure.quality.LogCountsMeasure;
import com.opsatc.kernel.measure.rule.RuleCounts;
import com.opsatc.kernel.measure.rule.RuleMeasure;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.kernel.visit.PassResults;
import com.opsatc.process.ageing.KnownUntil;
import com.opsatc.process.ageing.LoggedCases;
import com.opsatc.process.ageing.OpenNow;
import com.opsatc.process.bottleneck.Alternations;
import com.opsatc.process.bottleneck.MinedProcess;
import com.opsatc.process.eventlog.EventLog;
import com.opsatc.process.eventlog.EventLogs;
import com.opsatc.process.eventlog.LogCaveats;
import com.opsatc.process.eventlog.LogCodes;
import com.opsatc.process.eventlog.Weeks;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.kpi.measure.Clocks;
import com.opsatc.process.mine.ViewPass;
import com.opsatc.process.path.CasePathDocument;
import com.opsatc.process.rule.CodedRule;
import com.opsatc.process.rule.RuleBook;
import com.opsatc.process.rule.RuleClaims;
import com.opsatc.process.rule.SlotRules;
import com.opsatc.process.run.stage.InstanceStage.MinedInstances;
import com.opsatc.process.run.stage.ObjectStage.MinedObjects;
import com.opsatc.process.store.AttemptTables;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** From canonical events to the stored log and what one pass over it finds, in every view. */
public final class LogStage {
    private LogStage() {}

    /**
     * A process as its log has it.
     *
     * @param counts of the log as data
     * @param kept rows that figures are made of, kept until the process is released
     * @param byLifecycle the second view; empty where no event records a transition
     * @param instances what tells work from waiting; empty where the log does not tell when work begins, and no view of its own
     *     where they do not stand for the process
     * @param pingPongs between which activities recorded events go back and forth
     * @param times when cases began and were closed; empty where the connector does not say what ends one
     * @param caseNames by key
     * @param rules how far its cases keep what is declared of them
     * @param objects a view of each object type, where the records tell which objects events touch
     * @param touched case_id, object_type: what the events of each case touch, where the records tell it
     * @param named the log with names, for figures that are joins and group-bys
     */
    public record MinedSource(
            LogCodes codes,
            LogCounts counts,
            LogCaveats caveats,
            Weeks weeks,
            MinedProcess byActivity,
            Optional<MinedProcess> byLifecycle,
            Optional<MinedInstances> instances,
            List<MinedProcess> objects,
            List<PingPong> pingPongs,
            Optional<CaseTimes> times,
            Dataset<Row> caseNames,
            List<RuleFigures> rules,
            Optional<Dataset<Row>> touched,
            Dataset<Row> named,
            EventLogs.Written kept) {
        /** Frees what was kept in memory. */
        public void release() {
            kept.close();
            instances.ifPresent(MinedInstances::release);
        }

        /** All views, that of recorded events first. */
        public Stream<MinedProcess> views() {
            return Stream.of(
                            Stream.of(byActivity),
                            byLifecycle.stream(),
                            timed().map(MinedInstances::process).stream(),
                            objects.stream())
                    .flatMap(Function.identity());
        }

        /** The view in which a gap is waiting as far as the log can tell: the one that bottlenecks are ranked in. */
        MinedProcess steps() {
            return timed().map(MinedInstances::process).orElse(byActivity);
        }

        /** The events of {@link #steps()} with names. */
        Dataset<Row> stepLog() {
            return timed().map(MinedInstances::named).orElse(named);
        }

        /** Between which activities cases go back and forth; none is looked for where an event is no execution. */
        List<Alternation> alternations(String system) {
            if (!stepsAreExecutions()) {
                return List.of();
            }

            return Alternations.of(
                    steps(),
                    timed().map(MinedInstances::pingPongs).orElse(pingPongs),
                    timed().map(each -> each.written().instances())
                            .orElseGet(() -> kept.rows().rows()),
                    codes.files(),
                    system);
        }

        /** What is open at the end of the logical date; why that is not known, where nothing ends a case. */
        ProcessAgeing ageing(String system, KnownUntil known) {
            String process = byActivity.process();
            return times.map(cases -> OpenNow.of(
                            new LoggedCases(
                                    process, system, cases, codes, kept.rows().rows(), caseNames),
                            known))
                    .orElseGet(() -> ProcessAgeing.none(
                            process,
                            "The connector names nothing that ends a case, so that open ones cannot be told."));
        }

        /** Why work waits; why that is not known, where the log does not tell when work begins. */
        ProcessWaiting waiting(Clocks clocks) {
            return timed().map(instances -> instances.waiting(clocks, weeks))
                    .orElseGet(() -> ProcessWaiting.none(
                            byActivity.process(),
                            "The log does not tell when work begins, so that waiting cannot be told from work."));
        }

        /** Writes what happened in each case, of which there are as many as the view of recorded events has. */
        void writePaths(String system, ZoneId zone, EvidenceSink sink) {
            CasePathDocument.write(
                    byActivity.process(),
                    system,
                    zone,
                    kept.rows().rows(),
                    caseNames,
                    codes.files(),
                    touched,
                    objects.stream()
                            .map(view -> view.objects().type().orElseThrow())
                            .sorted()
                            .toList(),
                    counts.cases(),
                    sink);
        }

        /** Whether an event of {@link #stepLog()} is an execution of its activity, and not one of its transitions. */
        boolean stepsAreExecutions() {
            return timed().isPresent() || byLifecycle.isEmpty();
        }

        private Optional<MinedInstances> timed() {
            return instances.filter(MinedInstances::standForTheProcess);
        }

        /** The log's checks (definitions 1.1): how many of how many. */
        List<LogCheck> checks() {
            String process = byActivity.process();
            long pairs =
                    byActivity.mined().edges().stream().mapToLong(EdgeStats::n).sum();
            long ties = byActivity.mined().edges().stream()
                    .mapToLong(EdgeStats::ties)
                    .sum();
            long overlaps = byActivity.mined().edges().stream()
                    .mapToLong(EdgeStats::overlapN)
                    .sum();
            List<LogCheck> checks = new ArrayList<>(List.of(
                    new LogCheck(process, "date-without-time", counts.midnightOnly(), counts.events()),
                    new LogCheck(
                            process,
                            "look-alike-activities",
                            caveats.alikeActivities(),
                            codes.activities().size()),
                    new LogCheck(process, "look-alike-cases", caveats.alikeCases(), counts.cases()),
                    new LogCheck(process, "one-event-cases", counts.oneEventCases(), counts.cases()),
                    new LogCheck(process, "order-by-tie-break", ties, pairs),
                    new LogCheck(process, "order-within-a-day", counts.orderWithinADay(), pairs),
                    new LogCheck(process, "overlapping-events", overlaps, pairs),
                    new LogCheck(process, "start-recorded", counts.withStart(), counts.events())));
            instances.ifPresent(each -> checks.addAll(each.checks(counts.events())));
            checks.sort(Comparator.comparing(LogCheck::check));
            return checks;
        }
    }

    public static MinedSource run(
            SparkSession session,
            AttemptTables tables,
            String process,
            String caseNotion,
            Ends ends,
            MergedLog merged,
            RuleBook book,
            ZoneId zone) {
        String source = merged.name();
        Optional<MinedObjects> objects = ObjectStage.run(session, tables, process, merged);
        EventLogs.Written log = EventLogs.write(session, tables, source, merged.events());
        LogCodes codes = log.codes();
        Weeks weeks = Weeks.between(merged.firstUs(), merged.lastUs(), zone);
        int activities = codes.activities().size();
        int classes = codes.classes().size();
        boolean classified = codes.hasLifecycles();
        CasePass pass = new CasePass(activities, classes);
        CasePass.Slot<LogCounts> counts = pass.add(LogCountsMeasure.between(merged.firstUs(), merged.lastUs(), zone));
        CasePass.Slot<List<PingPong>> pingPongs = pass.add(PingPongMeasure::new);
        Optional<CasePass.Slot<CaseTimes>> times =
                ends.known() ? Optional.of(times(pass, ends, codes)) : Optional.empty();
        ViewMeasures byActivity = ViewMeasures.in(pass, Coding.ACTIVITY, activities, new Periods(weeks.startsUs()));
        Optional<ViewMeasures> byClass =
                classified ? Optional.of(ViewMeasures.in(pass, Coding.CLASS, classes, Periods.NONE)) : Optional.empty();
        List<CodedRule> rules = book.in(codes);
        CasePass.Slot<List<RuleCounts>> judged = pass.add(RuleMeasure.of(
                rules.stream().flatMap(rule -> rule.rule().stream()).toList(), book.known(codes), RuleClaims.LISTED));
        PassResults found = ViewPass.over(tables.read(EventLog.log(source)), classified, pass);
        MinedProcess cases = ObjectComparison.of(
                new MinedProcess(process, caseNotion, LogView.ACTIVITY, byActivity.of(found), codes.activities()),
                objects);
        return new MinedSource(
                codes,
                found.of(counts),
                LogCaveats.of(tables.read(EventLog.cases(source)), codes),
                weeks,
                cases,
                byClass.map(measures -> new MinedProcess(
                        process,
                        caseNotion,
                        LogView.ACTIVITY_LIFECYCLE,
                        measures.of(found),
                        codes.classes().stream()
                                .map(LogCodes.ActivityClass::label)
                                .toList())),
                InstanceStage.run(session, tables, source, process, caseNotion, log, found.of(counts), weeks)
                        .map(instances -> instances.with(cases.objects())),
                objects.map(MinedObjects::views).orElse(List.of()),
                found.of(pingPongs),
                times.map(found::of),
                tables.read(EventLog.cases(source)),
                RuleClaims.of(
                        rules,
                        SlotRules.among(
                                rules,
                                found.of(judged),
                                log.rows().rows(),
                                found.of(counts).cases()),
                        book.ends().known(),
                        log.rows().rows(),
                        tables.read(EventLog.cases(source)),
                        codes.files(),
                        merged.sources().get(0).source().connector().system()),
                objects.map(some -> merged.touched(tables)),
                EventLogs.named(session, tables, source, log),
                log);
    }

    private static CasePass.Slot<CaseTimes> times(CasePass pass, Ends ends, LogCodes codes) {
        BitSet ending = new BitSet();
        ends.activities().stream()
                .mapToInt(codes.activities()::indexOf)
                .filter(code -> code >= 0)
                .forEach(ending::set);
        boolean lastEventDecides = ends.when() == Ends.When.LAST_EVENT;
        return pass.add(() -> new CaseTimesMeasure(ending, lastEventDecides));
    }
}
