package com.opsatc.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run as it was measured.
 *
 * @param wallS from the start of its process to its end
 * @param cpuS processor time of its process, the database's not included; 0 where the system does not say
 * @param jobs Spark jobs, {@code passes} over stored views of the log
 * @param stages seconds by stage
 */
record RunMeasure(BigDecimal wallS, BigDecimal cpuS, long jobs, long passes, SortedMap<String, BigDecimal> stages) {
    static RunMeasure of(double wall, double cpu, Map<String, Long> counts, Map<String, Long> stageMillis) {
        SortedMap<String, BigDecimal> stages = new TreeMap<>();
        stageMillis.forEach((stage, millis) -> stages.put(stage, seconds(millis / 1e3)));
        return new RunMeasure(
                seconds(wall),
                seconds(cpu),
                counts.getOrDefault("jobs", 0L),
                counts.getOrDefault("passes", 0L),
                stages);
    }

    /** The time of all its stages together. */
    BigDecimal stageS() {
        return stages.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal seconds(double seconds) {
        return BigDecimal.valueOf(seconds).setScale(2, RoundingMode.HALF_UP);
    }

    String text() {
        StringBuilder text = new StringBuilder(
                "  wall " + wallS + " s   cpu " + cpuS + " s   jobs " + jobs + "   passes " + passes + "\n");
        stages.forEach((stage, took) ->
                text.append("    ").append(stage).append(' ').append(took).append(" s\n"));
        return text.toString();
    }
}
