package com.opsatc.connector.time;

/**
 * An instant as a text says it.
 *
 * @param micros since 1970 UTC
 * @param nanos 0 to 999: what is left below a microsecond; it orders events and is no part of a duration
 * @param dateOnly the text has a date and no time: the instant begins its day
 * @param inGap a local time that the zone's clocks skipped; it was moved forward by the gap
 * @param inOverlap a local time that the zone's clocks showed twice; the earlier is meant
 */
public record InstantValue(long micros, int nanos, boolean dateOnly, boolean inGap, boolean inOverlap) {
    private static final int NANO_BITS = 10;
    private static final int DATE_ONLY = 1 << NANO_BITS;
    private static final int IN_GAP = DATE_ONLY << 1;
    private static final int IN_OVERLAP = IN_GAP << 1;

    /** SQL over a column of {@link #fine()}: the nanoseconds, 0 where it is null. */
    public static final String NANOS_SQL = "coalesce(%s, 0) & " + (DATE_ONLY - 1);

    public static final String IN_GAP_SQL = "(%s & " + IN_GAP + ") <> 0";
    public static final String IN_OVERLAP_SQL = "(%s & " + IN_OVERLAP + ") <> 0";

    /** All but the microseconds in one number, 0 for an instant of which there is nothing to say. */
    public int fine() {
        return nanos | (dateOnly ? DATE_ONLY : 0) | (inGap ? IN_GAP : 0) | (inOverlap ? IN_OVERLAP : 0);
    }
}
