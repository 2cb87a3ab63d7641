package com.opsatc.kernel.mining;

import com.opsatc.kernel.mining.bytes.ByteSink;
import com.opsatc.kernel.mining.bytes.ByteSource;
import com.opsatc.kernel.mining.figure.Durations;
import com.opsatc.kernel.mining.figure.EdgeStats;
import com.opsatc.kernel.mining.figure.LongBag;
import com.opsatc.kernel.mining.figure.MinedLog;
import com.opsatc.kernel.mining.figure.PeriodSums;
import java.util.List;

/** Everything a pass collects, one whole case at a time. */
final class CaseTally {
    private final MiningPlan plan;
    private final PeriodIndex periods;
    private final EdgeTally edges;
    private final ActivityTally activities;
    private final VariantTally variants;
    private final LongBag cycles;
    private final PeriodSums cyclePeriods;
    private int caseNumber;
    private long cases;
    private long events;
    private long reworkCases;

    CaseTally(MiningPlan plan) {
        this(
                plan,
                new EdgeTally(plan),
                new ActivityTally(plan.activities()),
                new VariantTally(),
                new LongBag(),
                new PeriodSums(plan.periods()));
    }

    private CaseTally(
            MiningPlan plan,
            EdgeTally edges,
            ActivityTally activities,
            VariantTally variants,
            LongBag cycles,
            PeriodSums cyclePeriods) {
        this.plan = plan;
        this.edges = edges;
        this.activities = activities;
        this.variants = variants;
        this.cycles = cycles;
        this.cyclePeriods = cyclePeriods;
        periods = new PeriodIndex(plan.periodStartsUs());
    }

    /** Counts a case: elements {@code from} to {@code to} (excluded) are its events in total order, at least one. */
    void add(int[] activity, long[] startUs, long[] completeUs, int from, int to) {
        caseNumber = Math.addExact(caseNumber, 1);
        int previous = activity[from];
        long previousCompleteUs = completeUs[from];
        long earliestUs = startUs[from];
        long latestUs = previousCompleteUs;
        boolean rework = false;
        activities.start(previous, caseNumber);
        for (int i = from + 1; i < to; i++) {
            int next = activity[i];
            long beginUs = startUs[i];
            long endUs = completeUs[i];
            boolean tie = endUs == previousCompleteUs;
            edges.add(previous, next, beginUs - previousCompleteUs, tie, caseNumber, periods.of(beginUs));
            rework |= activities.follow(previous, next, caseNumber);
            earliestUs = Math.min(earliestUs, beginUs);
            latestUs = Math.max(latestUs, endUs);
            previous = next;
            previousCompleteUs = endUs;
        }
        activities.end(previous);
        cases++;
        events += to - from;
        reworkCases += rework ? 1 : 0;
        addCycle(activity, from, to, earliestUs, latestUs);
    }

    private void addCycle(int[] activity, int from, int to, long earliestUs, long latestUs) {
        long cycleUs = latestUs - earliestUs;
        cycles.add(cycleUs);
        int period = periods.of(latestUs);
        if (period != PeriodIndex.NONE) {
            cyclePeriods.add(period, LogScale.of(cycleUs));
        }

        if (plan.variants()) {
            variants.add(activity, from, to - from, 1, cycleUs);
        }
    }

    /** Adds what a tally over other cases counted, which must not change afterwards. */
    void addAll(CaseTally other) {
        edges.addAll(other.edges);
        activities.addAll(other.activities);
        variants.addAll(other.variants);
        cycles.addAll(other.cycles);
        cyclePeriods.addAll(other.cyclePeriods);
        cases += other.cases;
        events += other.events;
        reworkCases += other.reworkCases;
    }

    MinedLog mined() {
        List<EdgeStats> edgeStats = edges.stats();
        return new MinedLog(
                cases,
                events,
                reworkCases,
                edgeStats,
                activities.counts(),
                variants.stats(),
                new Durations(cycles),
                cyclePeriods);
    }

    void write(ByteSink sink) {
        sink.writeVarint(cases);
        sink.writeVarint(events);
        sink.writeVarint(reworkCases);
        activities.write(sink);
        variants.write(sink);
        cyclePeriods.write(sink);
        PackedLongs.write(sink, cycles);
        edges.write(sink);
    }

    static CaseTally read(ByteSource source, MiningPlan plan) {
        long cases = source.readVarint();
        long events = source.readVarint();
        long reworkCases = source.readVarint();
        ActivityTally activities = ActivityTally.read(source, plan.activities());
        VariantTally variants = VariantTally.read(source, plan.activities());
        PeriodSums cyclePeriods = PeriodSums.read(source, plan.periods());
        LongBag cycles = new LongBag();
        PackedLongs.readInto(cycles, source);
        EdgeTally edges = EdgeTally.read(source, plan);
        CaseTally read = new CaseTally(plan, edges, activities, variants, cycles, cyclePeriods);
        read.cases = cases;
        read.events = events;
        read.reworkCases = reworkCases;
        return read;
    }
}
