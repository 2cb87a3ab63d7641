package com.opsatc.process.waiting;

import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.ProcessWaitingBuilder;
import com.opsatc.contract.document.WaitingQueue;
import com.opsatc.kernel.waiting.QueueTotals;
import com.opsatc.kernel.waiting.QueueTotals.Period;
import com.opsatc.process.eventlog.Weeks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Names the queues of a process, and says how long they are on average (definitions 1.8). */
final class QueueClaims {
    private static final int DECIMALS = 3;
    private static final long DAY_US = 24L * 3_600 * 1_000_000;

    private QueueClaims() {}

    /** The process's waiting time with its queues; without any where nothing waited a known time. */
    static ProcessWaiting with(ProcessWaiting waiting, List<QueueTotals.Queue> found, List<String> names, Weeks weeks) {
        if (found.isEmpty()) {
            return waiting;
        }

        List<WaitingQueue> queues = found.stream()
                .map(queue -> of(names.get(queue.activity()), queue.periods(), weeks))
                .sorted(Comparator.comparingLong(WaitingQueue::waitUs)
                        .reversed()
                        .thenComparing(WaitingQueue::activity))
                .toList();
        return ProcessWaitingBuilder.builder(waiting)
                .queue(of(null, together(found), weeks))
                .totalQueues((long) queues.size())
                .queues(queues.subList(0, Math.min(ProcessWaiting.MOST_QUEUES, queues.size())))
                .build();
    }

    private static List<Period> together(List<QueueTotals.Queue> queues) {
        List<Period> together = new ArrayList<>(queues.get(0).periods());
        for (QueueTotals.Queue queue : queues.subList(1, queues.size())) {
            for (int i = 0; i < together.size(); i++) {
                together.set(i, together.get(i).plus(queue.periods().get(i)));
            }
        }
        return together;
    }

    private static WaitingQueue of(String activity, List<Period> periods, Weeks weeks) {
        List<WaitingQueue.Week> named = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            Period period = periods.get(i);
            if (period.equals(Period.QUIET)) {
                continue;
            }

            named.add(new WaitingQueue.Week(
                    weeks.mondays().get(i),
                    period.length(),
                    period.arrived(),
                    period.started(),
                    period.areaUs(),
                    period.waitUs(),
                    period.remainingUs()));
        }

        long n = sum(periods, Period::arrived);
        long waitUs = sum(periods, Period::waitUs);
        if (periods.size() < 3) {
            return new WaitingQueue(activity, n, waitUs, null, null, null, named);
        }

        // The log begins within its first week and ends within its last one: these are not whole.
        List<Period> whole = periods.subList(1, periods.size() - 1);
        long[] startsUs = weeks.startsUs();
        BigDecimal lasted = BigDecimal.valueOf(startsUs[startsUs.length - 1] - startsUs[1]);
        long arrived = sum(whole, Period::arrived);
        return new WaitingQueue(
                activity,
                n,
                waitUs,
                BigDecimal.valueOf(sum(whole, Period::areaUs)).divide(lasted, DECIMALS, RoundingMode.HALF_EVEN),
                BigDecimal.valueOf(arrived)
                        .multiply(BigDecimal.valueOf(DAY_US))
                        .divide(lasted, DECIMALS, RoundingMode.HALF_EVEN),
                arrived == 0 ? null : mean(sum(whole, Period::waitUs), arrived),
                named);
    }

    private static long mean(long us, long n) {
        return BigDecimal.valueOf(us)
                .divide(BigDecimal.valueOf(n), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private static long sum(List<Period> periods, ToLongFunction<Period> each) {
        long sum = 0;
        for (Period period : periods) {
            sum = Math.addExact(sum, each.applyAsLong(period));
        }
        return sum;
    }
}
