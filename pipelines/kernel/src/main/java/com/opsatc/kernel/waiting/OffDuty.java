package com.opsatc.kernel.waiting;

/** How long nobody is on duty between two instants, in microseconds; additive over adjacent intervals. */
@FunctionalInterface
public interface OffDuty {
    /** Where no calendar is declared: duty never ends. */
    OffDuty NEVER = (fromUs, toUs) -> 0;

    /** @param toUs not before {@code fromUs} */
    long offUs(long fromUs, long toUs);
}
