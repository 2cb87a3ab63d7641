package com.opsatc.telemetry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.privacy.MembershipBound;
import com.opsatc.kernel.privacy.Rational;
import com.opsatc.kernel.privacy.Zcdp;
import com.opsatc.telemetry.exact.ExactDay;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.publish.ReleaseFolder;
import com.opsatc.telemetry.testing.ExactFixtures;
import com.opsatc.telemetry.testing.MemoryStore;
import com.opsatc.telemetry.testing.RepeatableUniforms;
import com.opsatc.telemetry.testing.SampleManifests;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Attackers who know every other tenant exactly, and compare days or overlapping windows of the release, tell a tenant's presence
 * no better than the bound of what the days cost together.
 */
class DifferencingTest {
    private static final int TRIALS = 10_000;
    private static final long TENANT = 65_536;
    private static final Rational RHO_DAY = Rational.of(288, 100_000);

    private static final Manifest MANIFEST = SampleManifests.shipped();

    private final NoisedDays stored = new NoisedDays(new MemoryStore());

    @TempDir
    private Path temporary;

    private final Noise noise = Noise.of(new RepeatableUniforms(20260329));

    /** A tenant that leaves between two days: the difference of the days is all that changes. */
    @Test
    void churn_overnight_staysWithinTheBoundOfOneDay() {
        BigInteger variance = Zcdp.sigmaSquared(RHO_DAY);

        double advantage = advantage(variance, noisy -> noisy[0] - noisy[1], new long[] {0, TENANT}, 2);

        assertThat(advantage).isLessThanOrEqualTo(bound(RHO_DAY));
    }

    /** A tenant present on all of n days: the sum of the days is the best there is, and costs n days. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 28})
    void presence_overDays_staysWithinTheBoundOfTheDays(int days) {
        BigInteger variance = Zcdp.sigmaSquared(RHO_DAY);
        long[] present = new long[days];
        Arrays.fill(present, TENANT);

        double advantage = advantage(variance, noisy -> -Arrays.stream(noisy).sum(), present, days);

        assertThat(advantage).isLessThanOrEqualTo(bound(RHO_DAY.times(days)));
    }

    /** Windows that overlap in all but two days differ by these two days alone, which are published anyway. */
    @Test
    void overlap_ofTwoWindows_staysWithinTheBoundOfTheDaysTheyDifferBy() {
        BigInteger variance = Zcdp.sigmaSquared(RHO_DAY);
        long[] arrives = {0, 0, 0, 0, 0, 0, 0, TENANT};

        double advantage = advantage(variance, noisy -> window(noisy, 0) - window(noisy, 1), arrives, 8);

        assertThat(advantage).isLessThanOrEqualTo(bound(RHO_DAY));
    }

    /** The attack is a real one: with a tenth of the noise it is far over the bound. */
    @Test
    void churn_withATenthOfTheNoise_isFound() {
        BigInteger variance = Zcdp.sigmaSquared(RHO_DAY).divide(BigInteger.valueOf(100));

        double advantage = advantage(variance, noisy -> noisy[0] - noisy[1], new long[] {0, TENANT}, 2);

        assertThat(advantage).isGreaterThan(bound(RHO_DAY));
    }

    @Test
    void noise_ofAYear_isNowhereTheSame() {
        DayRelease release = release(Noise.of(new RepeatableUniforms(7)));

        assertThat(noise(365, day -> release)).hasSize(4 * 365);
    }

    /** The look bites: a release that draws what it drew the day before is found. */
    @Test
    void noise_ofASeedUsedAgain_isTheSame() {
        assertThat(noise(3, day -> release(Noise.of(new RepeatableUniforms(7)))))
                .hasSize(4);
    }

    /** A release that ends when the vectors are stored which it would publish: a year of published files takes its time. */
    private DayRelease release(Noise source) {
        return new DayRelease(
                new ReleaseRequest(MANIFEST, "test", ReleaseLab.NOW),
                stored,
                ReleaseFolder.open(temporary.resolve("release")),
                new MemoryLedger(),
                source,
                Killed.after(ReleaseStep.STORED));
    }

    /** What releases of so many days, whose exact vectors differ, added to each block: without repeats. */
    private Set<List<Long>> noise(int days, IntFunction<DayRelease> releases) {
        LocalDate first = LocalDate.of(2025, 1, 1);
        Set<List<Long>> noise = new HashSet<>();
        for (int day = 0; day < days; day++) {
            LocalDate date = first.plusDays(day);
            DayRelease release = releases.apply(day);
            long units = day * 1_000L;
            ExactDay exact = ExactFixtures.day(MANIFEST, date, units, date.plusDays(1));
            assertThatThrownBy(() -> release.release(exact, new ArrayList<>())).isInstanceOf(Killed.class);
            NoisedDay noisy = stored.find(date).orElseThrow();
            for (Block block : MANIFEST.blocks()) {
                noise.add(noisy.cells(block.id()).stream()
                        .map(cell -> cell - units)
                        .toList());
            }
        }
        return noise;
    }

    private interface Statistic {
        double of(long[] noisy);
    }

    /** True less false positive rate of an attacker who says "present" where a statistic is below its middle. */
    private double advantage(BigInteger variance, Statistic statistic, long[] present, int days) {
        double middle = (statistic.of(present) + statistic.of(new long[days])) / 2;
        int found = 0;
        int wrong = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            found += statistic.of(noise.added(present, variance)) < middle ? 1 : 0;
            wrong += statistic.of(noise.added(new long[days], variance)) < middle ? 1 : 0;
        }
        return (double) (found - wrong) / TRIALS;
    }

    /** The bound and three standard errors of two shares. */
    private static double bound(Rational rho) {
        return MembershipBound.advantage(rho).doubleValue() + 3 * Math.sqrt(0.5 / TRIALS);
    }

    private static double window(long[] days, int from) {
        double sum = 0;
        for (int day = from; day < from + 7; day++) {
            sum += days[day];
        }
        return sum / 7;
    }
}
