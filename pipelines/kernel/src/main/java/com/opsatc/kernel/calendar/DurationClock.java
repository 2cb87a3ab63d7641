package com.opsatc.kernel.calendar;

import java.io.Serializable;

/**
 * What a duration is measured by (definitions 2.2): all time, or working time only. Whatever the clock, between(x, x) = 0,
 * between(x, y) = -between(y, x), and between(x, y) + between(y, z) = between(x, z).
 */
@FunctionalInterface
public interface DurationClock extends Serializable {
    /** All time counts. */
    DurationClock WALL = (fromUs, toUs) -> Math.subtractExact(toUs, fromUs);

    /** Microseconds from one instant to another, both in microseconds since 1970 UTC; negative where the second is before the first. */
    long between(long fromUs, long toUs);
}
