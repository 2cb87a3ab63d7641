package com.opsatc.kernel.measure.rule;

import java.util.BitSet;

/**
 * Activities happen at least, or at most, so often in a case.
 *
 * <p>Activated once by every case. Too few is broken in a closed case, by its last event, and pending in an open one; too many is
 * broken by the first that is too many, and kept as long as there is none.
 *
 * @param activities codes
 * @param least at least so many, 0 where any number is enough
 * @param most at most so many, {@link Integer#MAX_VALUE} where there is no limit
 */
public record Occurrence(BitSet activities, int least, int most) implements CaseRule {
    private static final long serialVersionUID = 1L;

    public Occurrence {
        activities = (BitSet) activities.clone();
        if (least < 0 || most < least) {
            throw new IllegalArgumentException(
                    "Invalid rule: what happens at most happens at least as often as it must");
        }
    }

    @Override
    public void judge(OneCase one, RuleTally tally) {
        int count = 0;
        for (int row = one.from(); row < one.to(); row++) {
            if (activities.get(one.code(row)) && ++count > most) {
                tally.brokenBy(one, row, row);
                return;
            }
        }

        if (count >= least) {
            tally.kept();
        } else if (one.closed()) {
            tally.brokenWithout(one, one.to() - 1, 0);
        } else {
            tally.pending();
        }
    }
}
