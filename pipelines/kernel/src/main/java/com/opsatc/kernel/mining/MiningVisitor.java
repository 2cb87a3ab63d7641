package com.opsatc.kernel.mining;

import static java.util.Objects.requireNonNull;

import com.opsatc.kernel.log.CursorBlocks;
import com.opsatc.kernel.log.EventBlocks;
import com.opsatc.kernel.log.EventCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an event log, or a part of it, once and collects all that is mined from it.
 *
 * <p>Cases may be cut anywhere over blocks, visitors and machines: what a visitor does not see whole it hands on in its state,
 * and {@link MiningState#finish()} puts it together. Not thread-safe: one visitor a thread, states are merged.
 */
public final class MiningVisitor {
    private final MiningPlan plan;
    private final CaseTally tally;
    /** The beginning of a case that goes on in the next block; empty otherwise. */
    private final CaseBuffer open = new CaseBuffer();

    private final List<Fragment> fragments = new ArrayList<>();
    private long openCase;
    private int openPosition;
    private boolean done;

    public MiningVisitor(MiningPlan plan) {
        this.plan = requireNonNull(plan, "plan");
        tally = new CaseTally(plan);
    }

    /** As {@link #visit(EventBlocks)}, over single rows. */
    public void visit(EventCursor cursor) {
        visit(new CursorBlocks(cursor));
    }

    /**
     * Reads all rows of the blocks.
     *
     * @throws IllegalArgumentException if an event has an activity code outside the plan or completes before it starts
     * @throws IllegalStateException if the state was taken already
     */
    public void visit(EventBlocks blocks) {
        requireNonNull(blocks, "blocks");
        if (done) {
            throw new IllegalStateException("Cannot visit more events: the state of this visitor was already taken");
        }

        while (blocks.next()) {
            EventChecks.require(blocks, plan.activities());
            for (int row = 0; row < blocks.rows(); ) {
                int end = endOfRun(blocks, row);
                take(blocks, row, end);
                row = end;
            }
        }
        cutOpenCase(false);
    }

    /** The first row from {@code row} on that does not carry on its case, or the end of the block. */
    private static int endOfRun(EventBlocks blocks, int row) {
        long[] cases = blocks.caseIds();
        int[] positions = blocks.positions();
        int rows = blocks.rows();
        long caseId = cases[row];
        int position = positions[row];
        int at = row + 1;
        // A complemented position is negative and ends the run, since no position follows it.
        while (position >= 0 && at < rows && cases[at] == caseId && EventBlocks.place(positions[at]) == position + 1) {
            position = positions[at++];
        }
        return at;
    }

    private void take(EventBlocks blocks, int from, int to) {
        long caseId = blocks.caseIds()[from];
        int position = EventBlocks.place(blocks.positions()[from]);
        boolean ends = blocks.positions()[to - 1] < 0;
        if (!open.isEmpty() && (caseId != openCase || position != openPosition + open.length())) {
            cutOpenCase(false);
        }

        if (open.isEmpty() && position == 0 && ends) {
            tally.add(blocks.activities(), blocks.startsUs(), blocks.completesUs(), from, to);
            return;
        }

        if (open.isEmpty()) {
            openCase = caseId;
            openPosition = position;
        }

        open.add(blocks, from, to);
        if (ends) {
            endOpenCase();
        }
    }

    private void endOpenCase() {
        if (openPosition > 0) {
            cutOpenCase(true);
            return;
        }

        open.addTo(tally);
        open.clear();
    }

    private void cutOpenCase(boolean endsCase) {
        if (!open.isEmpty()) {
            fragments.add(open.toFragment(openCase, openPosition, endsCase));
            open.clear();
        }
    }

    /** What was collected; nothing can be visited afterwards. */
    public MiningState state() {
        done = true;
        return new MiningState(plan, List.of(tally), fragments);
    }
}
