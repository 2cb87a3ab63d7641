package com.opsatc.kernel.measure.work;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.figure.ExactSum;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.pairing.ActiveTime;
import com.opsatc.kernel.pairing.Rest;
import com.opsatc.kernel.pairing.Rests;
import com.opsatc.kernel.visit.CaseMeasure;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * In how much of the cases' time at least one of their instances was worked on, rests cut out (definitions 1.5). An instance without
 * a recorded start has no length: the work it took is not busy time.
 */
public final class ActiveTimeMeasure implements CaseMeasure<ActiveTimeMeasure.Found> {
    private final ExactSum busy = new ExactSum();
    private final ExactSum idle = new ExactSum();
    private long[] fromUs = new long[16];
    private long[] toUs = new long[16];
    private int segments;

    /** Sums over all cases. */
    public record Found(BigInteger busyUs, BigInteger idleUs) {}

    @Override
    public void take(EventColumns instances, int from, int to) {
        segments = 0;
        for (int i = from; i < to; i++) {
            long completeUs = instances.completesUs()[i];
            long beginUs = EventColumns.beginUs(instances.startsUs()[i], completeUs);
            for (Rest rest : Rests.read(instances.rests()[i])) {
                add(beginUs, rest.fromUs());
                beginUs = rest.toUs();
            }
            add(beginUs, completeUs);
        }

        ActiveTime time = ActiveTime.of(Arrays.copyOf(fromUs, segments), Arrays.copyOf(toUs, segments));
        busy.add(time.busyUs());
        idle.add(time.idleUs());
    }

    private void add(long from, long to) {
        if (segments == fromUs.length) {
            fromUs = Arrays.copyOf(fromUs, segments * 2);
            toUs = Arrays.copyOf(toUs, segments * 2);
        }

        fromUs[segments] = from;
        toUs[segments] = to;
        segments++;
    }

    @Override
    public void merge(CaseMeasure<Found> same) {
        ActiveTimeMeasure other = (ActiveTimeMeasure) same;
        busy.addAll(other.busy);
        idle.addAll(other.idle);
    }

    @Override
    public void write(ByteSink sink) {
        busy.write(sink);
        idle.write(sink);
    }

    @Override
    public void read(ByteSource source) {
        busy.read(source);
        idle.read(source);
    }

    @Override
    public Found finish() {
        return new Found(busy.total(), idle.total());
    }
}
