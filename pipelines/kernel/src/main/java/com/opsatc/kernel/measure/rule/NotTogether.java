package com.opsatc.kernel.measure.rule;

import java.util.BitSet;

/**
 * No case has both a first and a second activity.
 *
 * <p>Activated once by every case that has either; broken by the first event of whichever comes later, and kept as long as there is one of
 * them only.
 *
 * @param first codes, {@code second} others
 */
public record NotTogether(BitSet first, BitSet second) implements CaseRule {
    private static final long serialVersionUID = 1L;

    public NotTogether {
        first = (BitSet) first.clone();
        second = (BitSet) second.clone();
    }

    @Override
    public void judge(OneCase one, RuleTally tally) {
        int firstAt = Breach.NONE;
        int secondAt = Breach.NONE;
        for (int row = one.from(); row < one.to(); row++) {
            if (firstAt == Breach.NONE && first.get(one.code(row))) {
                firstAt = row;
            } else if (secondAt == Breach.NONE && second.get(one.code(row))) {
                secondAt = row;
            }
        }

        if (firstAt != Breach.NONE && secondAt != Breach.NONE) {
            tally.brokenBy(one, Math.min(firstAt, secondAt), Math.max(firstAt, secondAt));
        } else if (firstAt != Breach.NONE || secondAt != Breach.NONE) {
            tally.kept();
        }
    }
}
