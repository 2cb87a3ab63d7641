package com.opsatc.kernel.measure.rule;

import java.util.BitSet;

/**
 * Directly after every first activity comes a second one.
 *
 * <p>Activated by each first activity. Where it is the last event, it is broken in a closed case and pending in an open one. Where
 * either of it and what follows has a date without a time and both are of one day, what came next is undecided.
 *
 * @param first codes, {@code second} likewise
 */
public record ChainResponse(BitSet first, BitSet second) implements CaseRule {
    private static final long serialVersionUID = 1L;

    public ChainResponse {
        first = (BitSet) first.clone();
        second = (BitSet) second.clone();
    }

    @Override
    public void judge(OneCase one, RuleTally tally) {
        for (int row = one.from(); row < one.to(); row++) {
            if (first.get(one.code(row))) {
                judge(one, row, tally);
            }
        }
    }

    private void judge(OneCase one, int row, RuleTally tally) {
        int next = row + 1;
        if (next == one.to()) {
            if (one.closed()) {
                tally.brokenWithout(one, row, 0);
            } else {
                tally.pending();
            }
        } else if (second.get(one.code(next))) {
            tally.kept();
        } else if (one.orderUnknown(row, next)) {
            tally.undecided();
        } else {
            tally.brokenBy(one, row, next);
        }
    }
}
