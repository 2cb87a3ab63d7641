package com.opsatc.kernel.visit;

import static java.util.Objects.requireNonNull;

import com.opsatc.kernel.log.EventBlocks;
import com.opsatc.kernel.log.EventColumns;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a view of an event log, or a part of it, once and feeds every measure of a pass.
 *
 * <p>Cases may be cut anywhere over blocks, visitors and machines: what a visitor does not see whole it hands on in its state,
 * and {@link PassState#finish()} puts it together. Not thread-safe: one visitor a thread, states are merged.
 */
public final class CaseVisitor {
    private final CasePass pass;
    private final List<CaseMeasure<?>> measures;
    private final List<Fragment> fragments = new ArrayList<>();
    /** The beginning of a case that goes on in the next block; null or without rows otherwise. */
    private EventColumns open;

    private boolean done;

    public CaseVisitor(CasePass pass) {
        this.pass = requireNonNull(pass, "pass");
        measures = pass.measures();
    }

    /**
     * Reads all rows of the blocks.
     *
     * @throws IllegalArgumentException if an event has a code outside the pass or completes before it starts
     * @throws IllegalStateException if the state was taken already
     */
    public void visit(EventBlocks blocks) {
        requireNonNull(blocks, "blocks");
        if (done) {
            throw new IllegalStateException("Cannot visit more events: the state of this visitor was already taken");
        }

        for (EventColumns block = blocks.next(); block != null; block = blocks.next()) {
            pass.require(block);
            for (int row = 0; row < block.rows(); ) {
                int end = endOfRun(block, row);
                take(block, row, end);
                row = end;
            }
        }
        cutOpenCase();
    }

    /** The first row from {@code row} on that does not carry on its case, or the end of the block. */
    private static int endOfRun(EventColumns block, int row) {
        long[] cases = block.caseIds();
        int[] positions = block.positions();
        int rows = block.rows();
        long caseId = cases[row];
        int position = positions[row];
        int at = row + 1;
        // A complemented position is negative and ends the run, since no position follows it.
        while (position >= 0 && at < rows && cases[at] == caseId && EventColumns.place(positions[at]) == position + 1) {
            position = positions[at++];
        }
        return at;
    }

    private void take(EventColumns block, int from, int to) {
        if (open == null) {
            open = block.another();
        }

        if (open.rows() > 0 && !Fragment.follows(open, block, from)) {
            cutOpenCase();
        }

        if (open.rows() == 0 && block.positions()[to - 1] < 0 && EventColumns.place(block.positions()[from]) == 0) {
            feed(block, from, to);
            return;
        }

        open.append(block, from, to);
        if (open.positions()[open.rows() - 1] < 0) {
            endOpenCase();
        }
    }

    private void feed(EventColumns events, int from, int to) {
        for (CaseMeasure<?> measure : measures) {
            measure.take(events, from, to);
        }
    }

    private void endOpenCase() {
        if (EventColumns.place(open.positions()[0]) > 0) {
            cutOpenCase();
            return;
        }

        feed(open, 0, open.rows());
        open.setRows(0);
    }

    private void cutOpenCase() {
        if (open != null && open.rows() > 0) {
            fragments.add(Fragment.of(open));
            open.setRows(0);
        }
    }

    /** What was collected; nothing can be visited afterwards. */
    public PassState state() {
        done = true;
        return new PassState(pass, List.of(measures), fragments);
    }
}
