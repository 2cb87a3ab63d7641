package com.opsatc.kernel.waiting;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.measure.period.PeriodIndex;
import com.opsatc.kernel.measure.period.Periods;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How many instances of each activity wait, period by period (definitions 1.8); sums of integers, in whichever order they are merged.
 *
 * <p>An instance waits from when it was enabled until it was started: it is in the queue at an instant where it was enabled before,
 * and not started before. Each sum is added up by itself, so that a period's sums must satisfy two equations: the queue at its
 * end is that at its begin and who came, less who was started; and the area under the queue is the waiting time of who came, and
 * what was still to be waited at its begin, less what is at its end, which is Little's law with its boundary.
 *
 * <pre>
 * periods from 0, 10, 20; waits 2 to 5, 8 to 21
 *   period  length  arrived  started  area  wait  remaining
 *        0       0        2        1     5    16          0
 *        1       1        0        0    10     0         11
 *        2       1        0        1     1     0          1
 * </pre>
 */
public final class QueueTotals {
    private static final int SUMS = 6;
    private static final int LENGTH = 0;
    private static final int ARRIVED = 1;
    private static final int STARTED = 2;
    private static final int AREA = 3;
    private static final int WAIT = 4;
    private static final int REMAINING = 5;

    private final long[] startsUs;
    private final PeriodIndex index;
    private final TreeMap<Integer, long[][]> activities = new TreeMap<>();

    /** Of no period where none is asked for: then nothing is added. */
    public QueueTotals(Periods periods) {
        startsUs = periods.startsUs();
        index = new PeriodIndex(periods);
    }

    /**
     * The queue of an activity in one period.
     *
     * @param length how many wait when it begins
     * @param arrived how many were enabled in it, {@code started} how many were started
     * @param areaUs how long all who waited in it did so, within it
     * @param waitUs how long those who were enabled in it waited, until whenever they were started
     * @param remainingUs how long those who wait when it begins still do
     */
    public record Period(long length, long arrived, long started, long areaUs, long waitUs, long remainingUs) {
        /** Nobody waits, comes or is started. */
        public static final Period QUIET = new Period(0, 0, 0, 0, 0, 0);

        /** Two queues in the same period as one. */
        public Period plus(Period other) {
            return new Period(
                    length + other.length,
                    arrived + other.arrived,
                    started + other.started,
                    Math.addExact(areaUs, other.areaUs),
                    Math.addExact(waitUs, other.waitUs),
                    Math.addExact(remainingUs, other.remainingUs));
        }
    }

    /** An activity's queue in all periods. */
    public record Queue(int activity, List<Period> periods) {
        public Queue {
            periods = List.copyOf(periods);
        }
    }

    /**
     * An instance that waited; one that did not, comes and goes at once.
     *
     * @param enabledUs not before the first period, and not after {@code startUs}
     */
    public void add(int activity, long enabledUs, long startUs) {
        if (startsUs.length == 0) {
            return;
        }

        int first = index.of(enabledUs);
        int last = index.of(startUs);
        if (first == PeriodIndex.NONE || enabledUs > startUs) {
            throw new IllegalArgumentException("Invalid wait: it begins within the periods, and before it ends");
        }

        long[][] sums = activities.computeIfAbsent(activity, unknown -> new long[SUMS][startsUs.length]);
        sums[ARRIVED][first]++;
        sums[STARTED][last]++;
        add(sums[WAIT], first, startUs - enabledUs);
        for (int period = first; period <= last; period++) {
            long from = period == first ? enabledUs : startsUs[period];
            long to = period == last ? startUs : startsUs[period + 1];
            add(sums[AREA], period, to - from);
            if (period > first) {
                sums[LENGTH][period]++;
                add(sums[REMAINING], period, startUs - from);
            }
        }
    }

    private static void add(long[] sums, int period, long us) {
        sums[period] = Math.addExact(sums[period], us);
    }

    byte[] toBytes() {
        ByteSink sink = new ByteSink();
        sink.writeVarint(activities.size());
        activities.forEach((activity, sums) -> {
            sink.writeVarint(activity);
            for (long[] each : sums) {
                for (long sum : each) {
                    sink.writeVarint(sum);
                }
            }
        });
        return sink.toBytes();
    }

    /** Adds what another's {@link #toBytes} gave; both have the same periods. */
    void merge(byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        int count = source.readCount();
        for (int i = 0; i < count; i++) {
            long[][] sums = activities.computeIfAbsent(
                    source.readBelow(Integer.MAX_VALUE), unknown -> new long[SUMS][startsUs.length]);
            for (long[] each : sums) {
                for (int period = 0; period < each.length; period++) {
                    add(each, period, source.readVarint());
                }
            }
        }
        source.requireEnd();
    }

    /** In the order of the activities' codes. */
    List<Queue> finish() {
        List<Queue> queues = new ArrayList<>();
        activities.forEach((activity, sums) -> {
            List<Period> periods = new ArrayList<>();
            for (int i = 0; i < startsUs.length; i++) {
                periods.add(new Period(
                        sums[LENGTH][i],
                        sums[ARRIVED][i],
                        sums[STARTED][i],
                        sums[AREA][i],
                        sums[WAIT][i],
                        sums[REMAINING][i]));
            }
            queues.add(new Queue(activity, periods));
        });
        return queues;
    }
}
