package com.opsatc.benchmarks.telemetry;

/**
 * One engine, measured in a process of its own, its start left out.
 *
 * @param used points, or tokens for the bare reading
 * @param coldMillis first pass of the process
 * @param warmMillis median of the passes after it
 * @param liveMebi most heap in use after full collections during one more pass
 * @param peakMebi most memory the process held; 0 where the system does not say
 */
record TelemetryRun(
        String engine,
        long points,
        long userDays,
        long used,
        long coldMillis,
        long warmMillis,
        long liveMebi,
        long peakMebi) {
    long pointsPerMinute() {
        return points * 60_000 / Math.max(1, warmMillis);
    }
}
