package com.opsatc.kernel.mining;

import static java.util.Objects.requireNonNull;

import com.opsatc.kernel.mining.bytes.ByteSink;
import com.opsatc.kernel.mining.bytes.ByteSource;
import com.opsatc.kernel.mining.figure.EdgeStats;
import java.util.List;

/**
 * Collects passages from one activity to the next, one by one: for figures of edges that leave some of a log's passages out,
 * which {@link MiningVisitor} does not.
 *
 * <p>The passages of a case come one after another and to one visitor. Not thread-safe: one visitor a thread; the parts are
 * merged in any order.
 */
public final class PassageVisitor {
    private final MiningPlan plan;
    private final EdgeTally edges;
    private final PeriodIndex periods;
    private long lastCase;
    private int caseNumber;

    public PassageVisitor(MiningPlan plan) {
        this.plan = requireNonNull(plan, "plan");
        edges = new EdgeTally(plan);
        periods = new PeriodIndex(plan.periodStartsUs());
    }

    /**
     * Adds a passage; instants in microseconds UTC.
     *
     * @param completeUs when {@code from} was complete
     * @param startUs when {@code to} started; the gap may be negative, and then counts as an overlap
     * @param nextCompleteUs when {@code to} was complete, which shows whether their order rests on the tie-break
     * @throws IllegalArgumentException if a code is outside the plan
     */
    public void add(long caseId, int from, long completeUs, int to, long startUs, long nextCompleteUs) {
        if (from < 0 || to < 0 || from >= plan.activities() || to >= plan.activities()) {
            throw new IllegalArgumentException(
                    "Invalid passage: activity codes are from 0 to " + (plan.activities() - 1));
        }

        if (caseNumber == 0 || caseId != lastCase) {
            caseNumber = Math.addExact(caseNumber, 1);
            lastCase = caseId;
        }

        boolean tie = nextCompleteUs == completeUs;
        edges.add(from, to, startUs - completeUs, tie, caseNumber, periods.of(startUs));
    }

    public byte[] toBytes() {
        ByteSink sink = new ByteSink();
        edges.write(sink);
        return sink.toBytes();
    }

    /** The edges that parts collected with the same plan, by codes; {@code cases} are distinct cases. */
    public static List<EdgeStats> merge(MiningPlan plan, List<byte[]> parts) {
        EdgeTally merged = new EdgeTally(plan);
        for (byte[] part : parts) {
            ByteSource source = new ByteSource(part);
            merged.addAll(EdgeTally.read(source, plan));
            source.requireEnd();
        }
        return merged.stats();
    }
}
