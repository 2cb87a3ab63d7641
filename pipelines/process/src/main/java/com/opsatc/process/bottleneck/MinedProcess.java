package com.opsatc.process.bottleneck;

import com.opsatc.contract.ActivityStats;
import com.opsatc.contract.DurationFigures;
import com.opsatc.contract.Edge;
import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.contract.ProcessEdges;
import com.opsatc.contract.ProcessVariants;
import com.opsatc.contract.Variant;
import com.opsatc.contract.WorkTimes;
import com.opsatc.kernel.mining.ActivityCounts;
import com.opsatc.kernel.mining.Durations;
import com.opsatc.kernel.mining.EdgeStats;
import com.opsatc.kernel.mining.MinedLog;
import com.opsatc.process.eventlog.InstanceTimes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the mining pass found of one process in one view, with names instead of codes.
 *
 * @param names the activity, or the activity with its transition, that each code stands for
 * @param times work and waiting, where the log is one of activity instances
 */
public record MinedProcess(
        String process,
        String caseNotion,
        String view,
        MinedLog mined,
        List<String> names,
        Optional<InstanceTimes> times) {
    /** Variants kept in the document; the rest is counted. */
    private static final int VARIANTS = 200;

    public MinedProcess {
        names = List.copyOf(names);
        times.ifPresent(known -> requireConserved(known, mined));
    }

    /** A process as a log of recorded events has it. */
    public MinedProcess(String process, String caseNotion, String view, MinedLog mined, List<String> names) {
        this(process, caseNotion, view, mined, names, Optional.empty());
    }

    /** Two ways to the same time, one by sweeping over intervals and one by walking the cases, must agree. */
    private static void requireConserved(InstanceTimes times, MinedLog mined) {
        if (Math.addExact(times.busyUs(), times.idleUs()) != mined.cycle().sumUs()) {
            throw new PipelineException(
                    ErrorCode.INTERNAL,
                    "Cannot publish work and idle time: together they are not the time from the first start to the last"
                            + " completion of the cases; report this as a defect");
        }
    }

    /**
     * The edges as steps whose time is measured, by codes: over the passages that end with a recorded start where at least
     * half do, else over all (definitions 1.5).
     */
    public List<Step> steps() {
        return mined.edges().stream().map(this::step).toList();
    }

    private Step step(EdgeStats edge) {
        return waiting(edge)
                .filter(waiting -> 2 * waiting.n() >= edge.n())
                .map(waiting ->
                        new Step(name(edge.from()), name(edge.to()), Step.WAITING, waiting, edge.n() - waiting.n()))
                .orElseGet(() -> new Step(name(edge.from()), name(edge.to()), Step.INTER_COMPLETION, edge, 0));
    }

    private Optional<EdgeStats> waiting(EdgeStats edge) {
        return times.flatMap(known -> known.waiting(edge.from(), edge.to()));
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
                activities(),
                times.map(this::workTimes).orElse(null));
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
                stats.ties(),
                waiting(stats).map(known -> figures(known.gaps())).orElse(null));
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
                        stats.reworkCases(),
                        times.map(known -> figures(known.processing(stats.activity())))
                                .orElse(null)));
            }
        }

        activities.sort(
                Comparator.comparingLong(ActivityStats::executions).reversed().thenComparing(ActivityStats::activity));
        return activities;
    }

    private static DurationFigures figures(Durations durations) {
        return durations.n() == 0
                ? null
                : new DurationFigures(
                        durations.n(),
                        durations.sumUs(),
                        durations.meanUs(),
                        durations.quantileUs(1, 2),
                        durations.quantileUs(9, 10));
    }

    private WorkTimes workTimes(InstanceTimes known) {
        long processingUs = mined.activities().stream()
                .mapToLong(stats -> known.processing(stats.activity()).sumUs())
                .reduce(0, Math::addExact);
        return new WorkTimes(known.startsKnown(), processingUs, known.suspendedUs(), known.busyUs(), known.idleUs());
    }
}
