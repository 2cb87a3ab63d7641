package com.opsatc.process.waiting;

import com.opsatc.contract.claim.WaitCause;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.ProcessWaiting.CauseTime;
import com.opsatc.contract.document.ProcessWaiting.Coverage;
import com.opsatc.contract.document.ProcessWaiting.TransitionWaiting;
import com.opsatc.contract.figure.Interval;
import com.opsatc.kernel.statistics.BucketBootstrap;
import com.opsatc.kernel.statistics.Range;
import com.opsatc.kernel.waiting.Cause;
import com.opsatc.kernel.waiting.CauseTotals;
import com.opsatc.kernel.waiting.TransitionWait;
import com.opsatc.kernel.waiting.WaitParts;
import com.opsatc.process.eventlog.Weeks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names what was found of a process's waiting time, and says how sure it is. */
public final class WaitingClaims {
    private static final long SEED = 0;
    private static final int MOST_TRANSITIONS = 200;
    private static final int DECIMALS = 6;
    private static final BigDecimal LEVEL = new BigDecimal("0.95");
    private static final String METHOD = "bucket-bootstrap";

    private WaitingClaims() {}

    /**
     * @param names of the activities by code
     * @param processingUs working time of instances with a recorded start
     * @param calendar the name of the declared calendar; null for none
     * @param weeks the periods in which queues were counted
     */
    public static ProcessWaiting of(
            String process,
            List<String> names,
            CauseTotals.Found found,
            long processingUs,
            String calendar,
            Weeks weeks) {
        long measured = 0;
        long waitUs = 0;
        long attributedUs = 0;
        for (TransitionWait each : found.transitions()) {
            measured += each.n();
            waitUs = Math.addExact(waitUs, each.waitUs());
            attributedUs = Math.addExact(attributedUs, each.attributedUs());
        }

        List<TransitionWaiting> transitions = found.transitions().stream()
                .map(each -> transition(names, each))
                .sorted(Comparator.comparingLong(TransitionWaiting::waitUs)
                        .reversed()
                        .thenComparing(TransitionWaiting::from)
                        .thenComparing(TransitionWaiting::to))
                .toList();
        ProcessWaiting waiting = new ProcessWaiting(
                process,
                null,
                calendar,
                new Coverage(
                        measured, found.withoutStart(), found.withoutEnabling(), processingUs, waitUs, attributedUs),
                attributedUs == 0 ? List.of() : causes(found, processingUs, attributedUs),
                transitions.size(),
                transitions.subList(0, Math.min(MOST_TRANSITIONS, transitions.size())));
        return QueueClaims.with(waiting, found.queues(), names, weeks);
    }

    private static List<CauseTime> causes(CauseTotals.Found found, long processingUs, long attributedUs) {
        List<CauseTime> causes = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            long us = 0;
            long least = 0;
            long most = 0;
            for (TransitionWait each : found.transitions()) {
                us = Math.addExact(us, each.causes().part(cause));
                least = Math.addExact(least, each.causes().least(cause));
                most = Math.addExact(most, each.causes().most(cause));
            }

            Range range = BucketBootstrap.interval(found.bucketSums()[cause.ordinal()], SEED);
            Interval interval =
                    new Interval(LEVEL, BigDecimal.valueOf(range.low()), BigDecimal.valueOf(range.high()), METHOD);
            causes.add(new CauseTime(named(cause), us, least, most, interval, gain(processingUs, attributedUs, us)));
        }

        return causes;
    }

    /** PT / (PT + WT - WT of the cause) less PT / (PT + WT); null where no work is known. */
    private static BigDecimal gain(long processingUs, long waitUs, long causeUs) {
        if (processingUs == 0) {
            return null;
        }

        BigDecimal work = BigDecimal.valueOf(processingUs);
        BigDecimal all = work.add(BigDecimal.valueOf(waitUs));
        BigDecimal without = all.subtract(BigDecimal.valueOf(causeUs));
        // One division: work times the cause's time over the product of both sums.
        return work.multiply(BigDecimal.valueOf(causeUs))
                .divide(all.multiply(without), DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static TransitionWaiting transition(List<String> names, TransitionWait wait) {
        WaitParts parts = wait.causes();
        List<CauseTime> causes = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            if (parts.most(cause) > 0) {
                causes.add(new CauseTime(
                        named(cause), parts.part(cause), parts.least(cause), parts.most(cause), null, null));
            }
        }

        return new TransitionWaiting(
                names.get(wait.from()), names.get(wait.to()), wait.n(), wait.waitUs(), wait.attributedUs(), causes);
    }

    private static WaitCause named(Cause cause) {
        return WaitCause.valueOf(cause.name());
    }
}
