package com.opsatc.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpisodeSearchTest {
    private static final StepRule FIVE_POINTS = StepRule.withEffectFloor(0.05);

    /** Six weeks of 95 in 100, five of 62, seven of 94: z = -0.324 / sqrt(variance * (1 / 500 + 1 / 1300)). */
    @Test
    void detect_fallThatRecovered_hasBothWeeks() {
        long[] n = new long[18];
        long[] k = new long[18];
        Arrays.fill(n, 100);
        for (int week = 0; week < 18; week++) {
            k[week] = week < 6 ? 95 : week < 11 ? 62 : 94;
        }

        Episode episode = EpisodeSearch.detect(n, k, k, FIVE_POINTS).orElseThrow();

        assertThat(episode.from()).isEqualTo(6);
        assertThat(episode.until()).isEqualTo(11);
        assertThat(episode.z()).isBetween(-19.2, -19.1);
        assertThat(episode.tests()).isEqualTo(28);
        assertThat(EpisodeSearch.tests(18, 4)).isEqualTo(28);
        assertThat(EpisodeSearch.tests(11, 4)).isZero();
    }

    @Test
    void detect_fallThatDidNotRecover_isNone() {
        long[] n = new long[18];
        long[] k = new long[18];
        Arrays.fill(n, 100);
        for (int week = 0; week < 18; week++) {
            k[week] = week < 6 ? 95 : week < 11 ? 62 : 70;
        }

        assertThat(EpisodeSearch.detect(n, k, k, FIVE_POINTS)).isEmpty();
        Arrays.fill(k, 11, 18, 94);
        k[15] = 70;
        assertThat(EpisodeSearch.detect(n, k, k, FIVE_POINTS)).isEmpty();
    }

    @Test
    void detect_weeksWithoutObservations_areSkipped() {
        long[] n = {0, 100, 100, 100, 100, 0, 100, 100, 100, 100, 100, 0, 100, 100, 100};
        long[] k = {0, 90, 90, 90, 90, 0, 50, 50, 50, 50, 90, 0, 90, 90, 90};

        Episode episode = EpisodeSearch.detect(n, k, k, FIVE_POINTS).orElseThrow();

        assertThat(episode.from()).isEqualTo(6);
        assertThat(episode.until()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53})
    void detect_plantedEpisode_isFoundAndUnshiftedSeriesHaveNone(long seed) {
        RandomGenerator random = RandomWeeks.generator(seed);
        for (int i = 0; i < 60; i++) {
            RandomWeeks weeks = RandomWeeks.shares(random, 24, 0.93, 0.005);
            assertThat(detect(weeks)).isEmpty();
            for (int week = 8; week < 14; week++) {
                weeks.replaceShares(random, week, 0.6);
            }
            if (weeks.n[0] >= 60) {
                assertThat(detect(weeks).orElseThrow().from()).isBetween(7, 9);
                assertThat(detect(weeks).orElseThrow().until()).isBetween(13, 15);
            }
        }
    }

    private static Optional<Episode> detect(RandomWeeks weeks) {
        return EpisodeSearch.detect(weeks.n, weeks.sum, weeks.squares, FIVE_POINTS);
    }
}
