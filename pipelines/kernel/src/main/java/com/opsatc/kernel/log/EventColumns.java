package com.opsatc.kernel.log;

import java.util.Arrays;

/**
 * Consecutive rows of a view of an event log, in columns and in the order (case, position): a reader of the arrays calls nothing
 * for a row.
 *
 * <p>The arrays are the columns themselves and may be longer than {@link #rows()}; who fills them writes into them, who reads them
 * does not. Instants are microseconds UTC.
 *
 * <pre>
 * caseIds  positions  activities  startsUs  completesUs
 *       4          0           7   UNKNOWN          100
 *       4         ~1           2       150          180
 *       5         ~0           7       160          160
 * </pre>
 */
public final class EventColumns {
    /** Stands for a start that is not recorded. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private static final byte[] NO_RESTS = {};

    private final boolean classified;
    private final boolean instances;
    private long[] caseIds = {};
    private int[] positions = {};
    private int[] activities = {};
    private int[] classes = {};
    private long[] startsUs = {};
    private long[] completesUs = {};
    private long[] suspendedUs = {};
    private byte[][] rests = {};
    private int rows;

    private EventColumns(boolean classified, boolean instances) {
        this.classified = classified;
        this.instances = instances;
    }

    /** No rows yet of a view of recorded events. */
    public static EventColumns ofEvents(boolean classified) {
        return new EventColumns(classified, /* instances= */ false);
    }

    /** No rows yet of a view of activity instances. */
    public static EventColumns ofInstances() {
        return new EventColumns(/* classified= */ false, /* instances= */ true);
    }

    /** No rows yet of the same view. */
    public EventColumns another() {
        return new EventColumns(classified, instances);
    }

    /** Whether events have a code of their activity with its lifecycle transition. */
    public boolean classified() {
        return classified;
    }

    /** Whether rows are activity instances, which may have been suspended. */
    public boolean instances() {
        return instances;
    }

    /** How many elements of each array are rows. */
    public int rows() {
        return rows;
    }

    public long[] caseIds() {
        return caseIds;
    }

    /** Places in the case's total order, counted from 0 without gaps; the last row of a case has the bitwise complement of its own. */
    public int[] positions() {
        return positions;
    }

    /** Codes from 0. */
    public int[] activities() {
        return activities;
    }

    /** Codes of activities with their transitions; of a view without them the activities themselves. */
    public int[] classes() {
        return classified ? classes : activities;
    }

    /** {@link #UNKNOWN} where no start is recorded. */
    public long[] startsUs() {
        return startsUs;
    }

    public long[] completesUs() {
        return completesUs;
    }

    /** How long each instance was suspended; empty of a view of events. */
    public long[] suspendedUs() {
        return suspendedUs;
    }

    /** When each instance was suspended, as {@code kernel.pairing.Rests} writes it; empty of a view of events. */
    public byte[][] rests() {
        return rests;
    }

    /** The place in the total order that an element of {@link #positions()} stands for. */
    public static int place(int position) {
        return position < 0 ? ~position : position;
    }

    /** When an event began: where no start is recorded, when it was complete. */
    public static long beginUs(long startUs, long completeUs) {
        return startUs == UNKNOWN ? completeUs : startUs;
    }

    /** Makes this many rows, those that there are keep their values; what others hold is to be written. */
    public void setRows(int count) {
        if (count > caseIds.length) {
            resize(Math.max(count, (int) Math.min(Integer.MAX_VALUE - 8L, caseIds.length * 2L)));
        }

        rows = count;
    }

    private void resize(int length) {
        caseIds = Arrays.copyOf(caseIds, length);
        positions = Arrays.copyOf(positions, length);
        activities = Arrays.copyOf(activities, length);
        startsUs = Arrays.copyOf(startsUs, length);
        completesUs = Arrays.copyOf(completesUs, length);
        if (classified) {
            classes = Arrays.copyOf(classes, length);
        }

        if (instances) {
            int known = rests.length;
            suspendedUs = Arrays.copyOf(suspendedUs, length);
            rests = Arrays.copyOf(rests, length);
            Arrays.fill(rests, known, length, NO_RESTS);
        }
    }

    /** Adds rows {@code from} (included) to {@code to} (excluded) of the same view. */
    public void append(EventColumns other, int from, int to) {
        int at = rows;
        int count = to - from;
        setRows(Math.addExact(rows, count));
        System.arraycopy(other.caseIds, from, caseIds, at, count);
        System.arraycopy(other.positions, from, positions, at, count);
        System.arraycopy(other.activities, from, activities, at, count);
        System.arraycopy(other.startsUs, from, startsUs, at, count);
        System.arraycopy(other.completesUs, from, completesUs, at, count);
        if (classified) {
            System.arraycopy(other.classes, from, classes, at, count);
        }

        if (instances) {
            System.arraycopy(other.suspendedUs, from, suspendedUs, at, count);
            System.arraycopy(other.rests, from, rests, at, count);
        }
    }
}
