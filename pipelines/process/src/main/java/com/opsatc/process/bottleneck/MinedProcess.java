package com.opsatc.process.bottleneck;

import com.opsatc.contract.claim.GapMeasure;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.EdgeBuilder;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessEdgesBuilder;
import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.contract.document.Variant;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.figure.WorkTimes;
import com.opsatc.kernel.figure.ActivityCounts;
import com.opsatc.kernel.figure.Durations;
import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.figure.MinedLog;
import com.opsatc.kernel.measure.InstanceTimes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the mining pass found of one process in one view, with names instead of codes.
 *
 * @param names the activity, or the activity with its transition, that each code stands for
 * @param objects what is known by the objects that events touch
 * @param times work and waiting, where the log is one of activity instances
 */
public record MinedProcess(
        String process,
        String caseNotion,
        LogView view,
        MinedLog mined,
        List<String> names,
        Optional<InstanceTimes> times,
        ObjectFacts objects) {
    /** Variants kept in the document; the rest is counted. */
    private static final int VARIANTS = 200;

    public MinedProcess {
        names = List.copyOf(names);
    }

    /** A process as a log of recorded events has it. */
    public MinedProcess(String process, String caseNotion, LogView view, MinedLog mined, List<String> names) {
        this(process, caseNotion, view, mined, names, Optional.empty());
    }

    /** A process of whose objects nothing is known. */
    public MinedProcess(
            String process,
            String caseNotion,
            LogView view,
            MinedLog mined,
            List<String> names,
            Optional<InstanceTimes> times) {
        this(process, caseNotion, view, mined, names, times, ObjectFacts.NONE);
    }

    /** The same with what is known of its objects. */
    public MinedProcess with(ObjectFacts known) {
        return new MinedProcess(process, caseNotion, view, mined, names, times, known);
    }

    /** An edge by its names. */
    public ObjectFacts.Passage passage(EdgeStats edge) {
        return new ObjectFacts.Passage(name(edge.from()), name(edge.to()));
    }

    /**
     * The edges as steps whose time is measured, by codes (definitions 1.5). Of activity instances: to the start, over the
     * passages that end with a recorded one, where at least half do; else to the completion, over all. Of recorded events: as
     * they were mined.
     */
    public List<TimedEdge> steps() {
        return mined.edges().stream().map(this::step).toList();
    }

    /** The step of an edge that there is. */
    public TimedEdge step(String from, String to) {
        return steps().stream()
                .filter(step -> step.from().equals(from) && step.to().equals(to))
                .findFirst()
                .orElseThrow();
    }

    private TimedEdge step(EdgeStats edge) {
        String from = name(edge.from());
        String to = name(edge.to());
        if (times.isEmpty()) {
            return new TimedEdge(from, to, GapMeasure.INTER_COMPLETION, edge, TimedEdge.START, 0);
        }

        InstanceTimes passages = times.get();
        return passages.waiting(edge.from(), edge.to())
                .filter(waiting -> Edge.isWaiting(edge.n(), waiting.n()))
                .map(waiting ->
                        new TimedEdge(from, to, GapMeasure.WAITING, waiting, TimedEdge.START, edge.n() - waiting.n()))
                .orElseGet(() -> new TimedEdge(
                        from,
                        to,
                        GapMeasure.INTER_COMPLETION,
                        passages.completions(edge.from(), edge.to()),
                        TimedEdge.COMPLETION,
                        0));
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
        return ProcessEdgesBuilder.builder()
                .process(process)
                .caseNotion(caseNotion)
                .view(view)
                .objectType(objects.type().orElse(null))
                .cases(mined.cases())
                .events(mined.events())
                .variants(mined.variants().size())
                .edges(edges)
                .activities(activities())
                .times(times.map(this::workTimes).orElse(null))
                .lives(objects.type().isPresent() ? figures(mined.cycle()) : null)
                .build();
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
                process,
                view,
                objects.type().orElse(null),
                mined.cases(),
                named.size(),
                named.subList(0, Math.min(VARIANTS, named.size())));
    }

    String name(int code) {
        return names.get(code);
    }

    /** Overlaps and ties are those of the mined log; times of activity instances go from completion to completion. */
    private Edge edge(EdgeStats stats) {
        EdgeStats timed =
                times.map(known -> known.completions(stats.from(), stats.to())).orElse(stats);
        return EdgeBuilder.builder()
                .from(name(stats.from()))
                .to(name(stats.to()))
                .n(stats.n())
                .cases(stats.cases())
                .sumUs(timed.sumUs())
                .meanUs(timed.meanUs())
                .p50Us(timed.quantileUs(1, 2))
                .p90Us(timed.quantileUs(9, 10))
                .minUs(timed.minUs())
                .maxUs(timed.maxUs())
                .overlapN(stats.overlapN())
                .overlapUs(stats.overlapUs())
                .ties(stats.ties())
                .waiting(times.flatMap(known -> known.waiting(stats.from(), stats.to()))
                        .map(known -> figures(known.gaps()))
                        .orElse(null))
                .objects(view == LogView.ACTIVITY ? objects.passages().get(passage(stats)) : null)
                .build();
    }

    /** They are counted in recorded events. */
    private Map<String, ObjectFacts.Repeats> repeats() {
        return view == LogView.ACTIVITY ? objects.repeats() : Map.of();
    }

    private List<ActivityStats> activities() {
        List<ActivityStats> activities = new ArrayList<>();
        for (ActivityCounts stats : mined.activities()) {
            if (stats.executions() > 0) {
                String activity = name(stats.activity());
                Optional<ObjectFacts.Touched> touched =
                        Optional.ofNullable(objects.touched().get(activity));
                Optional<ObjectFacts.Repeats> repeats =
                        Optional.ofNullable(repeats().get(activity));
                activities.add(new ActivityStats(
                        activity,
                        stats.executions(),
                        stats.starts(),
                        stats.ends(),
                        stats.selfLoops(),
                        stats.repetitions(),
                        repeats.map(ObjectFacts.Repeats::reworkCases).orElse(stats.reworkCases()),
                        touched.map(ObjectFacts.Touched::events).orElse(null),
                        touched.map(ObjectFacts.Touched::synchronisation).orElse(null),
                        repeats.map(ObjectFacts.Repeats::splits).orElse(null),
                        times.map(known -> figures(known.processing().get(stats.activity())))
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

    /** Null where a sum is beyond what a document holds, 292,471 years. */
    private WorkTimes workTimes(InstanceTimes known) {
        BigInteger processingUs = mined.activities().stream()
                .map(stats -> known.processing().get(stats.activity()).totalUs())
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger cycleUs = mined.cycle().totalUs();
        if (Stream.of(processingUs, known.suspendedUs(), known.busyUs(), known.idleUs(), cycleUs)
                .anyMatch(sum -> sum.bitLength() >= Long.SIZE)) {
            return null;
        }

        return new WorkTimes(
                known.startsKnown(),
                processingUs.longValueExact(),
                known.suspendedUs().longValueExact(),
                known.busyUs().longValueExact(),
                known.idleUs().longValueExact(),
                cycleUs.longValueExact());
    }
}
