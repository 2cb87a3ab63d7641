package com.opsatc.kernel.ageing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of many processes made up from seeds: where nothing changes a risk is printed and covers, where the pace changes it is withheld. */
class DateRiskCalibrationTest {
    private static final int SEEDS = 60;
    private static final int WEEKS = 80;

    static Stream<Arguments> steady() {
        return Stream.of(
                Arguments.of("exponential", 40, law((at, random) -> SimulatedCases.exponential(6, random))),
                Arguments.of("log-normal", 60, law((at, random) -> SimulatedCases.logNormal(12, 0.8, random))),
                Arguments.of(
                        "whole days", 60, law((at, random) -> Math.floor(SimulatedCases.logNormal(8, 0.8, random)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steady")
    void calibration_aSteadyProcess_coversNinetyPercent(
            String name, int perWeek, ToDoubleBiFunction<Double, SplittableRandom> law) {
        List<Calibration> found = calibrations(perWeek, law);

        double inside = found.stream().mapToLong(Calibration::insideMillionths).sum() / 1e6;
        int groups = found.stream().mapToInt(Calibration::groups).sum();
        assertThat(groups).isGreaterThan(20 * SEEDS);
        assertThat(inside / groups).isBetween(0.88, 0.92);
        // A right one is withheld by chance in 5 of 100, at most.
        assertThat(found.stream().filter(Calibration::holds).count()).isGreaterThanOrEqualTo(SEEDS * 95 / 100);
    }

    static Stream<Arguments> changing() {
        return Stream.of(
                Arguments.of(
                        "half as fast of late",
                        40,
                        law((at, random) -> SimulatedCases.exponential(at > 0.75 ? 12 : 6, random))),
                Arguments.of(
                        "slower by and by", 150, law((at, random) -> SimulatedCases.exponential(4 + 12 * at, random))),
                Arguments.of(
                        "twice as fast of late",
                        150,
                        law((at, random) -> SimulatedCases.exponential(at > 0.7 ? 3 : 6, random))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changing")
    void calibration_aProcessWhosePaceChanges_doesNotHold(
            String name, int perWeek, ToDoubleBiFunction<Double, SplittableRandom> law) {
        List<Calibration> found = calibrations(perWeek, law);

        assertThat(found.stream().filter(Calibration::holds).count()).isLessThanOrEqualTo(SEEDS / 10);
    }

    @Test
    void calibration_fewCases_doesNotTell() {
        List<Calibration> found = calibrations(5, (at, random) -> SimulatedCases.exponential(6, random));

        assertThat(found).noneMatch(Calibration::tells).noneMatch(Calibration::holds);
    }

    /** The shares themselves: of exponential times the risk is the chance of lasting through what is left. */
    @Test
    void at_aKnownLaw_intervalsHoldTheTruth() {
        double mean = 6;
        long target = 10 * SimulatedCases.DAY_US;
        long[] held = LongStream.range(0, 300)
                .filter(seed -> {
                    DateRisk risk = new SimulatedCases(
                                    seed, 30, 40, (at, random) -> SimulatedCases.exponential(mean, random))
                            .risk(target);
                    MissedShare share = risk.at(4 * SimulatedCases.DAY_US).orElseThrow();
                    double truth = Math.exp(-4 / mean);
                    return share.interval().low().doubleValue() <= truth
                            && truth <= share.interval().high().doubleValue();
                })
                .toArray();

        assertThat(held.length / 300.0).isBetween(0.86, 0.94);
    }

    private static List<Calibration> calibrations(
            int perWeek, ToDoubleBiFunction<Double, SplittableRandom> daysOfCase) {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> new SimulatedCases(seed, WEEKS, perWeek, daysOfCase)
                        .risk()
                        .calibration())
                .toList();
    }

    private static ToDoubleBiFunction<Double, SplittableRandom> law(
            ToDoubleBiFunction<Double, SplittableRandom> daysOfCase) {
        return daysOfCase;
    }
}
