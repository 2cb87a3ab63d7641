package com.opsatc.jobs.report.text;

import com.opsatc.contract.claim.Unit;

/**
 * The unit a duration is shown in: the largest one that leaves a number a person can hold.
 *
 * <p>Days start at 48 hours, as {@link com.opsatc.contract.figure.Humane} has it: 36 h reads better than 1.5 d.
 */
public enum DurationUnit {
    MICROSECONDS("µs", 1L, 0L),
    MILLISECONDS("ms", 1_000L, 1_000L),
    SECONDS("s", 1_000_000L, 1_000_000L),
    MINUTES("min", 60_000_000L, 60_000_000L),
    HOURS("h", 3_600_000_000L, 3_600_000_000L),
    DAYS("d", 86_400_000_000L, 172_800_000_000L);

    private final String symbol;
    private final long us;
    private final long fromUs;

    DurationUnit(String symbol, long us, long fromUs) {
        this.symbol = symbol;
        this.us = us;
        this.fromUs = fromUs;
    }

    public String symbol() {
        return symbol;
    }

    /** The same, saying of working time that it is. */
    public String symbol(Unit unit) {
        return unit == Unit.WORKING_MICROSECONDS ? "working" + PageFigures.SPACE + symbol : symbol;
    }

    /** How many microseconds one of it is. */
    public long us() {
        return us;
    }

    /** The unit for a figure of that size; working time is in hours at most, since its days are no 24 hours. */
    public static DurationUnit of(double us, Unit unit) {
        DurationUnit chosen = of(us);
        return unit == Unit.WORKING_MICROSECONDS && chosen == DAYS ? HOURS : chosen;
    }

    /** The unit for a duration of that size; the sign does not matter, and 0 is shown in seconds. */
    public static DurationUnit of(double us) {
        double size = Math.abs(us);
        if (size == 0) {
            return SECONDS;
        }

        DurationUnit chosen = MICROSECONDS;
        for (DurationUnit unit : values()) {
            if (size >= unit.fromUs) {
                chosen = unit;
            }
        }

        return chosen;
    }
}
