package com.opsatc.process.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    /** 644 cases, the middle one in the week of 160, which with the three weeks before it has 322; an eighth is 40.25. */
    @Test
    void of_fadingAtBothEnds_isFromTheFirstUsualWeekToTheLast() {
        assertThat(intake(1, 0, 2, 40, 120, 160, 150, 155, 12, 3, 0, 1)).isEqualTo(weeks(4, 8));
    }

    @Test
    void of_steadyWeeks_areAllUsual() {
        assertThat(intake(20, 18, 25, 17, 22, 19)).isEqualTo(weeks(0, 6));
    }

    /** Half a year of stragglers makes the middle week one of theirs; the middle case is not. */
    @Test
    void of_tailLongerThanTheExtract_endsWithTheLastUsualWeek() {
        long[] cases = new long[40];
        for (int week = 0; week < cases.length; week++) {
            cases[week] = week < 12 ? 1_900 + week : 7;
        }

        assertThat(intake(cases)).isEqualTo(weeks(0, 12));
    }

    @Test
    void of_oneWeekAloneBeforeAndAfter_areNoUsualWeeks() {
        assertThat(intake(30, 0, 0, 0, 30, 31, 29, 30, 32, 30, 0, 0, 0, 30)).isEqualTo(weeks(4, 10));
    }

    @Test
    void of_quietWeeksWithin_stay() {
        assertThat(intake(30, 31, 29, 30, 0, 0, 2, 30, 32, 30, 31)).isEqualTo(weeks(0, 11));
    }

    @Test
    void of_noCases_leavesNothingOut() {
        assertThat(Intake.of(new TreeMap<>())).isEqualTo(Intake.UNKNOWN);
    }

    private static Intake intake(long... cases) {
        SortedMap<LocalDate, Long> byWeek = new TreeMap<>();
        for (int week = 0; week < cases.length; week++) {
            if (cases[week] > 0) {
                byWeek.put(MONDAY.plusWeeks(week), cases[week]);
            }
        }
        return Intake.of(byWeek);
    }

    private static Intake weeks(int first, int end) {
        return new Intake(MONDAY.plusWeeks(first), MONDAY.plusWeeks(end));
    }
}
