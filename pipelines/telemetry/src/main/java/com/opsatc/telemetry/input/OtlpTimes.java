package com.opsatc.telemetry.input;

/** Times of OTLP: nanoseconds since 1970. */
public final class OtlpTimes {
    /** 2100-01-01T00:00:00Z: a later time is no time of an event. */
    private static final long END_NANOS = 4_102_444_800L * 1_000_000_000L;

    private OtlpTimes() {}

    /** Whether a time is one of an event: present, from 1970 on, before 2100. */
    public static boolean legal(long nanos) {
        return nanos > 0 && nanos < END_NANOS;
    }
}
