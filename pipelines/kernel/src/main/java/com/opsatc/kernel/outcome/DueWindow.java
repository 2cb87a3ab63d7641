package com.opsatc.kernel.outcome;

/**
 * When a delivery is on time: from {@code fromUs} to {@code toUs}, both included, in microseconds UTC.
 *
 * <p>The caller applies tolerances and the zone: a due date without a time ends with its last microsecond at the place of
 * delivery. {@link #until} is for lines that may come as early as they like.
 */
public record DueWindow(long fromUs, long toUs) {
    public DueWindow {
        if (fromUs > toUs) {
            throw new IllegalArgumentException("Invalid due window: it ends before it begins");
        }
    }

    public static DueWindow until(long toUs) {
        return new DueWindow(Long.MIN_VALUE, toUs);
    }

    boolean contains(long us) {
        return us >= fromUs && us <= toUs;
    }
}
