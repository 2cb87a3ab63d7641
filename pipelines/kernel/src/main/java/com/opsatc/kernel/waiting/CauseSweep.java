package com.opsatc.kernel.waiting;

import com.opsatc.kernel.calendar.DurationClock;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Divides the waiting time of all that a slot worked on over its causes, in O(n log n) (definitions 1.6).
 *
 * <p>While an instance waits, from when it was enabled until it was started, its slot works on others or does not. What was enabled
 * no later than it is contention, what was enabled later prioritisation. Until the last of its batch is enabled it waits for the
 * batch. What is off duty and none of these is unavailability; the rest is extraneous.
 */
public final class CauseSweep {
    private CauseSweep() {}

    /** Takes the parts of an instance that waited; they are reused for the next. */
    @FunctionalInterface
    public interface Parts {
        void take(int instance, WaitParts parts);
    }

    /**
     * Gives the parts of every instance that something enabled before it was started, in no particular order.
     *
     * @param clock of working hours; {@link DurationClock#WALL} where none are declared: then nothing is off duty
     */
    public static void sweep(SlotWork work, DurationClock clock, Parts sink) {
        long[] batchEnabledUs = Batches.enabledUs(work);
        BusyTime busy = new BusyTime(work, clock);
        PieceSums notAllLater = new PieceSums(busy, busy.earliestUs);
        PieceSums noneLater = new PieceSums(busy, busy.latestUs);
        Integer[] byEnabling = new Integer[work.n];
        Arrays.setAll(byEnabling, i -> i);
        Arrays.sort(byEnabling, Comparator.comparingLong(work::possibleUs));
        WaitParts parts = new WaitParts();
        for (int i : byEnabling) {
            long from = work.possibleUs(i);
            long to = work.startsUs[i];
            if (from == to) {
                continue;
            }

            notAllLater.raise(from);
            noneLater.raise(from);
            long batched = Math.min(to, Math.max(from, batchEnabledUs[i]));
            divide(busy, notAllLater, noneLater, from, batched, to, parts);
            sink.take(i, parts);
        }
    }

    /** @param batched until when it waited for its batch; {@code from} when it did not */
    private static void divide(
            BusyTime busy,
            PieceSums notAllLater,
            PieceSums noneLater,
            long from,
            long batched,
            long to,
            WaitParts parts) {
        long offBusy = busy.offBusyUntil(to) - busy.offBusyUntil(batched);
        long worked = busy.busyUntil(to) - busy.busyUntil(batched);
        long contention = notAllLater.length(batched, to);
        long unavailable = busy.offUs(batched, to) - offBusy;
        long inBatch = batched - from;
        long busyInBatch = busy.busyUntil(batched) - busy.busyUntil(from);
        long offInBatch = busy.offUs(from, batched) - (busy.offBusyUntil(batched) - busy.offBusyUntil(from));
        parts.set(Cause.BATCHING, inBatch, inBatch - busyInBatch - offInBatch, inBatch);
        parts.set(
                Cause.CONTENTION,
                contention,
                noneLater.length(batched, to) - noneLater.offDuty(batched, to),
                notAllLater.length(from, to));
        parts.set(
                Cause.PRIORITISATION,
                worked - contention,
                worked - contention - (offBusy - notAllLater.offDuty(batched, to)),
                worked + busyInBatch - noneLater.length(from, to));
        parts.set(Cause.UNAVAILABILITY, unavailable, unavailable, busy.offUs(from, to));
        long rest = to - batched - worked - unavailable;
        parts.set(Cause.EXTRANEOUS, rest, rest, rest);
    }
}
