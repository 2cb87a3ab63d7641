package com.opsatc.process.finding.week;

import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.Humane;
import com.opsatc.process.evidence.CountedMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sentences of shift findings; what they are about stands as {subject.n}. */
public final class ShiftTexts {
    private ShiftTexts() {}

    /** @param subject as in "{subject.1}" or "The median time from {subject.1} to {subject.2}" */
    public static String statement(String subject, Comparison comparison, Unit unit, Shift shift) {
        return subject + (comparison.rose() ? " rose" : " fell") + " from "
                + unit.text(comparison.valueBefore()) + " to "
                + unit.text(comparison.valueAfter()) + " in the week of " + shift.shifted()
                + (shift.step().lastPeriodsAgree() ? " and stayed there." : ".");
    }

    /** What every shift must be read with. */
    public static List<String> caveats(Comparison comparison, Tested tested) {
        Shift shift = tested.shift();
        List<String> caveats = new ArrayList<>(
                List.of(
                        "Compared are the full weeks from " + shift.first() + " to " + shift.last()
                                + "; the week of the shift is the best split of them and may be off by one.",
                        String.format(
                                Locale.ROOT,
                                "A split counts from %.1f standard errors on, so that none of the %,d tested passes by chance but"
                                        + " once in a thousand runs.",
                                tested.rule().threshold(),
                                tested.splits()),
                        "The split that stands out most is the one measured: the change is overstated rather than understated."));
        if (!shift.step().lastPeriodsAgree()) {
            caveats.add(
                    "It may not last: of the last " + tested.rule().minimumPeriods()
                            + " weeks compared, at least one is nearer to the figure before the shift than to the one after it.");
        }
        if (comparison.fewerMembers(shift)) {
            caveats.add("Members a week fell from " + aWeek(comparison.before(), shift.weeksBefore()) + " to "
                    + aWeek(comparison.after(), shift.weeksAfter())
                    + ": which cases are counted may have changed as well as how long they take or how they end.");
        }
        return caveats;
    }

    private static String aWeek(CountedMembers members, int weeks) {
        return Humane.count(Math.round((double) members.n() / weeks));
    }
}
