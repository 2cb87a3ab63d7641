package com.opsatc.kernel.outcome;

import static java.util.Objects.requireNonNull;

import com.opsatc.kernel.log.EventRow;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The time from a case's first event of one kind to an event of another kind (definitions 2.2, 2.3, 2.5): decision latency,
 * time to first and last resolution.
 *
 * <p>The clock runs from the start of the first event whose activity is in {@code from} to the completion of the end event.
 * "After" is meant in the case's total order. One event may be both: a ticket that is opened as resolved took no time.
 */
public final class Milestones {
    private final BitSet from;
    private final BitSet to;
    private final End end;

    /** Milestones by activity codes; neither set may be empty. */
    public Milestones(BitSet from, BitSet to, End end) {
        if (from.isEmpty() || to.isEmpty()) {
            throw new IllegalArgumentException("Invalid milestones: name an activity for the start and for the end");
        }

        this.from = (BitSet) from.clone();
        this.to = (BitSet) to.clone();
        this.end = requireNonNull(end, "end");
    }

    /** Measures one case, given in total order. */
    public Measured measure(List<EventRow> events) {
        Optional<EventRow> start = first(events, from, -1);
        if (start.isEmpty()) {
            return new Excluded(Reason.NO_START);
        }

        Optional<EventRow> stop =
                end == End.FIRST ? first(events, to, start.get().position() - 1) : last(events);
        if (stop.isEmpty()) {
            return first(events, to, -1).isPresent() ? new Excluded(Reason.NEGATIVE_DURATION) : new Open();
        }

        long fromUs = start.get().startUs();
        long toUs = stop.get().completeUs();
        boolean before = toUs < fromUs || stop.get().position() < start.get().position();
        return before ? new Excluded(Reason.NEGATIVE_DURATION) : new Duration(fromUs, toUs);
    }

    /**
     * When a case went on after it was resolved: the completion of the first event with an activity outside {@code resting} that
     * follows the first one in {@code resolving}; empty where it did not.
     *
     * @param resting activities that may follow a resolution, such as its confirmation or closure
     */
    public static OptionalLong reopenedUs(List<EventRow> events, BitSet resolving, BitSet resting) {
        return first(events, resolving, -1).stream()
                .flatMap(resolved -> events.stream()
                        .filter(event -> event.position() > resolved.position() && !resting.get(event.activity())))
                .mapToLong(EventRow::completeUs)
                .findFirst();
    }

    private static Optional<EventRow> first(List<EventRow> events, BitSet activities, int after) {
        return events.stream()
                .filter(event -> event.position() > after && activities.get(event.activity()))
                .findFirst();
    }

    private Optional<EventRow> last(List<EventRow> events) {
        return events.stream().filter(event -> to.get(event.activity())).reduce((earlier, later) -> later);
    }

    /** Which event of the second kind ends the clock: the first one from the start on, or the last one of the case. */
    public enum End {
        FIRST,
        LAST
    }

    /** What a case gives. */
    public sealed interface Measured {}

    /** A duration between two instants. */
    public record Duration(long fromUs, long toUs) implements Measured {
        public long us() {
            return toUs - fromUs;
        }
    }

    /** The end has not come yet. */
    public record Open() implements Measured {}

    /** The case is in no figure. */
    public record Excluded(Reason reason) implements Measured {}

    /** Why a case is in no figure; the codes are those of the definitions. */
    public enum Reason {
        NO_START("no-start"),
        NEGATIVE_DURATION("negative-duration");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
