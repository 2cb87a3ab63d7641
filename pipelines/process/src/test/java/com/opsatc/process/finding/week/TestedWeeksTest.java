package com.opsatc.process.finding.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestedWeeksTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void of_weeksOutsideTheDates_areLeftOut() {
        // The second week begins on the 9th; the fourth ends on Sunday the 29th, which is not over on that day.
        WeekSums tested =
                new TestedWeeks(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 29)).of(weeks(10, 10, 10, 10));

        assertThat(tested.mondays()).containsExactly(MONDAY.plusWeeks(1), MONDAY.plusWeeks(2));
    }

    @Test
    void of_weeksOverAtTheEnd_stay() {
        WeekSums tested = new TestedWeeks(MONDAY, LocalDate.of(2026, 3, 30)).of(weeks(10, 10, 10, 10));

        assertThat(tested.weeks()).isEqualTo(4);
    }

    @Test
    void of_thinWeeksAtTheEnds_areLeftOutAndThoseWithinStay() {
        // The median week has 10 members: less than 5 is thin.
        WeekSums tested = new TestedWeeks(MONDAY, MONDAY.plusYears(1)).of(weeks(1, 4, 10, 0, 10, 10, 10, 10, 10, 5, 4));

        assertThat(tested.n()).containsExactly(10, 0, 10, 10, 10, 10, 10, 5);
        assertThat(tested.mondays().get(0)).isEqualTo(MONDAY.plusWeeks(2));
    }

    @Test
    void of_noWeekLeft_isEmpty() {
        assertThat(new TestedWeeks(MONDAY.plusYears(1), MONDAY.plusYears(2))
                        .of(weeks(10, 10))
                        .weeks())
                .isZero();
    }

    @Test
    void splits_weeks_countsThoseWithEnoughOnEachSide() {
        assertThat(weeks(1, 1, 1, 1, 1, 1, 1, 1).splits(4)).isEqualTo(1);
        assertThat(weeks(1, 1, 1, 0, 1, 1, 1, 1).splits(4)).isZero();
        assertThat(weeks(1, 1, 1, 1, 1, 1, 1, 1, 1, 1).splits(4)).isEqualTo(3);
    }

    private static WeekSums weeks(long... n) {
        List<LocalDate> mondays =
                MONDAY.datesUntil(MONDAY.plusWeeks(n.length), Period.ofWeeks(1)).toList();
        return new WeekSums(mondays, n, n.clone(), n.clone());
    }
}
