package com.opsatc.jobs.simulate.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
    /** The values are fixed here: a change of the generator would change every demo. */
    @Test
    void nextLong_fixedSeed_isTheSameEverywhere() {
        Draws draws = Draws.of(42, "orders");

        assertThat(draws.nextLong()).isEqualTo(-1351286346046145021L);
        assertThat(draws.nextLong()).isEqualTo(1742589534511133493L);
    }

    @Test
    void of_anotherPurpose_isAnotherStream() {
        assertThat(Draws.of(1, "a").nextLong())
                .isNotEqualTo(Draws.of(1, "b").nextLong())
                .isNotEqualTo(Draws.of(2, "a").nextLong());
    }

    @Test
    void normal_manyDraws_hasMeanZeroAndVarianceOne() {
        Draws draws = Draws.of(7, "normal");
        double[] values =
                IntStream.range(0, 40_000).mapToDouble(i -> draws.normal()).toArray();

        double mean = java.util.Arrays.stream(values).average().orElseThrow();
        double variance =
                java.util.Arrays.stream(values).map(v -> v * v).average().orElseThrow();

        assertThat(mean).isCloseTo(0, within(0.02));
        assertThat(variance).isCloseTo(1, within(0.03));
    }

    @Test
    void weighted_weightOfZero_isNeverDrawn() {
        Draws draws = Draws.of(3, "weighted");

        assertThat(IntStream.range(0, 5000).map(i -> draws.weighted(1, 0, 2)))
                .contains(0, 2)
                .doesNotContain(1);
    }

    @Test
    void below_noOutcome_fails() {
        assertThatThrownBy(() -> Draws.of(1, "x").below(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid bound 0: a draw needs at least one outcome");
    }

    @Test
    void workdays_overWeekend_areSkipped() {
        LocalDate friday = LocalDate.of(2025, 10, 24);

        assertThat(Workdays.plus(friday, 1)).isEqualTo(LocalDate.of(2025, 10, 27));
        assertThat(Workdays.plus(LocalDate.of(2025, 10, 27), -1)).isEqualTo(friday);
        assertThat(Workdays.plus(friday, 0)).isEqualTo(friday);
        assertThat(Workdays.orBefore(LocalDate.of(2025, 10, 26))).isEqualTo(friday);
    }
}
