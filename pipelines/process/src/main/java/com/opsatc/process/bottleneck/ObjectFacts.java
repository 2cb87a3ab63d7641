package com.opsatc.process.bottleneck;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.document.ObjectPassages;
import com.opsatc.contract.figure.DurationFigures;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a mined process by the objects that its events touch (definitions 1.17); {@link #NONE} where nothing is.
 *
 * @param type the object type that the cases are, of a view of objects; empty otherwise
 * @param touched by activity, of a view of objects
 * @param passages by edge, of a case view with objects finer than the case
 * @param repeats by activity, of the same
 */
public record ObjectFacts(
        Optional<String> type,
        Map<String, Touched> touched,
        Map<Passage, ObjectPassages> passages,
        Map<String, Repeats> repeats) {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    public static final ObjectFacts NONE = new ObjectFacts(Optional.empty(), Map.of(), Map.of(), Map.of());

    /**
     * An activity's events, each counted once however many objects of the type it touches.
     *
     * @param synchronisation latest minus earliest of the previous events of an event's objects, of whatever type; null
     *     where no event has two
     */
    public record Touched(long events, DurationFigures synchronisation) {}

    /** An edge by the names of its activities. */
    public record Passage(String from, String to) {
        public Passage {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }
    }

    /**
     * Executions of an activity after another of the same case.
     *
     * @param splits for another object than every one before, which is no rework
     * @param reworkCases cases with one for the same object
     */
    public record Repeats(long splits, long reworkCases) {}

    public ObjectFacts {
        touched = Map.copyOf(touched);
        passages = Map.copyOf(passages);
        repeats = Map.copyOf(repeats);
    }

    /** A view of objects of a type. */
    public static ObjectFacts of(String type, Map<String, Touched> touched) {
        return new ObjectFacts(Optional.of(type), touched, Map.of(), Map.of());
    }

    /** Whether more than half of an edge's passages join what has nothing to do with each other. */
    boolean isInterleaved(String from, String to) {
        ObjectPassages known = passages.get(new Passage(from, to));
        return known != null && known.interleavedShare().compareTo(HALF) > 0;
    }
}
