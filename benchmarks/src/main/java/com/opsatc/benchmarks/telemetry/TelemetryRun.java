package com.opsatc.benchmarks.telemetry;

/**
 * One engine, measured in a process of its own, its start left out.
 *
 * @param used points, or tokens for the bare reading
 * @param coldMillis first pass of the process
 * @param warmMillis median of the passes after it
 * @param heapMebi the smallest heap with which a cold pass ends within thrice its time; 0 where that was not looked for
 * @param peakMebi most memory the process held, with a heap of 2 GiB; 0 where the system does not say
 */
record TelemetryRun(
        String engine,
        long points,
        long userDays,
        long used,
        long coldMillis,
        long warmMillis,
        long heapMebi,
        long peakMebi) {
    TelemetryRun withHeap(long mebi) {
        return new TelemetryRun(engine, points, userDays, used, coldMillis, warmMillis, mebi, peakMebi);
    }

    long pointsPerMinute() {
        return points * 60_000 / Math.max(1, warmMillis);
    }
}
