package com.opsatc.kernel.visit;

import com.opsatc.kernel.figure.Durations;
import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.figure.MinedLog;
import com.opsatc.kernel.figure.PeriodSums;
import com.opsatc.kernel.figure.VariantStats;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** All figures of a mined log as text, to compare two logs in full. */
final class MiningFigures {
    private MiningFigures() {}

    static Map<String, String> of(MinedLog log) {
        Map<String, String> figures = new TreeMap<>();
        figures.put("log", log.cases() + " cases, " + log.events() + " events, " + log.reworkCases() + " rework");
        figures.put("cycle", durations(log.cycle()) + sums(log.cyclePeriods()));
        log.activities().forEach(activity -> figures.put("activity " + activity.activity(), activity.toString()));
        for (int i = 0; i < log.variants().size(); i++) {
            VariantStats variant = log.variants().get(i);
            figures.put("variant " + i, variant + " " + variant.cycleSumUs());
        }
        for (int i = 0; i < log.edges().size(); i++) {
            figures.put("edge " + i, edge(log.edges().get(i)));
        }
        return figures;
    }

    private static String edge(EdgeStats edge) {
        return edge.from() + "->" + edge.to() + " cases " + edge.cases() + " overlap " + edge.overlapN() + "/"
                + edge.overlapUs() + " ties " + edge.ties() + " " + durations(edge.gaps()) + " " + edge.recoverable()
                + sums(edge.periods());
    }

    private static String durations(Durations durations) {
        if (durations.n() == 0) {
            return "none";
        }

        return durations.n() + " sum " + durations.sumUs() + " mean " + durations.meanUs() + " min "
                + durations.minUs() + " p10 " + durations.quantileUs(1, 10) + " p50 " + durations.quantileUs(1, 2)
                + " p90 " + durations.quantileUs(9, 10) + " max " + durations.maxUs();
    }

    private static String sums(PeriodSums sums) {
        return " periods " + Arrays.toString(sums.n()) + Arrays.toString(sums.sum())
                + Arrays.toString(sums.sumOfSquares());
    }
}
