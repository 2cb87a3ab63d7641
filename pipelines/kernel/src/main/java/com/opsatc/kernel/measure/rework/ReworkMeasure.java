package com.opsatc.kernel.measure.rework;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.figure.ActivityCounts;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.visit.CaseMeasure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Executions of activities, where cases start and end, and rework (definitions 1.9). */
public final class ReworkMeasure implements CaseMeasure<ReworkMeasure.Found> {
    private static final int NO_CASE = -1;

    private final Coding coding;
    private final long[] executions;
    private final long[] starts;
    private final long[] ends;
    private final long[] selfLoops;
    private final long[] repetitions;
    private final long[] reworkCases;
    private final int[] seenIn;
    private final int[] reworkedIn;
    private int caseNumber;
    private long casesWithRework;

    /**
     * What was found.
     *
     * @param reworkCases cases in which some activity was executed more than once
     * @param activities one element for each code, in their order
     */
    public record Found(long reworkCases, List<ActivityCounts> activities) {
        public Found {
            activities = List.copyOf(activities);
        }
    }

    /** @param activities how many codes there are, from 0 */
    public ReworkMeasure(Coding coding, int activities) {
        this.coding = coding;
        executions = new long[activities];
        starts = new long[activities];
        ends = new long[activities];
        selfLoops = new long[activities];
        repetitions = new long[activities];
        reworkCases = new long[activities];
        seenIn = new int[activities];
        reworkedIn = new int[activities];
        Arrays.fill(seenIn, NO_CASE);
        Arrays.fill(reworkedIn, NO_CASE);
    }

    @Override
    public void take(EventColumns events, int from, int to) {
        int[] code = coding.of(events);
        caseNumber = Math.addExact(caseNumber, 1);
        int previous = code[from];
        starts[previous]++;
        executions[previous]++;
        seenIn[previous] = caseNumber;
        boolean rework = false;
        for (int i = from + 1; i < to; i++) {
            int next = code[i];
            rework |= follow(previous, next);
            previous = next;
        }
        ends[previous]++;
        casesWithRework += rework ? 1 : 0;
    }

    /** Counts an execution that follows another one of its case; true if it is rework. */
    private boolean follow(int previous, int activity) {
        executions[activity]++;
        if (seenIn[activity] != caseNumber) {
            seenIn[activity] = caseNumber;
            return false;
        }

        if (previous == activity) {
            selfLoops[activity]++;
        } else {
            repetitions[activity]++;
        }

        if (reworkedIn[activity] != caseNumber) {
            reworkedIn[activity] = caseNumber;
            reworkCases[activity]++;
        }

        return true;
    }

    @Override
    public void merge(CaseMeasure<Found> same) {
        ReworkMeasure other = (ReworkMeasure) same;
        casesWithRework += other.casesWithRework;
        List<long[]> theirs = other.columns();
        List<long[]> ours = columns();
        for (int column = 0; column < ours.size(); column++) {
            for (int i = 0; i < executions.length; i++) {
                ours.get(column)[i] += theirs.get(column)[i];
            }
        }
    }

    private List<long[]> columns() {
        return List.of(executions, starts, ends, selfLoops, repetitions, reworkCases);
    }

    @Override
    public Found finish() {
        List<ActivityCounts> counts = new ArrayList<>(executions.length);
        for (int i = 0; i < executions.length; i++) {
            counts.add(new ActivityCounts(
                    i, executions[i], starts[i], ends[i], selfLoops[i], repetitions[i], reworkCases[i]));
        }
        return new Found(casesWithRework, counts);
    }

    @Override
    public void write(ByteSink sink) {
        sink.writeVarint(casesWithRework);
        for (long[] column : columns()) {
            for (long value : column) {
                sink.writeVarint(value);
            }
        }
    }

    @Override
    public void read(ByteSource source) {
        casesWithRework += source.readVarint();
        for (long[] column : columns()) {
            for (int i = 0; i < column.length; i++) {
                column[i] += source.readVarint();
            }
        }
    }
}
