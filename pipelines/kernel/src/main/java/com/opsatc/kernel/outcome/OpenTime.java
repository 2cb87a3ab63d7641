package com.opsatc.kernel.outcome;

import static java.util.Objects.requireNonNull;

import com.opsatc.kernel.calendar.DurationClock;
import com.opsatc.kernel.log.EventRow;
import java.util.BitSet;
import java.util.List;

/**
 * How long an exception was open (definitions 2.3): from its opening to each resolution, and from each reopening to the next
 * one. The time between a resolution and the reopening after it is not counted.
 *
 * <p>It is resolved by an event of a resolving activity, and reopened by the next one that does not rest. It is pending from the
 * completion of a pending event to the start of the next event that is not pending.
 *
 * <pre>
 * opened 0, resolved 2, reopened 5, pending 6, back 9, resolved 10:  total 2 + 5,  pending 3
 * </pre>
 */
public final class OpenTime {
    private static final long NOT = Long.MIN_VALUE;

    private final BitSet resolving;
    private final BitSet resting;
    private final BitSet pending;
    private final DurationClock clock;

    /**
     * By activity codes; an activity may have several parts.
     *
     * @param resolving activities that resolve it
     * @param resting activities that do not reopen it, those that resolve it among them
     * @param pending activities that put it on hold; empty where none is known
     */
    public OpenTime(BitSet resolving, BitSet resting, BitSet pending, DurationClock clock) {
        this.resolving = (BitSet) resolving.clone();
        this.resting = (BitSet) resting.clone();
        this.pending = (BitSet) pending.clone();
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Measures events from the opening on, in total order.
     *
     * @param untilUs how far time is known, at or after the last event: what is open or pending then was so until then
     */
    public Spent until(List<EventRow> events, long untilUs) {
        long total = 0;
        long held = 0;
        long openFrom = events.get(0).startUs();
        long pendingFrom = NOT;
        long resolved = openFrom;
        for (EventRow event : events) {
            if (pendingFrom != NOT && !pending.get(event.activity())) {
                held += clock.between(pendingFrom, Math.max(pendingFrom, event.startUs()));
                pendingFrom = NOT;
            }

            if (openFrom != NOT && resolving.get(event.activity())) {
                resolved = event.completeUs();
                total += clock.between(openFrom, resolved);
                openFrom = NOT;
            } else if (openFrom == NOT && !resting.get(event.activity())) {
                openFrom = Math.max(resolved, event.startUs());
            }

            if (openFrom != NOT && pendingFrom == NOT && pending.get(event.activity())) {
                pendingFrom = event.completeUs();
            }
        }

        total += openFrom == NOT ? 0 : clock.between(openFrom, Math.max(openFrom, untilUs));
        held += pendingFrom == NOT ? 0 : clock.between(pendingFrom, Math.max(pendingFrom, untilUs));
        return new Spent(total, held);
    }

    /**
     * Microseconds by the clock.
     *
     * @param openUs how long it was open
     * @param pendingUs how long of that it was pending
     */
    public record Spent(long openUs, long pendingUs) {}
}
