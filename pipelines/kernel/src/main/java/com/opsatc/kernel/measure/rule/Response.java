package com.opsatc.kernel.measure.rule;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;

/**
 * After every first activity a second one comes later in the case, within the deadline where there is one.
 *
 * <p>Activated by each first activity. What is answered too late is broken by the overrun; what is not answered is broken when the
 * deadline has passed or the case is closed, and pending before that.
 *
 * <pre>
 * a b a     kept, and broken where the case is closed, else pending
 * a a b     kept twice: one answer answers all before it
 * b a       broken where the case is closed, unless b has a date without a time and a is of that day: undecided
 * </pre>
 *
 * @param first codes, {@code second} likewise
 */
public record Response(BitSet first, BitSet second, Deadline deadline) implements CaseRule {
    private static final long serialVersionUID = 1L;

    public Response {
        first = (BitSet) first.clone();
        second = (BitSet) second.clone();
        requireNonNull(deadline, "deadline");
    }

    @Override
    public void judge(OneCase one, RuleTally tally) {
        int answer = one.from();
        int dated = Breach.NONE;
        for (int row = one.from(); row < one.to(); row++) {
            if (first.get(one.code(row))) {
                answer = answer(one, Math.max(answer, row + 1));
                judge(one, row, answer, dated, tally);
            }

            if (second.get(one.code(row)) && one.orderUnknown(row, row)) {
                dated = row;
            }
        }
    }

    private int answer(OneCase one, int from) {
        int row = from;
        while (row < one.to() && !second.get(one.code(row))) {
            row++;
        }
        return row;
    }

    private void judge(OneCase one, int row, int answer, int dated, RuleTally tally) {
        boolean answered = answer < one.to();
        long overrunUs = deadline.overrunUs(
                one.us(row),
                answered ? one.us(answer) : Math.max(one.us(row), one.known().untilUs()));
        if (overrunUs <= 0 && (answered || !one.closed())) {
            if (answered) {
                tally.kept();
            } else {
                tally.pending();
            }
        } else if (dated != Breach.NONE && one.orderUnknown(dated, row)) {
            tally.undecided();
        } else if (answered) {
            tally.brokenLate(one, row, answer, overrunUs);
        } else {
            tally.brokenWithout(one, row, Math.max(0, overrunUs));
        }
    }
}
