package com.opsatc.kernel.mining;

import static java.util.Objects.requireNonNull;

import com.opsatc.kernel.log.EventCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an event log, or a part of it, once and collects all that is mined from it.
 *
 * <p>Cases may be cut anywhere over cursors, visitors and machines: what a visitor does not see whole it hands on in its
 * state, and {@link MiningState#finish()} puts it together. Not thread-safe: one visitor a thread, states are merged.
 */
public final class MiningVisitor {
    private final MiningPlan plan;
    private final CaseTally tally;
    private final CaseBuffer buffer = new CaseBuffer();
    private final List<Fragment> fragments = new ArrayList<>();
    private boolean done;

    public MiningVisitor(MiningPlan plan) {
        this.plan = requireNonNull(plan, "plan");
        tally = new CaseTally(plan);
    }

    /**
     * Reads all rows of the cursor.
     *
     * @throws IllegalArgumentException if an event has an activity code outside the plan or completes before it starts
     * @throws IllegalStateException if the state was taken already
     */
    public void visit(EventCursor cursor) {
        requireNonNull(cursor, "cursor");
        if (done) {
            throw new IllegalStateException("Cannot visit another cursor: the state of this visitor was already taken");
        }

        int activities = plan.activities();
        long caseId = 0;
        int firstPosition = 0;
        while (cursor.next()) {
            long nextCase = cursor.caseId();
            int position = cursor.position();
            if (buffer.length() > 0 && (nextCase != caseId || position != firstPosition + buffer.length())) {
                cut(caseId, firstPosition, false);
            }

            if (buffer.length() == 0) {
                caseId = nextCase;
                firstPosition = position;
            }

            buffer.add(cursor, activities);
            if (cursor.lastOfCase()) {
                end(caseId, firstPosition);
            }
        }
        if (buffer.length() > 0) {
            cut(caseId, firstPosition, false);
        }
    }

    private void end(long caseId, int firstPosition) {
        if (firstPosition == 0) {
            buffer.addTo(tally);
            buffer.clear();
            return;
        }

        cut(caseId, firstPosition, true);
    }

    private void cut(long caseId, int firstPosition, boolean endsCase) {
        fragments.add(buffer.toFragment(caseId, firstPosition, endsCase));
        buffer.clear();
    }

    /** What was collected; nothing can be visited afterwards. */
    public MiningState state() {
        done = true;
        return new MiningState(plan, List.of(tally), fragments);
    }
}
