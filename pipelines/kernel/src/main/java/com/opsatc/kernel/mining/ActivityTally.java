package com.opsatc.kernel.mining;

import com.opsatc.kernel.mining.bytes.ByteSink;
import com.opsatc.kernel.mining.bytes.ByteSource;
import com.opsatc.kernel.mining.figure.ActivityCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts executions of activities, where cases start and end, and rework (definitions 1.9). */
final class ActivityTally {
    private static final int NO_CASE = -1;

    private final long[] executions;
    private final long[] starts;
    private final long[] ends;
    private final long[] selfLoops;
    private final long[] repetitions;
    private final long[] reworkCases;
    private final int[] seenIn;
    private final int[] reworkedIn;

    ActivityTally(int activities) {
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

    void start(int activity, int caseNumber) {
        starts[activity]++;
        executions[activity]++;
        seenIn[activity] = caseNumber;
    }

    /** Counts an execution that follows another one of its case; true if it is rework. */
    boolean follow(int previous, int activity, int caseNumber) {
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

    void end(int activity) {
        ends[activity]++;
    }

    void addAll(ActivityTally other) {
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

    List<ActivityCounts> counts() {
        List<ActivityCounts> counts = new ArrayList<>(executions.length);
        for (int i = 0; i < executions.length; i++) {
            counts.add(new ActivityCounts(
                    i, executions[i], starts[i], ends[i], selfLoops[i], repetitions[i], reworkCases[i]));
        }
        return counts;
    }

    void write(ByteSink sink) {
        for (long[] column : columns()) {
            for (long value : column) {
                sink.writeVarint(value);
            }
        }
    }

    static ActivityTally read(ByteSource source, int activities) {
        ActivityTally read = new ActivityTally(activities);
        for (long[] column : read.columns()) {
            for (int i = 0; i < activities; i++) {
                column[i] = source.readVarint();
            }
        }
        return read;
    }
}
