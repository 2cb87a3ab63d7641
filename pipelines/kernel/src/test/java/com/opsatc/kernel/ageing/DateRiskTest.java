package com.opsatc.kernel.ageing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.figure.CaseTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRiskTest {
    private static final long[] NO_WEEKS = {};

    /** Due at 10: forty closed at 5, ten at 20, ten open; the twenty that missed are among those that were open before 5. */
    @Test
    void at_aFewCases_isOfThoseThatWereOpenAsLongBefore() {
        List<DatedCase> cases = new ArrayList<>();
        IntStream.range(0, 40).forEach(i -> cases.add(within(10, i, 0, 5)));
        IntStream.range(40, 50).forEach(i -> cases.add(within(10, i, 0, 20)));
        IntStream.range(50, 60).forEach(i -> cases.add(within(10, i, 0, CaseTime.OPEN)));
        DateRisk risk = DateRisk.of(cases, 100, NO_WEEKS);

        assertThat(risk.at(10)).contains(new MissedShare(20, 60));
        assertThat(risk.at(6)).contains(new MissedShare(20, 60));
        // Closed 5 before the date, who was open until then is not open 5 before it; twenty are too few.
        assertThat(risk.at(5)).isEmpty();
        assertThat(risk.at(11)).as("none had begun").isEmpty();
        assertThat(new MissedShare(20, 60).interval().low()).isEqualTo(new BigDecimal("0.242342"));
        assertThat(new MissedShare(20, 60).interval().high()).isEqualTo(new BigDecimal("0.438707"));
    }

    /** Who is closed early in days that are not over is not counted without those of the same days that are open yet. */
    @Test
    void at_casesWhoseDateIsNotOver_leavesThemOut() {
        List<DatedCase> cases = new ArrayList<>();
        IntStream.range(0, 40).forEach(i -> cases.add(within(10, i, 95, 96)));
        IntStream.range(40, 70).forEach(i -> cases.add(within(10, i, 90, CaseTime.OPEN)));

        assertThat(DateRisk.of(cases, 100, NO_WEEKS).at(10)).contains(new MissedShare(30, 30));
        assertThat(DateRisk.of(cases, 99, NO_WEEKS).at(10)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void at_randomCasesWithDatesOfTheirOwnInAnyOrder_isWhatCountingEachGives(int seed) {
        Random random = new Random(seed);
        List<DatedCase> cases = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            long begin = random.nextInt(60);
            long closed = random.nextInt(5) == 0 ? CaseTime.OPEN : begin + random.nextInt(30);
            cases.add(new DatedCase(new CaseTime(i, begin, closed), begin + random.nextInt(25)));
        }
        long known = 50;
        DateRisk risk = DateRisk.of(cases, known, NO_WEEKS);
        Collections.shuffle(cases, random);
        DateRisk shuffled = DateRisk.of(cases, known, NO_WEEKS);

        for (long before = 1; before < 30; before++) {
            long at = before;
            List<DatedCase> open = cases.stream()
                    .filter(each -> each.dueUs() <= known)
                    .filter(each -> each.time().beginUs() <= each.dueUs() - at)
                    .filter(each -> each.time().closedUs() > each.dueUs() - at)
                    .toList();
            long missed = open.stream()
                    .filter(each -> each.time().closedUs() > each.dueUs())
                    .count();
            Optional<MissedShare> expected =
                    open.size() < 30 ? Optional.empty() : Optional.of(new MissedShare((int) missed, open.size()));
            assertThat(risk.at(before)).isEqualTo(expected);
            assertThat(shuffled.at(before)).isEqualTo(risk.at(before));
        }
    }

    @Test
    void at_pastTheDate_isRefused() {
        DateRisk risk = DateRisk.of(List.of(), 100, NO_WEEKS);

        assertThat(risk.at(1)).isEmpty();
        assertThatThrownBy(() -> risk.at(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid time: past the date nothing is left to be missed");
    }

    /** In order of beginning, with two weeks to the date: by turns in the first and the second week after it. */
    @Test
    void calibration_everyCase_isLookedAtInOneWeekOnly() {
        long week = SimulatedCases.WEEK_US;
        List<DatedCase> cases = new ArrayList<>();
        // Past ones of two weeks before, of which every second took longer than its two weeks.
        IntStream.range(0, 60)
                .forEach(i -> cases.add(within(2 * week, i, -2 * week, i % 2 == 0 ? week / 7 : -week / 7)));
        // All open for three weeks: they are looked at 5 in the first and 5 in the second week, and all miss.
        IntStream.range(60, 70).forEach(i -> cases.add(within(2 * week, i, 1, 3 * week)));
        Calibration found = new HeldOutWeeks(
                        cases, 3 * week, new long[] {-3 * week, -2 * week, -week, 0, week, 2 * week, 3 * week})
                .calibration();

        assertThat(found.cases()).isEqualTo(10);
        assertThat(found.groups()).isEqualTo(2);
        assertThat(found.weeks()).isEqualTo(2);
    }

    /** Exactly, with fractions of whole numbers, outside of this program. */
    @ParameterizedTest(name = "{0} of {1}, past {2} of {3}")
    @CsvSource({
        "0, 5, 0.1, 30, 912314",
        "1, 5, 0.1, 30, 1000000",
        "2, 5, 0.1, 30, 673974",
        "3, 5, 0.1, 30, 0",
        "0, 10, 0.25, 100, 202398",
        "5, 10, 0.25, 100, 632055",
        "0, 1, 0.5, 40, 900000",
        "1, 1, 0.5, 40, 900000"
    })
    void partInside_aCount_isItsPartOfTheMiddle(int count, int n, double share, double past, long expected) {
        assertThat(PredictedCount.partInside(count, n, share, past)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1} of {0} groups")
    @CsvSource({
        "19, 17.1, false",
        "20, 20, true",
        "20, 15.3, false",
        "100, 84.2, true",
        "100, 84.0, false",
        "4000, 3521, true",
        "4000, 3519, false",
        "4000, 3679, true",
        "4000, 3681, false"
    })
    void holds_groupsThatCover_isNearNinetyPercentAsFarAsTheyTell(int groups, double inside, boolean expected) {
        assertThat(new Calibration(1, groups, groups, Math.round(inside * 1_000_000)).holds())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} h")
    @CsvSource({"-5, 0", "0, 0", "23, 0", "24, 1", "71, 1", "72, 3", "167, 3", "168, 7", "8759, 180", "8760, 365"})
    void of_aTime_isTheLastClassThatBeginsAtOrBelow(long hours, int fromDays) {
        assertThat(AgeClass.of(hours * 3_600_000_000L).fromDays()).isEqualTo(fromDays);
    }

    private static DatedCase within(long targetUs, long key, long beginUs, long closedUs) {
        return DatedCase.within(targetUs, new CaseTime(key, beginUs, closedUs));
    }
}
