package com.opsatc.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the mining benchmark prints.
 *
 * @param ratioDuckdb warm time of DuckDB's faster query divided by the visitor's
 * @param ratioScan warm time of the visitor divided by the bare scan's
 */
record MiningResult(
        long events,
        long eventsPerSecond,
        BigDecimal ratioDuckdb,
        BigDecimal ratioSparkSql,
        BigDecimal ratioScan,
        long peakMemoryMebi,
        List<EngineRun> runs) {
    static MiningResult of(long events, List<EngineRun> runs) {
        Map<String, EngineRun> byEngine =
                runs.stream().collect(Collectors.toMap(EngineRun::engine, run -> run, (a, b) -> a, TreeMap::new));
        EngineRun ours = byEngine.get(EngineKind.VISITOR.symbol());
        long duckdb = Math.min(
                byEngine.get(EngineKind.DUCKDB.symbol()).warmMillis(),
                byEngine.get(EngineKind.DUCKDB_STREAMING.symbol()).warmMillis());
        return new MiningResult(
                events,
                events * 1000 / Math.max(1, ours.warmMillis()),
                ratio(duckdb, ours.warmMillis()),
                ratio(byEngine.get(EngineKind.SPARK_SQL.symbol()).warmMillis(), ours.warmMillis()),
                ratio(ours.warmMillis(), byEngine.get(EngineKind.SCAN.symbol()).warmMillis()),
                ours.peakMebi(),
                runs);
    }

    private static BigDecimal ratio(long of, long to) {
        return BigDecimal.valueOf(of).divide(BigDecimal.valueOf(Math.max(1, to)), 2, RoundingMode.HALF_EVEN);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "mining %,d events, %d threads each; every engine gave the same edges%n%n",
                events,
                Workspace.THREADS));
        text.append(String.format(
                Locale.ROOT, "%-18s %10s %10s %10s %12s%n", "engine", "warm ms", "early ms", "cold ms", "peak MiB"));
        for (EngineRun run : runs) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-18s %10d %10d %10d %12d%n",
                    run.engine(),
                    run.warmMillis(),
                    run.earlyMillis(),
                    run.coldMillis(),
                    run.peakMebi()));
        }

        return text.append(String.format(
                        Locale.ROOT,
                        "%nevents/s %,d   ratio_duckdb %s   ratio_spark_sql %s   ratio_scan %s   peak memory %d MiB%n",
                        eventsPerSecond,
                        ratioDuckdb,
                        ratioSparkSql,
                        ratioScan,
                        peakMemoryMebi))
                .toString();
    }
}
