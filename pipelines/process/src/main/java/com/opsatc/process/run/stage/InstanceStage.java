package com.opsatc.process.run.stage;

import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.QualityDocument.LogCheck;
import com.opsatc.kernel.calendar.DurationClock;
import com.opsatc.kernel.figure.Durations;
import com.opsatc.kernel.figure.PingPong;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.measure.InstanceTimes;
import com.opsatc.kernel.measure.ViewMeasures;
import com.opsatc.kernel.measure.WorkMeasures;
import com.opsatc.kernel.measure.loop.PingPongMeasure;
import com.opsatc.kernel.measure.loop.ShortLoopMeasure;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.measure.quality.LogCounts;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.kernel.visit.PassResults;
import com.opsatc.kernel.waiting.CauseTotals;
import com.opsatc.kernel.waiting.Concurrency;
import com.opsatc.process.bottleneck.MinedProcess;
import com.opsatc.process.bottleneck.ObjectFacts;
import com.opsatc.process.eventlog.EventLogs;
import com.opsatc.process.eventlog.InstanceLogs;
import com.opsatc.process.eventlog.Weeks;
import com.opsatc.process.kpi.measure.Clocks;
import com.opsatc.process.mine.ViewPass;
import com.opsatc.process.store.AttemptTables;
import com.opsatc.process.waiting.WaitingCauses;
import com.opsatc.process.waiting.WaitingClaims;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** From a stored log that tells when work begins to its activity instances, and what one pass over these finds. */
public final class InstanceStage {
    private InstanceStage() {}

    /**
     * The activity instances of a process.
     *
     * @param named with names, for figures that are joins and group-bys
     * @param concurrency which of their activities run side by side
     * @param pingPongs between which of them cases go back and forth
     */
    public record MinedInstances(
            MinedProcess process,
            Dataset<Row> named,
            InstanceLogs.Written written,
            Concurrency concurrency,
            List<PingPong> pingPongs) {
        Map<String, Long> unpaired() {
            return written.unpaired();
        }

        /** The same with what is known of the process's objects. */
        MinedInstances with(ObjectFacts objects) {
            return new MinedInstances(process.with(objects), named, written, concurrency, pingPongs);
        }

        /** Why they waited; what is off duty by the business clock, where there is one, is unavailability. */
        ProcessWaiting waiting(Clocks clocks, Weeks weeks) {
            Optional<DurationClock> business = clocks.find(Clocks.BUSINESS);
            CauseTotals.Found causes = WaitingCauses.of(
                    written.instances(),
                    concurrency,
                    business.orElse(DurationClock.WALL),
                    new Periods(weeks.startsUs()));
            long processingUs = process.times().orElseThrow().processing().stream()
                    .mapToLong(Durations::sumUs)
                    .reduce(0, Math::addExact);
            return WaitingClaims.of(
                    process.process(),
                    process.names(),
                    causes,
                    processingUs,
                    business.map(used -> clocks.used(Clocks.BUSINESS).calendar())
                            .orElse(null),
                    weeks);
        }

        void release() {
            written.close();
        }

        /**
         * Whether they stand for the process: at least as many ended as there are records that belong to none. Starts without
         * ends, or the states of a ticket with a stray start among them, do not.
         */
        public boolean standForTheProcess() {
            long left = unpaired().values().stream().mapToLong(Long::longValue).sum();
            return process.mined().events() > 0 && process.mined().events() >= left;
        }

        /** What was paired and what was not (definitions 1.5): how many of how many. */
        public List<LogCheck> checks(long events) {
            long ended = process.mined().events();
            long open = unpaired().getOrDefault(InstanceLogs.OPEN, 0L);
            long neverBegun = unpaired().getOrDefault(InstanceLogs.NEVER_BEGUN, 0L);
            long known = process.times().map(InstanceTimes::startsKnown).orElseThrow();
            long all = ended + open + neverBegun;
            return List.of(
                    new LogCheck(process.process(), "instances-never-begun", neverBegun, all),
                    new LogCheck(process.process(), "instances-open", open, all),
                    new LogCheck(process.process(), "instances-without-start", ended - known, ended),
                    new LogCheck(
                            process.process(),
                            "transitions-without-instance",
                            unpaired().getOrDefault(InstanceLogs.UNMATCHED, 0L),
                            events));
        }
    }

    /** Empty where the log does not tell when work begins, so that work cannot be told from waiting. */
    public static Optional<MinedInstances> run(
            SparkSession session,
            AttemptTables tables,
            String source,
            String process,
            String caseNotion,
            EventLogs.Written log,
            LogCounts counts,
            Weeks weeks) {
        if (!InstanceLogs.tellsStarts(log.codes(), counts.withStart())) {
            InstanceLogs.clear(session, tables, source);
            return Optional.empty();
        }

        InstanceLogs.Written written = InstanceLogs.write(tables, source, log);
        int activities = log.codes().activities().size();
        Periods periods = new Periods(weeks.startsUs());
        CasePass pass = new CasePass(activities);
        ViewMeasures view = ViewMeasures.in(pass, Coding.ACTIVITY, activities, periods);
        WorkMeasures work = WorkMeasures.in(pass, activities, periods);
        CasePass.Slot<List<Concurrency.Loop>> loops = pass.add(ShortLoopMeasure::new);
        CasePass.Slot<List<PingPong>> pingPongs = pass.add(PingPongMeasure::new);
        PassResults found = ViewPass.over(InstanceLogs.stored(tables, source), /* classified= */ false, pass);
        MinedProcess mined = new MinedProcess(
                process,
                caseNotion,
                LogView.ACTIVITY_INSTANCE,
                view.of(found),
                log.codes().activities(),
                Optional.of(work.of(found)));
        return Optional.of(new MinedInstances(
                mined,
                InstanceLogs.named(session, tables, source, log.codes(), written),
                written,
                Concurrency.of(activities, mined.mined().edges(), found.of(loops)),
                found.of(pingPongs)));
    }
}
