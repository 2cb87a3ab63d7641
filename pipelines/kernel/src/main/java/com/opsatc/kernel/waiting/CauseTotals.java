package com.opsatc.kernel.waiting;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.statistics.BucketBootstrap;
import java.util.List;
import java.util.TreeMap;

/** Adds up the waiting time of a log by transition and cause; sums of integers, in whichever order they are merged. */
public final class CauseTotals {
    private static final int N = 0;
    private static final int WAIT = 1;
    private static final int ATTRIBUTED = 2;
    private static final int CAUSES = Cause.values().length;
    private static final int PARTS = 3;
    private static final int LEAST = PARTS + CAUSES;
    private static final int MOST = LEAST + CAUSES;

    private final TreeMap<Long, long[]> transitions = new TreeMap<>();
    private final long[][] buckets = new long[CAUSES][BucketBootstrap.BUCKETS];
    private long withoutStart;
    private long withoutEnabling;
    private final QueueTotals queues;

    /** Of no queue. */
    public CauseTotals() {
        this(Periods.NONE);
    }

    /** @param periods in which queues are counted */
    public CauseTotals(Periods periods) {
        queues = new QueueTotals(periods);
    }

    /**
     * All of it.
     *
     * @param transitions in the order of their codes
     * @param withoutStart instances whose start is not recorded: how long they waited cannot be told
     * @param withoutEnabling instances that nothing enabled, such as the first of a case
     * @param bucketSums by ordinal of the cause, its time by the fixed buckets that cases fall into
     * @param queues in the order of the activities' codes
     */
    public record Found(
            List<TransitionWait> transitions,
            long withoutStart,
            long withoutEnabling,
            long[][] bucketSums,
            List<QueueTotals.Queue> queues) {
        public Found {
            transitions = List.copyOf(transitions);
            queues = List.copyOf(queues);
        }
    }

    public void addWithoutStart() {
        withoutStart++;
    }

    public void addWithoutEnabling() {
        withoutEnabling++;
    }

    /** An instance of {@code to} that was enabled by one of {@code from}, and how long before its start. */
    public void addWait(int from, int to, long waitUs) {
        long[] sums = of(from, to);
        sums[N]++;
        sums[WAIT] = Math.addExact(sums[WAIT], waitUs);
    }

    /** The queues that the same waits make. */
    public QueueTotals queues() {
        return queues;
    }

    /** The causes of an instance that {@link #addWait} counted as well. */
    public void addCauses(int from, int to, WaitParts parts, long caseKey) {
        long[] sums = of(from, to);
        int bucket = BucketBootstrap.bucket(caseKey);
        for (int cause = 0; cause < CAUSES; cause++) {
            long part = parts.parts()[cause];
            sums[ATTRIBUTED] = Math.addExact(sums[ATTRIBUTED], part);
            sums[PARTS + cause] = Math.addExact(sums[PARTS + cause], part);
            sums[LEAST + cause] = Math.addExact(sums[LEAST + cause], parts.least()[cause]);
            sums[MOST + cause] = Math.addExact(sums[MOST + cause], parts.most()[cause]);
            buckets[cause][bucket] = Math.addExact(buckets[cause][bucket], part);
        }
    }

    private long[] of(int from, int to) {
        return transitions.computeIfAbsent((long) from << Integer.SIZE | to, pair -> new long[MOST + CAUSES]);
    }

    public byte[] toBytes() {
        ByteSink sink = new ByteSink();
        sink.writeVarint(withoutStart);
        sink.writeVarint(withoutEnabling);
        sink.writeVarint(transitions.size());
        transitions.forEach((pair, sums) -> {
            sink.writeLong(pair);
            for (long sum : sums) {
                sink.writeVarint(sum);
            }
        });
        for (long[] sums : buckets) {
            for (long sum : sums) {
                sink.writeVarint(sum);
            }
        }

        sink.writeBytes(queues.toBytes());
        return sink.toBytes();
    }

    /** Adds what another's {@link #toBytes} gave. */
    public void merge(byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        withoutStart = Math.addExact(withoutStart, source.readVarint());
        withoutEnabling = Math.addExact(withoutEnabling, source.readVarint());
        int count = source.readCount();
        for (int i = 0; i < count; i++) {
            long pair = source.readLong();
            add(transitions.computeIfAbsent(pair, unknown -> new long[MOST + CAUSES]), source);
        }
        for (long[] sums : buckets) {
            add(sums, source);
        }
        queues.merge(source.readBytes());
        source.requireEnd();
    }

    private static void add(long[] sums, ByteSource source) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.addExact(sums[i], source.readVarint());
        }
    }

    public Found finish() {
        List<TransitionWait> found = transitions.entrySet().stream()
                .map(entry -> transition(entry.getKey(), entry.getValue()))
                .toList();
        return new Found(found, withoutStart, withoutEnabling, buckets, queues.finish());
    }

    private static TransitionWait transition(long pair, long[] sums) {
        WaitParts parts = new WaitParts();
        for (Cause cause : Cause.values()) {
            int at = cause.ordinal();
            parts.set(cause, sums[PARTS + at], sums[LEAST + at], sums[MOST + at]);
        }

        return new TransitionWait(
                (int) (pair >>> Integer.SIZE), (int) pair, sums[N], sums[WAIT], sums[ATTRIBUTED], parts);
    }
}
