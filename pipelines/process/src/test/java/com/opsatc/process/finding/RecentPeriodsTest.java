package com.opsatc.process.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.figure.ComparedPeriods;
import com.opsatc.contract.figure.PeriodFigure;
import com.opsatc.process.evidence.CountedMembers;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RecentPeriodsTest {
    private static final LocalDate LATER = OrderShop.FIRST.plusYears(3);

    /** Of 27 weeks the first one is at the edge of the extract, so that two quarters are left. */
    @Test
    void of_halfAYearOfWeeks_comparesTheLatestQuarterWithTheOneBefore() {
        ComparedPeriods periods = periods(27, Intake.UNKNOWN, LATER);

        assertThat(periods.weeks()).isEqualTo(13);
        assertFigure(periods.latest(), 14, 26, "1.000000", 52);
        // Half of the members of each week before the fourteenth hit, all of them since.
        assertFigure(periods.previous(), 1, 13, "0.500000", 52);
        assertThat(periods.latest().interval().method()).isEqualTo("wilson");
        assertThat(periods.latest().window().zone()).isEqualTo("Europe/Berlin");
    }

    @Test
    void of_fewWeeks_comparesFourWithTheFourBefore() {
        ComparedPeriods periods = periods(26, Intake.UNKNOWN, LATER);

        assertThat(periods.weeks()).isEqualTo(4);
        assertFigure(periods.latest(), 22, 25, "1.000000", 16);
        assertFigure(periods.previous(), 18, 21, "1.000000", 16);
    }

    @Test
    void of_fewerThanEightWeeks_hasNoPreviousPeriod() {
        assertThat(periods(9, Intake.UNKNOWN, LATER)).isNotNull();
        assertThat(periods(8, Intake.UNKNOWN, LATER)).isNull();
    }

    /** The week that is not over, and those after the last usual week, are in no period. */
    @Test
    void of_weeksAtTheEndOfTheExtract_areInNoPeriod() {
        assertThat(periods(12, Intake.UNKNOWN, OrderShop.monday(11).plusDays(3))
                        .latest()
                        .window()
                        .to())
                .isEqualTo(OrderShop.monday(11).minusDays(1));
        assertThat(periods(12, new Intake(OrderShop.FIRST, OrderShop.monday(10)), LATER)
                        .latest()
                        .window()
                        .to())
                .isEqualTo(OrderShop.monday(10).minusDays(1));
    }

    private static void assertFigure(PeriodFigure figure, int firstWeek, int lastWeek, String value, long n) {
        assertThat(figure.window().from()).isEqualTo(OrderShop.monday(firstWeek));
        assertThat(figure.window().to()).isEqualTo(OrderShop.monday(lastWeek).plusDays(6));
        assertThat(figure.value()).isEqualTo(new BigDecimal(value));
        assertThat(figure.n()).isEqualTo(n);
    }

    /** On time: four lines a week, of which before the fourteenth week half are late. */
    private static ComparedPeriods periods(int weeks, Intake intake, LocalDate asOf) {
        CountedMembers.Builder lines = new CountedMembers.Builder();
        for (int week = 0; week < weeks; week++) {
            for (int line = 0; line < 4; line++) {
                int day = Math.toIntExact(OrderShop.monday(week).plusDays(line).toEpochDay());
                lines.add(week < 14 && line % 2 == 0 ? 0 : 1, day, week + "/" + line);
            }
        }

        return RecentPeriods.of(OrderShop.kpi("on-time-line", lines.build()), new Yardstick(intake, asOf, 0, 0))
                .periods();
    }
}
