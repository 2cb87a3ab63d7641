package com.opsatc.benchmarks.telemetry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the telemetry benchmark prints.
 *
 * @param pointsPerMinute of the first pass that counts: Beam's own runner, the larger file
 * @param ratioTokens its warm time divided by that of a bare reading of the same bytes
 * @param memoryByPoints least heap with four times the points of the same user-days, divided by that with once
 * @param memoryByUserDays least heap with as many points of four times the user-days, divided by that with once
 * @param bytesPerUserDay how much heap each user-day needs, from once to 4 times and from 4 to 16 times; memory is
 *     linear in user-days where the two are alike
 */
record TelemetryResult(
        long pointsPerMinute,
        BigDecimal ratioTokens,
        BigDecimal memoryByPoints,
        BigDecimal memoryByUserDays,
        List<Long> bytesPerUserDay,
        List<TelemetryRun> runs) {
    TelemetryResult {
        bytesPerUserDay = List.copyOf(bytesPerUserDay);
        runs = List.copyOf(runs);
    }

    /**
     * @param small runs over the file with a quarter of the points
     * @param large runs over the whole, of every engine
     * @param wide runs over as many points of four times the user-days
     * @param widest runs over as many points of 16 times the user-days
     */
    static TelemetryResult of(
            List<TelemetryRun> small, List<TelemetryRun> large, List<TelemetryRun> wide, List<TelemetryRun> widest) {
        TelemetryRun direct = run(large, TelemetryEngine.DIRECT);
        TelemetryRun wideDirect = run(wide, TelemetryEngine.DIRECT);
        TelemetryRun tokens = run(large, TelemetryEngine.TOKENS);
        List<TelemetryRun> all = new ArrayList<>(small);
        all.addAll(large);
        all.addAll(wide);
        all.addAll(widest);

        return new TelemetryResult(
                direct.pointsPerMinute(),
                ratio(direct.warmMillis(), tokens.warmMillis()),
                ratio(direct.heapMebi(), run(small, TelemetryEngine.DIRECT).heapMebi()),
                ratio(wideDirect.heapMebi(), direct.heapMebi()),
                List.of(
                        bytesPerUserDay(direct, wideDirect),
                        bytesPerUserDay(wideDirect, run(widest, TelemetryEngine.DIRECT))),
                all);
    }

    private static long bytesPerUserDay(TelemetryRun fewer, TelemetryRun more) {
        return ((more.heapMebi() - fewer.heapMebi()) << 20) / Math.max(1, more.userDays() - fewer.userDays());
    }

    private static TelemetryRun run(List<TelemetryRun> runs, TelemetryEngine engine) {
        return runs.stream()
                .filter(run -> run.engine().equals(engine.symbol()))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal ratio(long of, long to) {
        return BigDecimal.valueOf(of).divide(BigDecimal.valueOf(Math.max(1, to)), 2, RoundingMode.HALF_EVEN);
    }

    String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-8s %12s %10s %10s %10s %10s %10s %14s%n",
                "engine",
                "points",
                "user-days",
                "warm ms",
                "cold ms",
                "heap MiB",
                "peak MiB",
                "points/min"));
        for (TelemetryRun run : runs) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-8s %,12d %,10d %10d %10d %10d %10d %,14d%n",
                    run.engine(),
                    run.points(),
                    run.userDays(),
                    run.warmMillis(),
                    run.coldMillis(),
                    run.heapMebi(),
                    run.peakMebi(),
                    run.pointsPerMinute()));
        }

        return text.append(String.format(
                        Locale.ROOT,
                        "%npoints/min %,d   ratio_tokens %s   least heap with 4 times the points: %s times, with 4 times the"
                                + " user-days: %s times%neach user-day needs %,d bytes more up to 4 times as many, %,d from 4 to 16"
                                + " times%n",
                        pointsPerMinute,
                        ratioTokens,
                        memoryByPoints,
                        memoryByUserDays,
                        bytesPerUserDay.get(0),
                        bytesPerUserDay.get(1)))
                .toString();
    }
}
