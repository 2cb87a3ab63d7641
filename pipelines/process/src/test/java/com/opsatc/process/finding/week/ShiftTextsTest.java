package com.opsatc.process.finding.week;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Unit;
import com.opsatc.kernel.statistics.LevelShift;
import com.opsatc.kernel.statistics.StepRule;
import com.opsatc.process.evidence.CountedMembers;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ShiftTextsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final long HOUR = 3_600_000_000L;

    @Test
    void statement_lastWeeksAgree_saysThatItStayed() {
        Shift shift = shift(true);

        assertThat(ShiftTexts.statement("{subject.1}", comparison(shift, 10), Unit.MICROSECONDS, shift))
                .isEqualTo("{subject.1} rose from 1 h to 2 h in the week of 2026-03-02 and stayed there.");
        assertThat(ShiftTexts.caveats(comparison(shift, 10), tested(shift))).hasSize(3);
    }

    @Test
    void statement_oneOfTheLastWeeksDoesNot_doesNotSayItAndWarns() {
        Shift shift = shift(false);

        assertThat(ShiftTexts.statement("{subject.1}", comparison(shift, 10), Unit.MICROSECONDS, shift))
                .isEqualTo("{subject.1} rose from 1 h to 2 h in the week of 2026-03-02.");
        assertThat(ShiftTexts.caveats(comparison(shift, 10), tested(shift)))
                .contains(
                        "It may not last: of the last 4 weeks compared, at least one is nearer to the figure before the"
                                + " shift than to the one after it.");
    }

    @Test
    void caveats_fewerMembersAWeek_areSaid() {
        Shift shift = shift(true);

        assertThat(ShiftTexts.caveats(comparison(shift, 7), tested(shift))).hasSize(3);
        assertThat(ShiftTexts.caveats(comparison(shift, 6), tested(shift)))
                .hasSize(4)
                .endsWith(
                        "Members a week fell from 10 to 6: which cases are counted may have changed as well as how long"
                                + " they take or how they end.");
    }

    private static Comparison comparison(Shift shift, int membersAfter) {
        CountedMembers.Builder members = new CountedMembers.Builder();
        for (int week = 0; week < 16; week++) {
            for (int i = 0; i < (week < 8 ? 10 : membersAfter); i++) {
                members.add(
                        week < 8 ? HOUR : 2 * HOUR,
                        Math.toIntExact(FIRST.plusWeeks(week).toEpochDay()),
                        week + "/" + i);
            }
        }
        return Comparison.of(Aggregation.MEDIAN, members.build(), shift);
    }

    private static Tested tested(Shift shift) {
        return new Tested(shift, new StepRule(5, 4, 30, 0), 100);
    }

    private static Shift shift(boolean lastPeriodsAgree) {
        return new Shift(
                FIRST,
                FIRST.plusWeeks(8),
                FIRST.plusWeeks(16).minusDays(1),
                8,
                8,
                new LevelShift(8, 9, 0, 1000, 80, 80, lastPeriodsAgree, 9));
    }
}
