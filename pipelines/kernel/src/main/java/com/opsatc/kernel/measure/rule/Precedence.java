package com.opsatc.kernel.measure.rule;

import java.util.BitSet;

/**
 * Before every second activity there is a first one earlier in the case.
 *
 * <p>Activated by each second activity, and never pending: what comes later changes nothing. Where the second one has a date without a
 * time and a first one follows on that day, it is undecided.
 *
 * @param first codes, {@code second} likewise
 */
public record Precedence(BitSet first, BitSet second) implements CaseRule {
    private static final long serialVersionUID = 1L;

    public Precedence {
        first = (BitSet) first.clone();
        second = (BitSet) second.clone();
    }

    @Override
    public void judge(OneCase one, RuleTally tally) {
        int earliest = one.from();
        while (earliest < one.to() && !first.get(one.code(earliest))) {
            earliest++;
        }

        for (int row = one.from(); row < one.to(); row++) {
            if (second.get(one.code(row))) {
                if (earliest < row) {
                    tally.kept();
                } else if (earliest > row && earliest < one.to() && one.orderUnknown(row, earliest)) {
                    tally.undecided();
                } else {
                    tally.brokenWithout(one, row, 0);
                }
            }
        }
    }
}
