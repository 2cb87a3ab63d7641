package com.opsatc.kernel.mining;

import com.opsatc.kernel.mining.bytes.ByteSink;
import com.opsatc.kernel.mining.bytes.ByteSource;
import com.opsatc.kernel.mining.figure.Durations;
import com.opsatc.kernel.mining.figure.EdgeStats;
import com.opsatc.kernel.mining.figure.PeriodSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts directly-follows pairs and keeps every gap, clamped at 0, for exact quantiles. */
final class EdgeTally {
    private static final int NO_CASE = -1;

    private final int periodCount;
    private final EdgeIndex index;
    private int size;
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int[] lastCase = new int[16];
    private long[] cases = new long[16];
    private long[] overlapN = new long[16];
    private long[] overlapUs = new long[16];
    private long[] ties = new long[16];
    private final GapBags gaps = new GapBags();
    private PeriodSums[] periods = new PeriodSums[16];

    EdgeTally(MiningPlan plan) {
        periodCount = plan.periods();
        index = new EdgeIndex(plan.activities());
        gaps.resize(from.length);
    }

    /** Counts one pair of case number {@code caseNumber}, numbers never returning to an earlier one. */
    void add(int previous, int next, long gapUs, boolean tie, int caseNumber, int period) {
        int slot = slot(previous, next);
        long clampedUs = gapUs;
        if (gapUs < 0) {
            overlapN[slot]++;
            overlapUs[slot] = Math.addExact(overlapUs[slot], -gapUs);
            clampedUs = 0;
        }

        gaps.add(slot, clampedUs);
        ties[slot] += tie ? 1 : 0;
        if (lastCase[slot] != caseNumber) {
            lastCase[slot] = caseNumber;
            cases[slot]++;
        }

        if (period != PeriodIndex.NONE) {
            periods[slot].add(period, LogScale.of(clampedUs));
        }
    }

    private int slot(int previous, int next) {
        int slot = index.find(previous, next);
        return slot == EdgeIndex.ABSENT ? open(previous, next) : slot;
    }

    private int open(int previous, int next) {
        if (size == from.length) {
            resize(size * 2);
        }

        int slot = index.add(previous, next);
        from[slot] = previous;
        to[slot] = next;
        lastCase[slot] = NO_CASE;
        periods[slot] = new PeriodSums(periodCount);
        size++;
        return slot;
    }

    private void resize(int length) {
        from = Arrays.copyOf(from, length);
        to = Arrays.copyOf(to, length);
        lastCase = Arrays.copyOf(lastCase, length);
        cases = Arrays.copyOf(cases, length);
        overlapN = Arrays.copyOf(overlapN, length);
        overlapUs = Arrays.copyOf(overlapUs, length);
        ties = Arrays.copyOf(ties, length);
        gaps.resize(length);
        periods = Arrays.copyOf(periods, length);
    }

    /** Adds what a tally over other cases counted, which must not change afterwards. */
    void addAll(EdgeTally other) {
        for (int i = 0; i < other.size; i++) {
            int slot = slot(other.from[i], other.to[i]);
            cases[slot] += other.cases[i];
            overlapN[slot] += other.overlapN[i];
            overlapUs[slot] = Math.addExact(overlapUs[slot], other.overlapUs[i]);
            ties[slot] += other.ties[i];
            gaps.bag(slot).addAll(other.gaps.bag(i));
            periods[slot].addAll(other.periods[i]);
        }
    }

    List<EdgeStats> stats() {
        List<EdgeStats> stats = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            stats.add(new EdgeStats(
                    from[i],
                    to[i],
                    cases[i],
                    overlapN[i],
                    overlapUs[i],
                    ties[i],
                    new Durations(gaps.bag(i)),
                    periods[i]));
        }
        stats.sort(EdgeStats.BY_CODES);
        return stats;
    }

    void write(ByteSink sink) {
        sink.writeVarint(size);
        for (int i = 0; i < size; i++) {
            sink.writeVarint(from[i]);
            sink.writeVarint(to[i]);
            sink.writeVarint(cases[i]);
            sink.writeVarint(overlapN[i]);
            sink.writeVarint(overlapUs[i]);
            sink.writeVarint(ties[i]);
            PackedLongs.write(sink, gaps.bag(i));
            periods[i].write(sink);
        }
    }

    static EdgeTally read(ByteSource source, MiningPlan plan) {
        EdgeTally read = new EdgeTally(plan);
        int size = source.readCount();
        for (int i = 0; i < size; i++) {
            int slot = read.slot(source.readBelow(plan.activities()), source.readBelow(plan.activities()));
            read.cases[slot] = source.readVarint();
            read.overlapN[slot] = source.readVarint();
            read.overlapUs[slot] = source.readVarint();
            read.ties[slot] = source.readVarint();
            PackedLongs.readInto(read.gaps.bag(slot), source);
            read.periods[slot] = PeriodSums.read(source, plan.periods());
        }
        return read;
    }
}
