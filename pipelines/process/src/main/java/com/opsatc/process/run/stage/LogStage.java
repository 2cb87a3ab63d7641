package com.opsatc.process.run.stage;

import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.QualityDocument.LogCheck;
import com.opsatc.kernel.mining.MiningPlan;
import com.opsatc.kernel.mining.figure.EdgeStats;
import com.opsatc.process.bottleneck.MinedProcess;
import com.opsatc.process.eventlog.EventLog;
import com.opsatc.process.eventlog.EventLogs;
import com.opsatc.process.eventlog.LogCaveats;
import com.opsatc.process.eventlog.LogCodes;
import com.opsatc.process.eventlog.LogMining;
import com.opsatc.process.eventlog.LogSummary;
import com.opsatc.process.eventlog.Weeks;
import com.opsatc.process.run.stage.InstanceStage.MinedInstances;
import com.opsatc.process.store.AttemptTables;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
     * @param byLifecycle the second view; empty where no event records a transition
     * @param instances what tells work from waiting; empty where the log does not tell when work begins, and no view of its own
     *     where they do not stand for the process
     * @param named the log with names, for figures that are joins and group-bys
     */
    public record MinedSource(
            LogCodes codes,
            LogSummary summary,
            LogCaveats caveats,
            Weeks weeks,
            MinedProcess byActivity,
            Optional<MinedProcess> byLifecycle,
            Optional<MinedInstances> instances,
            Dataset<Row> named) {
        /** All views, that of recorded events first. */
        public Stream<MinedProcess> views() {
            return Stream.concat(
                    Stream.of(byActivity),
                    Stream.concat(byLifecycle.stream(), timed().map(MinedInstances::process).stream()));
        }

        /** The view in which a gap is waiting as far as the log can tell: the one that bottlenecks are ranked in. */
        MinedProcess steps() {
            return timed().map(MinedInstances::process).orElse(byActivity);
        }

        /** The events of {@link #steps()} with names. */
        Dataset<Row> stepLog() {
            return timed().map(MinedInstances::named).orElse(named);
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
                    new LogCheck(process, "date-without-time", summary.midnightOnly(), summary.events()),
                    new LogCheck(
                            process,
                            "look-alike-activities",
                            caveats.alikeActivities(),
                            codes.activities().size()),
                    new LogCheck(process, "look-alike-cases", caveats.alikeCases(), summary.cases()),
                    new LogCheck(process, "one-event-cases", summary.oneEventCases(), summary.cases()),
                    new LogCheck(process, "order-by-tie-break", ties, pairs),
                    new LogCheck(process, "order-within-a-day", caveats.orderWithinADay(), pairs),
                    new LogCheck(process, "overlapping-events", overlaps, pairs),
                    new LogCheck(process, "start-recorded", summary.withStart(), summary.events())));
            instances.ifPresent(each -> checks.addAll(each.checks(summary.events())));
            checks.sort(Comparator.comparing(LogCheck::check));
            return checks;
        }
    }

    public static MinedSource run(
            SparkSession session,
            AttemptTables tables,
            String source,
            String process,
            String caseNotion,
            Dataset<Row> events,
            ZoneId zone) {
        LogCodes codes = EventLogs.write(session, tables, source, events);
        Dataset<Row> log = tables.read(EventLog.log(source));
        LogSummary summary = LogSummary.of(log, zone.getId());
        Weeks weeks = Weeks.between(summary.firstUs(), summary.lastUs(), zone);
        MinedProcess byActivity = new MinedProcess(
                process,
                caseNotion,
                ProcessEdges.ACTIVITY,
                LogMining.mine(
                        log,
                        EventLog.ACTIVITY,
                        new MiningPlan(codes.activities().size(), weeks.startsUs(), /* variants= */ true)),
                codes.activities());
        Optional<MinedProcess> byLifecycle = codes.hasLifecycles()
                ? Optional.of(new MinedProcess(
                        process,
                        caseNotion,
                        ProcessEdges.ACTIVITY_LIFECYCLE,
                        LogMining.mine(
                                log,
                                EventLog.ACTIVITY_LIFECYCLE,
                                new MiningPlan(codes.classes().size(), new long[0], /* variants= */ true)),
                        codes.classes().stream()
                                .map(LogCodes.ActivityClass::label)
                                .toList()))
                : Optional.empty();
        return new MinedSource(
                codes,
                summary,
                LogCaveats.of(log, tables.read(EventLog.cases(source)), codes, summary, zone),
                weeks,
                byActivity,
                byLifecycle,
                InstanceStage.run(session, tables, source, process, caseNotion, codes, summary, weeks),
                EventLogs.named(session, tables, source, codes));
    }
}
