package com.opsatc.kernel.advice;

/**
 * The part of a duration that a counterfactual saves: what lies between a floor and a ceiling (definition recommended-effect).
 *
 * <pre>
 *   floor 10, no ceiling:  4 -> 0, 12 -> 2, 50 -> 40
 *   floor 10, ceiling 20:  4 -> 0, 12 -> 2, 50 -> 10
 * </pre>
 *
 * @param floorUs none negative; {@code ceilingUs} no smaller, {@link #OPEN} for none
 */
public record TimeBand(long floorUs, long ceilingUs) {
    /** No ceiling. */
    public static final long OPEN = Long.MAX_VALUE;

    public TimeBand {
        if (floorUs < 0 || ceilingUs < floorUs) {
            throw new IllegalArgumentException("Invalid band: a floor is not negative, and no higher than its ceiling");
        }
    }

    /** All that is beyond a floor. */
    public static TimeBand above(long floorUs) {
        return new TimeBand(floorUs, OPEN);
    }

    public boolean isOpen() {
        return ceilingUs == OPEN;
    }

    /** What is saved of a duration, 0 where it does not reach the floor. */
    public long of(long durationUs) {
        return Math.max(0, Math.min(durationUs, ceilingUs) - floorUs);
    }

    /**
     * What is saved of all.
     *
     * @throws ArithmeticException if it exceeds 292,471 years
     */
    public long sum(long[] durationsUs) {
        long sum = 0;
        for (long duration : durationsUs) {
            sum = Math.addExact(sum, of(duration));
        }
        return sum;
    }
}
