package com.opsatc.telemetry.input;

import static java.util.Objects.requireNonNull;

/**
 * When and at whom something was observed. It is raw: it prints nothing of itself and leaves the reading process as a
 * pseudonym only.
 *
 * @param timeNanos nanoseconds since 1970, from 0, before 2100
 * @param tenant never empty
 * @param user empty when the record names none: all such records of a tenant are one user's
 */
public record Origin(long timeNanos, String tenant, String user) {
    private static final long DAY_NANOS = 86_400_000_000_000L;

    public Origin {
        requireNonNull(tenant, "tenant");
        requireNonNull(user, "user");
        if (timeNanos < 0 || tenant.isEmpty()) {
            throw new IllegalArgumentException("Invalid origin: expected a time from 1970 on, and a tenant");
        }
    }

    /** The UTC day, as days since 1970. */
    public int day() {
        return (int) (timeNanos / DAY_NANOS);
    }

    /** Where a UTC day begins, in nanoseconds since 1970. */
    public static long startNanos(int day) {
        return Math.multiplyExact(day, DAY_NANOS);
    }

    @Override
    public String toString() {
        return "Origin";
    }
}
