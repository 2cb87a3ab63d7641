package com.opsatc.kernel.measure.edge;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.figure.Durations;
import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.figure.PackedLongs;
import com.opsatc.kernel.figure.PeriodSums;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.measure.period.LogScale;
import com.opsatc.kernel.measure.period.PeriodIndex;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.visit.CaseMeasure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Directly-follows pairs (definitions 1.2), by codes: how many, in how many cases, and every gap, for exact quantiles.
 *
 * <p>A gap below 0 is an overlap, summed apart, and counts as 0. A pair is in the period in which its gap ends. Without events:
 * no edges.
 */
public final class EdgeMeasure implements CaseMeasure<List<EdgeStats>> {
    private static final int NO_CASE = -1;

    private final Coding coding;
    private final int codes;
    private final Gap gap;
    private final int periodCount;
    private final PeriodIndex periodIndex;
    private final EdgeIndex index;
    private int caseNumber;
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

    /** What a gap goes to, from the completion before it. */
    public enum Gap {
        /** To when the next event began. */
        TO_BEGIN,
        /** To the next completion. */
        TO_COMPLETION,
        /** To the next start, of the pairs alone in which it is recorded: the gap is waiting. */
        TO_RECORDED_START
    }

    /** @param codes how many codes there are, from 0 */
    public EdgeMeasure(Coding coding, int codes, Gap gap, Periods periods) {
        this.coding = coding;
        this.codes = codes;
        this.gap = gap;
        periodCount = periods.count();
        periodIndex = new PeriodIndex(periods);
        index = new EdgeIndex(codes);
        gaps.resize(from.length);
    }

    @Override
    public void take(EventColumns events, int first, int end) {
        int[] code = coding.of(events);
        long[] startsUs = events.startsUs();
        long[] completesUs = events.completesUs();
        caseNumber = Math.addExact(caseNumber, 1);
        int previous = code[first];
        long previousUs = completesUs[first];
        for (int i = first + 1; i < end; i++) {
            int next = code[i];
            long completeUs = completesUs[i];
            long startUs = startsUs[i];
            if (gap != Gap.TO_RECORDED_START || startUs != EventColumns.UNKNOWN) {
                long endUs = gap == Gap.TO_COMPLETION ? completeUs : EventColumns.beginUs(startUs, completeUs);
                add(previous, next, endUs - previousUs, completeUs == previousUs, periodIndex.of(endUs));
            }

            previous = next;
            previousUs = completeUs;
        }
    }

    private void add(int previous, int next, long gapUs, boolean tie, int period) {
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

    @Override
    public void merge(CaseMeasure<List<EdgeStats>> same) {
        EdgeMeasure other = (EdgeMeasure) same;
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

    @Override
    public List<EdgeStats> finish() {
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

    @Override
    public void write(ByteSink sink) {
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

    @Override
    public void read(ByteSource source) {
        int count = source.readCount();
        for (int i = 0; i < count; i++) {
            int slot = slot(source.readBelow(codes), source.readBelow(codes));
            cases[slot] += source.readVarint();
            overlapN[slot] += source.readVarint();
            overlapUs[slot] = Math.addExact(overlapUs[slot], source.readVarint());
            ties[slot] += source.readVarint();
            PackedLongs.readInto(gaps.bag(slot), source);
            periods[slot].read(source);
        }
    }
}
