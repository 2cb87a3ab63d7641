package com.opsatc.jobs.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Unit;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AxisTest {
    @Test
    void over_days_hasRoundTicksFromNothing() {
        assertThat(Axis.over(3.3 * 86_400e6, 8.9 * 86_400e6, Unit.MICROSECONDS).ticks())
                .extracting(Axis.Tick::label)
                .containsExactly("0\u00a0d", "2\u00a0d", "4\u00a0d", "6\u00a0d", "8\u00a0d", "10\u00a0d");
    }

    @Test
    void over_shares_neverLeavesTheWhole() {
        assertThat(Axis.over(0.81, 0.999, Unit.RATIO).ticks())
                .extracting(Axis.Tick::label)
                .containsExactly("80\u00a0%", "85\u00a0%", "90\u00a0%", "95\u00a0%", "100\u00a0%");
        assertThat(Axis.over(1, 1, Unit.RATIO).ticks())
                .last()
                .extracting(Axis.Tick::label)
                .isEqualTo("100\u00a0%");
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void over_anyValues_holdsThemBetweenAFewTicks(Unit unit) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int i = 0; i < 2_000; i++) {
            double scale = unit == Unit.RATIO ? 1 : 1L << random.nextInt(50);
            double a = random.nextDouble() * scale;
            double b = random.nextDouble() * scale;
            Axis axis = Axis.over(Math.min(a, b), Math.max(a, b), unit);
            List<Axis.Tick> ticks = axis.ticks();

            assertThat(ticks).hasSizeBetween(2, 8).extracting(Axis.Tick::label).doesNotHaveDuplicates();
            assertThat(ticks.get(0).place()).isEqualTo(0);
            assertThat(axis.place(Math.min(a, b))).isBetween(0.0, 1.0);
            assertThat(axis.place(Math.max(a, b))).isGreaterThanOrEqualTo(axis.place(Math.min(a, b)));
        }
    }
}
