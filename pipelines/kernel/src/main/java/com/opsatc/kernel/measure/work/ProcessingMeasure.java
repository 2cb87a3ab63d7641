package com.opsatc.kernel.measure.work;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.figure.Durations;
import com.opsatc.kernel.figure.ExactSum;
import com.opsatc.kernel.figure.LongBag;
import com.opsatc.kernel.figure.PackedLongs;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.visit.CaseMeasure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** How long activity instances were worked on: completion minus start minus rests, of those whose start is recorded (definitions 1.5). */
public final class ProcessingMeasure implements CaseMeasure<ProcessingMeasure.Found> {
    private final LongBag[] byActivity;
    private final ExactSum suspended = new ExactSum();

    /**
     * What was found.
     *
     * @param processing one element for each code, in their order
     * @param suspendedUs how long all of them were suspended
     */
    public record Found(List<Durations> processing, BigInteger suspendedUs) {
        public Found {
            processing = List.copyOf(processing);
        }
    }

    /** @param activities how many codes there are, from 0 */
    public ProcessingMeasure(int activities) {
        byActivity = new LongBag[activities];
        for (int activity = 0; activity < activities; activity++) {
            byActivity[activity] = new LongBag();
        }
    }

    @Override
    public void take(EventColumns instances, int from, int to) {
        for (int i = from; i < to; i++) {
            long startUs = instances.startsUs()[i];
            if (startUs != EventColumns.UNKNOWN) {
                long suspendedUs = instances.suspendedUs()[i];
                long workedUs = instances.completesUs()[i] - startUs - suspendedUs;
                if (suspendedUs < 0 || workedUs < 0) {
                    throw new IllegalArgumentException(
                            "Invalid instance: it was suspended for longer than it lasted, or for less than nothing");
                }

                byActivity[instances.activities()[i]].add(workedUs);
                suspended.add(suspendedUs);
            }
        }
    }

    @Override
    public void merge(CaseMeasure<Found> same) {
        ProcessingMeasure other = (ProcessingMeasure) same;
        suspended.addAll(other.suspended);
        for (int activity = 0; activity < byActivity.length; activity++) {
            byActivity[activity].addAll(other.byActivity[activity]);
        }
    }

    @Override
    public void write(ByteSink sink) {
        suspended.write(sink);
        for (LongBag bag : byActivity) {
            PackedLongs.write(sink, bag);
        }
    }

    @Override
    public void read(ByteSource source) {
        suspended.read(source);
        for (LongBag bag : byActivity) {
            PackedLongs.readInto(bag, source);
        }
    }

    @Override
    public Found finish() {
        List<Durations> processing = new ArrayList<>(byActivity.length);
        for (LongBag bag : byActivity) {
            processing.add(new Durations(bag));
        }
        return new Found(processing, suspended.total());
    }
}
