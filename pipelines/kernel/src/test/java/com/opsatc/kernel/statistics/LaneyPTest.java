package com.opsatc.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneyPTest {
    /** Computed apart, with z scores as the definition has them: p 0.91, σz 0.831094. */
    private static final long[] HITS = {96, 107, 233, 166, 234, 234, 150, 48, 255, 265, 75, 139};

    private static final long[] MEMBERS = {110, 116, 259, 181, 263, 264, 163, 52, 272, 285, 82, 153};
    private static final int WEEKS = 24;
    private static final int SERIES = 1_000;

    @Test
    void limits_twelvePeriods_areTheOnesComputedApart() {
        LaneyP limits = LaneyP.limits(HITS, MEMBERS).orElseThrow();

        assertThat(limits.centre()).isEqualTo(910_000);
        assertThat(limits.dispersion()).isEqualTo(831_094);
        assertThat(limits.of(100)).isEqualTo(new Range(838_647, 981_353));
        assertThat(limits.of(250)).isEqualTo(new Range(864_872, 955_128));
    }

    @Test
    void of_smallPeriod_staysWithinNothingAndAll() {
        assertThat(LaneyP.limits(HITS, MEMBERS).orElseThrow().of(20)).isEqualTo(new Range(750_449, 1_000_000));
    }

    @Test
    void limits_elevenPeriods_isEmpty() {
        assertThat(LaneyP.limits(Arrays.copyOf(HITS, 11), Arrays.copyOf(MEMBERS, 11)))
                .isEmpty();
    }

    /** Twelve misses, or hits, in twelve periods are enough, eleven are not; nor do limits follow from periods that all agree. */
    @Test
    void limits_rarerOutcomeLessThanOnceAPeriod_isEmpty() {
        long[] members = new long[12];
        Arrays.fill(members, 50);
        long[] rare = {1, 0, 2, 1, 1, 0, 2, 1, 1, 1, 1, 1};
        assertThat(LaneyP.limits(rare, members)).isPresent();
        assertThat(LaneyP.limits(others(rare, members), members)).isPresent();

        rare[11] = 0;
        assertThat(LaneyP.limits(rare, members)).isEmpty();
        assertThat(LaneyP.limits(others(rare, members), members)).isEmpty();
        assertThat(LaneyP.limits(members, members)).isEmpty();
    }

    @Test
    void limits_periodWithoutMembers_isRefused() {
        assertThatThrownBy(() -> LaneyP.limits(new long[] {1, 0}, new long[] {2, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid series: period 1 has 0 hits of 0 members");
        assertThatThrownBy(() -> LaneyP.limits(HITS, MEMBERS).orElseThrow().of(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid period: it has no members");
    }

    /** Where all periods have one size: ± 2.66 mean moving ranges, but for the rounding of 3 / 1.128 to 2.66. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void limits_periodsOfOneSize_areThoseOfXmr(long seed) {
        RandomGenerator random = random(seed);
        for (int series = 0; series < 100; series++) {
            long[] members = new long[WEEKS];
            Arrays.fill(members, 100);
            long[] hits = draw(random, members, random.nextDouble(0.1, 0.9), 0.05);
            LaneyP limits = LaneyP.limits(hits, members).orElseThrow();
            Xmr xmr = Xmr.limits(Arrays.stream(hits).map(hit -> hit * 10_000).toArray())
                    .orElseThrow();

            assertThat(limits.centre()).isBetween(xmr.centre() - 1, xmr.centre() + 1);
            long reach = xmr.upper() - xmr.centre();
            assertThat(Math.min(1_000_000, xmr.upper()) - limits.of(100).high()).isBetween(-1L, reach / 5_000 + 1);
            assertThat(limits.of(100).low() - xmr.lower()).isBetween(-1L, reach / 5_000 + 1);
        }
    }

    /** The definition word by word: z scores, their moving range, limits by the standard error of each period. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6})
    void limits_randomPeriods_areThoseOfTheDefinition(long seed) {
        RandomGenerator random = random(seed);
        for (int series = 0; series < 100; series++) {
            long[] members = sizes(random, WEEKS);
            long[] hits = draw(random, members, random.nextDouble(0.1, 0.9), 0.05);
            double p =
                    (double) Arrays.stream(hits).sum() / Arrays.stream(members).sum();
            double[] z = new double[WEEKS];
            for (int i = 0; i < WEEKS; i++) {
                z[i] = ((double) hits[i] / members[i] - p) / Math.sqrt(p * (1 - p) / members[i]);
            }
            double ranges = 0;
            for (int i = 1; i < WEEKS; i++) {
                ranges += Math.abs(z[i] - z[i - 1]);
            }
            double sigmaZ = ranges / (WEEKS - 1) / 1.128;

            LaneyP limits = LaneyP.limits(hits, members).orElseThrow();
            assertThat(Math.abs(limits.dispersion() - 1e6 * sigmaZ)).isLessThan(1);
            for (long n : members) {
                double reach = 3 * Math.sqrt(p * (1 - p) / n) * sigmaZ;
                assertThat(Math.abs(limits.of(n).low() - 1e6 * Math.max(0, p - reach)))
                        .isLessThan(1);
                assertThat(Math.abs(limits.of(n).high() - 1e6 * Math.min(1, p + reach)))
                        .isLessThan(1);
            }
        }
    }

    /** Three standard errors miss 0.27 % of normal values; a spread estimated from 24 weeks, and whole members, cost some more. */
    @ParameterizedTest(name = "share {0}")
    @ValueSource(doubles = {0.05, 0.5, 0.9})
    void limits_constantShare_flagNoMoreThanTheFalseAlarmRate(double share) {
        Flagged flagged = flagged(share, 0);

        assertThat(flagged.byPlainP).isBetween(0.0015, 0.005);
        assertThat(flagged.byLaney).isBetween(0.001, 0.008);
        assertThat(flagged.laterByLaney).isLessThan(0.015);
    }

    /** The share of a week itself varies by 5 points, as it does where lines come in orders and customers in waves. */
    @Test
    void limits_overDispersedShare_areNotThoseOfIndependentMembers() {
        Flagged flagged = flagged(0.8, 0.05);

        assertThat(flagged.byPlainP).isGreaterThan(0.12);
        assertThat(flagged.byLaney).isLessThan(0.008);
        assertThat(flagged.laterByLaney).isLessThan(0.015);
    }

    /** Frozen at what the weeks before set, whatever the size of the later one: a fall of 30 points is beyond, at any of them. */
    @Test
    void of_weeksAfterAFall_areBeyondTheLimitsOfTheWeeksBefore() {
        RandomGenerator random = random(7);
        for (int series = 0; series < 100; series++) {
            long[] members = sizes(random, WEEKS);
            LaneyP limits =
                    LaneyP.limits(draw(random, members, 0.9, 0.02), members).orElseThrow();
            for (long n : new long[] {100, 1_000, 100_000}) {
                assertThat(600_000L).isLessThan(limits.of(n).low());
            }
        }
    }

    /** How many of many weeks lie beyond limits: of the weeks that set them, by both charts, and of as many weeks later. */
    private record Flagged(double byPlainP, double byLaney, double laterByLaney) {}

    private static Flagged flagged(double share, double betweenWeeks) {
        RandomGenerator random = random(8);
        long plain = 0;
        long laney = 0;
        long later = 0;
        for (int series = 0; series < SERIES; series++) {
            long[] members = sizes(random, WEEKS);
            long[] hits = draw(random, members, share, betweenWeeks);
            LaneyP limits = LaneyP.limits(hits, members).orElseThrow();
            double p = limits.centre() / 1e6;
            for (int i = 0; i < WEEKS; i++) {
                double error = Math.sqrt(p * (1 - p) / members[i]);
                plain += Math.abs((double) hits[i] / members[i] - p) > 3 * error ? 1 : 0;
            }
            laney += beyond(limits, hits, members);
            long[] laterMembers = sizes(random, WEEKS);
            later += beyond(limits, draw(random, laterMembers, share, betweenWeeks), laterMembers);
        }
        double weeks = (double) SERIES * WEEKS;
        return new Flagged(plain / weeks, laney / weeks, later / weeks);
    }

    private static long beyond(LaneyP limits, long[] hits, long[] members) {
        long beyond = 0;
        for (int i = 0; i < hits.length; i++) {
            long millionths = Math.round(1e6 * hits[i] / members[i]);
            Range range = limits.of(members[i]);
            beyond += millionths < range.low() || millionths > range.high() ? 1 : 0;
        }
        return beyond;
    }

    private static long[] sizes(RandomGenerator random, int weeks) {
        return random.longs(weeks, 60, 400).toArray();
    }

    private static long[] draw(RandomGenerator random, long[] members, double share, double betweenWeeks) {
        return Arrays.stream(members)
                .map(n -> {
                    double ofWeek = share + betweenWeeks * random.nextGaussian();
                    return random.doubles(n).filter(x -> x < ofWeek).count();
                })
                .toArray();
    }

    private static long[] others(long[] hits, long[] members) {
        long[] others = members.clone();
        Arrays.setAll(others, i -> members[i] - hits[i]);
        return others;
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
