package com.opsatc.process.bottleneck;

import com.opsatc.contract.ActivityStats;
import com.opsatc.contract.Edge;
import com.opsatc.contract.ProcessEdges;
import com.opsatc.contract.ProcessVariants;
import com.opsatc.contract.Variant;
import com.opsatc.kernel.mining.ActivityCounts;
import com.opsatc.kernel.mining.EdgeStats;
import com.opsatc.kernel.mining.MinedLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the mining pass found of one process in one view, with names instead of codes.
 *
 * @param names the activity, or the activity with its transition, that each code stands for
 */
public record MinedProcess(String process, String caseNotion, String view, MinedLog mined, List<String> names) {
    /** Variants kept in the document; the rest is counted. */
    private static final int VARIANTS = 200;

    public MinedProcess {
        names = List.copyOf(names);
    }

    /** Edges by n descending, then names; activities by executions descending, then name. */
    public ProcessEdges edges() {
        List<Edge> edges = mined.edges().stream()
                .map(this::edge)
                .sorted(Comparator.comparingLong(Edge::n)
                        .reversed()
                        .thenComparing(Edge::from)
                        .thenComparing(Edge::to))
                .toList();
        return new ProcessEdges(
                process,
                caseNotion,
                view,
                mined.cases(),
                mined.events(),
                mined.variants().size(),
                edges,
                activities());
    }

    /** The most frequent variants, by cases descending, then id. */
    public ProcessVariants variants() {
        List<Variant> named = new ArrayList<>();
        mined.variants().forEach(variant -> {
            List<String> activities = java.util.Arrays.stream(variant.activities())
                    .mapToObj(names::get)
                    .toList();
            named.add(new Variant(VariantIds.of(activities), activities, variant.cases(), variant.cycleSumUs()));
        });
        named.sort(Comparator.comparingLong(Variant::cases).reversed().thenComparing(Variant::id));
        return new ProcessVariants(
                process, view, mined.cases(), named.size(), named.subList(0, Math.min(VARIANTS, named.size())));
    }

    String name(int code) {
        return names.get(code);
    }

    private Edge edge(EdgeStats stats) {
        return new Edge(
                name(stats.from()),
                name(stats.to()),
                stats.n(),
                stats.cases(),
                stats.sumUs(),
                stats.meanUs(),
                stats.quantileUs(1, 2),
                stats.quantileUs(9, 10),
                stats.minUs(),
                stats.maxUs(),
                stats.overlapN(),
                stats.overlapUs(),
                stats.ties());
    }

    private List<ActivityStats> activities() {
        List<ActivityStats> activities = new ArrayList<>();
        for (ActivityCounts stats : mined.activities()) {
            if (stats.executions() > 0) {
                activities.add(new ActivityStats(
                        name(stats.activity()),
                        stats.executions(),
                        stats.starts(),
                        stats.ends(),
                        stats.selfLoops(),
                        stats.repetitions(),
                        stats.reworkCases()));
            }
        }

        activities.sort(
                Comparator.comparingLong(ActivityStats::executions).reversed().thenComparing(ActivityStats::activity));
        return activities;
    }
}
