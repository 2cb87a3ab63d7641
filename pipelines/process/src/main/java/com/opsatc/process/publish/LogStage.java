package com.opsatc.process.publish;

import com.opsatc.contract.ProcessEdges;
import com.opsatc.contract.QualityDocument.LogCheck;
import com.opsatc.kernel.mining.EdgeStats;
import com.opsatc.kernel.mining.MiningPlan;
import com.opsatc.process.bottleneck.MinedProcess;
import com.opsatc.process.eventlog.EventLog;
import com.opsatc.process.eventlog.EventLogs;
import com.opsatc.process.eventlog.LogCodes;
import com.opsatc.process.eventlog.LogMining;
import com.opsatc.process.eventlog.LogSummary;
import com.opsatc.process.eventlog.Weeks;
import com.opsatc.process.store.AttemptTables;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** From canonical events to the stored log and what one pass over it finds, in both views. */
final class LogStage {
    private LogStage() {}

    /**
     * A process as its log has it.
     *
     * @param byLifecycle the second view; empty where no event records a transition
     * @param named the log with names, for figures that are joins and group-bys
     */
    record MinedSource(
            LogCodes codes,
            LogSummary summary,
            Weeks weeks,
            MinedProcess byActivity,
            Optional<MinedProcess> byLifecycle,
            Dataset<Row> named) {
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
            return List.of(
                    new LogCheck(process, "date-without-time", summary.midnightOnly(), summary.events()),
                    new LogCheck(process, "one-event-cases", summary.oneEventCases(), summary.cases()),
                    new LogCheck(process, "order-by-tie-break", ties, pairs),
                    new LogCheck(process, "overlapping-events", overlaps, pairs),
                    new LogCheck(process, "start-recorded", summary.withStart(), summary.events()));
        }
    }

    static MinedSource run(
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
                codes, summary, weeks, byActivity, byLifecycle, EventLogs.named(session, tables, source, codes));
    }
}
