package com.opsatc.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepShiftTest {
    private static final StepRule ANY_SIZE = StepRule.withEffectFloor(0);
    private static final StepRule FIVE_POINTS = StepRule.withEffectFloor(0.05);
    /** A quarter longer, on the scale of 1,000 to a doubling. */
    private static final StepRule QUARTER = StepRule.withEffectFloor(322);

    /** Four weeks of 9 in 10, four of 5 in 10, 100 a week: variance 0.17, z = -0.4 / sqrt(0.17 * 2 / 400) = -13.7. */
    @Test
    void detect_stepByHand_hasIndexMeansAndZ() {
        long[] n = {100, 100, 100, 100, 100, 100, 100, 100};
        long[] k = {90, 90, 90, 90, 50, 50, 50, 50};

        LevelShift step = StepShift.detect(n, k, k, FIVE_POINTS).orElseThrow();

        assertThat(step.index()).isEqualTo(4);
        assertThat(step.meanBefore()).isEqualTo(0.9);
        assertThat(step.meanAfter()).isEqualTo(0.5);
        assertThat(step.nBefore()).isEqualTo(400);
        assertThat(step.nAfter()).isEqualTo(400);
        assertThat(step.testsInFamily()).isEqualTo(1);
        // the pooled variance divides by 798, not 800
        assertThat(step.z()).isCloseTo(-0.4 / Math.sqrt(136.0 / 798 / 200), within(1e-12));
    }

    /** The last four weeks are 5 in 10, or one of them is nearer to 9 in 10: three in four weeks agree either way. */
    @Test
    void detect_oneOfTheLastPeriodsWentBack_isAStepThatDoesNotSayItStays() {
        long[] n = new long[16];
        Arrays.fill(n, 100);
        long[] k = {90, 90, 90, 90, 90, 90, 90, 90, 50, 50, 50, 50, 50, 50, 50, 50};

        assertThat(StepShift.detect(n, k, k, FIVE_POINTS).orElseThrow().lastPeriodsAgree())
                .isTrue();
        k[12] = 75;
        assertThat(StepShift.detect(n, k, k, FIVE_POINTS).orElseThrow().lastPeriodsAgree())
                .isFalse();
        k[12] = 50;
        k[11] = 75;
        assertThat(StepShift.detect(n, k, k, FIVE_POINTS).orElseThrow().lastPeriodsAgree())
                .isTrue();
    }

    @Test
    void detect_oneFewerPeriodThanAsked_isEmpty() {
        long[] n = {100, 100, 100, 100, 100, 100, 100};
        long[] k = {90, 90, 90, 90, 50, 50, 50};

        assertThat(StepShift.detect(n, k, k, FIVE_POINTS)).isEmpty();
        assertThat(StepShift.detect(n, k, k, new StepRule(6, 3, 30, 0.05))).isPresent();
    }

    @Test
    void detect_fewerThanThirtyObservationsOnASide_isEmpty() {
        long[] n = {100, 100, 100, 100, 8, 7, 7, 7};
        long[] k = {100, 100, 100, 100, 0, 0, 0, 0};

        assertThat(StepShift.detect(n, k, k, FIVE_POINTS)).isEmpty();
        n[7]++;
        assertThat(StepShift.detect(n, k, k, FIVE_POINTS)).isPresent();
    }

    @Test
    void detect_smallerThanTheFloor_isEmpty() {
        long[] n = {100, 100, 100, 100, 100, 100, 100, 100};
        long[] k = {90, 90, 90, 90, 50, 50, 50, 50};

        assertThat(StepShift.detect(n, k, k, StepRule.withEffectFloor(0.41))).isEmpty();
    }

    @Test
    void detect_periodsWithoutObservations_areSkipped() {
        long[] n = {100, 0, 100, 100, 100, 0, 100, 100, 100, 100};
        long[] k = {90, 0, 90, 90, 90, 0, 50, 50, 50, 50};

        assertThat(StepShift.detect(n, k, k, FIVE_POINTS).orElseThrow().index()).isEqualTo(6);
    }

    @Test
    void detect_nothingVaries_findsAFullStepAndNothingElse() {
        long[] n = {50, 50, 50, 50, 50, 50, 50, 50};
        long[] all = {50, 50, 50, 50, 50, 50, 50, 50};
        long[] dropped = {50, 50, 50, 50, 0, 0, 0, 0};

        assertThat(StepShift.detect(n, all, all, ANY_SIZE)).isEmpty();
        assertThat(StepShift.detect(n, dropped, dropped, ANY_SIZE).orElseThrow().index())
                .isEqualTo(4);
        assertThat(StepShift.detect(new long[0], new long[0], new long[0], ANY_SIZE))
                .isEmpty();
    }

    /** Under- and overdispersed: weeks as alike as chance allows, and weeks that differ by more. */
    @ParameterizedTest
    @CsvSource({"0.0,0,1", "0.01,0,2", "0.03,0,3", "0.0,100,4", "0.02,250,5"})
    void detect_fiveHundredUnshiftedSeries_findsNothing(double shareDrift, double durationDrift, long seed) {
        RandomGenerator random = RandomWeeks.generator(seed);
        for (int i = 0; i < 500; i++) {
            int count = 8 + random.nextInt(45);
            RandomWeeks shares = RandomWeeks.shares(random, count, 0.6 + 0.35 * random.nextDouble(), shareDrift);
            RandomWeeks durations = RandomWeeks.durations(random, count, 800 + random.nextInt(2000), durationDrift);
            assertThat(detect(shares, ANY_SIZE)).isEmpty();
            assertThat(detect(durations, ANY_SIZE)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void detect_plantedDropOfShares_isFoundWithinAWeek(long seed) {
        RandomGenerator random = RandomWeeks.generator(seed);
        for (int i = 0; i < 40; i++) {
            int at = 5 + random.nextInt(15);
            double drop = 0.15 + 0.1 * random.nextDouble();
            RandomWeeks weeks = RandomWeeks.shares(random, 26, 0.92, 0.01);
            if (weeks.n[0] < 120) {
                continue;
            }

            LevelShift step = detect(weeks.sharesFrom(random, at, 0.92 - drop), FIVE_POINTS)
                    .orElseThrow();

            assertThat(step.index()).isBetween(at - 1, at + 1);
            assertThat(step.meanAfter() - step.meanBefore()).isCloseTo(-drop, within(0.05));
            assertThat(step.z()).isLessThan(-6);
            assertThat(step.testsInFamily()).isEqualTo(19);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void detect_plantedSlowEdge_isFoundWithinAWeek(long seed) {
        RandomGenerator random = RandomWeeks.generator(seed);
        for (int i = 0; i < 40; i++) {
            int at = 5 + random.nextInt(12);
            RandomWeeks weeks = RandomWeeks.durations(random, 22, 1_500, 150);
            for (int week = at; week < 22; week++) {
                // twice as slow is 1,000 on the scale
                weeks.replaceDurations(random, week, 13_000, 1_500);
            }

            Optional<LevelShift> step = detect(weeks, QUARTER);

            if (weeks.n[0] >= 40) {
                assertThat(step.orElseThrow().index()).isBetween(at - 1, at + 1);
                assertThat(step.orElseThrow().z()).isGreaterThan(6);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void detect_oneFreakPeriod_findsNothing(long seed) {
        RandomGenerator random = RandomWeeks.generator(seed);
        for (int i = 0; i < 200; i++) {
            int at = random.nextInt(20);
            RandomWeeks shares = RandomWeeks.shares(random, 20, 0.93, 0.005).replaceShares(random, at, 0.2);
            RandomWeeks durations =
                    RandomWeeks.durations(random, 20, 900, 20).replaceDurations(random, at, 17_000, 900);
            assertThat(detect(shares, ANY_SIZE)).isEmpty();
            assertThat(detect(durations, ANY_SIZE)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void detect_shiftThatWentAway_findsNothing(long seed) {
        RandomGenerator random = RandomWeeks.generator(seed);
        for (int i = 0; i < 100; i++) {
            RandomWeeks shares = RandomWeeks.shares(random, 24, 0.93, 0.005);
            for (int week = 8; week < 14; week++) {
                shares.replaceShares(random, week, 0.6);
            }
            assertThat(detect(shares, FIVE_POINTS)).isEmpty();
        }
    }

    /** 40 even weeks beside 5 of which every other one differs: 7.6 standard errors, yet 3 of 5 are not 3 of 4. */
    @Test
    void detect_everyOtherPeriodShifted_findsNothing() {
        long[] n = new long[45];
        long[] k = new long[45];
        long[] reversed = new long[45];
        Arrays.fill(n, 1_000);
        for (int week = 0; week < 45; week++) {
            k[week] = week >= 40 && week % 2 == 0 ? 600 : 500;
            reversed[44 - week] = k[week];
        }

        assertThat(StepShift.detect(n, k, k, FIVE_POINTS)).isEmpty();
        assertThat(StepShift.detect(n, reversed, reversed, FIVE_POINTS)).isEmpty();
        k[43] = 600;
        reversed[1] = 600;
        assertThat(StepShift.detect(n, k, k, FIVE_POINTS).orElseThrow().index()).isBetween(40, 41);
        assertThat(StepShift.detect(n, reversed, reversed, FIVE_POINTS)
                        .orElseThrow()
                        .index())
                .isBetween(4, 5);
    }

    @Test
    void detect_columnsOfDifferentLength_fails() {
        assertThatThrownBy(() -> StepShift.detect(new long[2], new long[1], new long[2], ANY_SIZE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid series: counts, sums and sums of squares differ in length");
    }

    @Test
    void detect_negativeCount_fails() {
        assertThatThrownBy(() -> StepShift.detect(new long[] {1, -1}, new long[2], new long[2], ANY_SIZE))
                .hasMessage("Invalid series: period 1 has a negative count");
    }

    @Test
    void rule_thresholdOfZero_fails() {
        assertThatThrownBy(() -> new StepRule(0, 4, 30, 0)).hasMessageStartingWith("Invalid step rule: threshold");
    }

    private static Optional<LevelShift> detect(RandomWeeks weeks, StepRule rule) {
        return StepShift.detect(weeks.n, weeks.sum, weeks.squares, rule);
    }
}
