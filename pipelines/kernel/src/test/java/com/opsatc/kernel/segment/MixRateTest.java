package com.opsatc.kernel.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.opsatc.kernel.segment.MixRate.Effect;
import com.opsatc.kernel.segment.MixRate.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixRateTest {
    private static final long MILLIONTHS = 1_000_000;

    /** 74 % to 58 %: both segments are as they were, and the worse one is larger. */
    @Test
    void of_sameRatesOtherMix_areAllMix() {
        assertThat(MixRate.of(List.of(new Part(60, 54, 20, 18), new Part(40, 20, 80, 40)), MILLIONTHS, -160_000))
                .containsExactly(new Effect(-96_000, 0), new Effect(-64_000, 0));
    }

    /** Half of each; the first falls from 90 to 60 %, the second rises from 50 to 60 %. */
    @Test
    void of_sameMixOtherRates_areAllRate() {
        assertThat(MixRate.of(List.of(new Part(40, 36, 60, 36), new Part(40, 20, 60, 36)), MILLIONTHS, -100_000))
                .containsExactly(new Effect(0, -150_000), new Effect(0, 50_000));
    }

    /** Computed apart with fractions; the new segment has no rate before, and so no change of it. */
    @Test
    void of_newSegment_isMixAlone() {
        assertThat(MixRate.of(
                        List.of(new Part(30, 27, 10, 9), new Part(10, 5, 20, 8), new Part(0, 0, 10, 1)),
                        MILLIONTHS,
                        -350_000))
                .containsExactly(new Effect(-137_500, 0), new Effect(-43_750, -37_500), new Effect(-131_250, 0));
    }

    /** Thirds: no rounding of each alone would add up. */
    @Test
    void of_effectsThatAreNoWholeUnits_addUpToThePublishedChange() {
        List<Part> parts = List.of(new Part(1, 1, 2, 1), new Part(1, 0, 2, 1), new Part(1, 0, 2, 1));

        // 333,333 to 500,000 as they are published: a change of 166,667.
        assertThat(sum(MixRate.of(parts, MILLIONTHS, 166_667))).isEqualTo(166_667);
        assertThat(sum(MixRate.of(parts, MILLIONTHS, 166_666))).isEqualTo(166_666);
    }

    @Test
    void of_changeThatIsAnother_isRefused() {
        List<Part> parts = List.of(new Part(10, 5, 10, 6));

        assertThatThrownBy(() -> MixRate.of(parts, MILLIONTHS, 100_001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid split: the effects add up to another change than the one that is published");
        assertThatThrownBy(() -> MixRate.of(List.of(new Part(10, 5, 0, 0)), MILLIONTHS, 0))
                .hasMessage("Invalid split: a period has no members");
        assertThatThrownBy(() -> new Part(0, 1, 1, 1)).hasMessage("Invalid segment: a sum needs members");
    }

    /** The formulas in floating point, and the law: effects add up to the change to the last unit. Times are of days in µs. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void of_randomSegments_areTheFormulasAndAddUp(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 200; round++) {
            boolean share = random.nextBoolean();
            long scale = share ? MILLIONTHS : 1;
            List<Part> parts = parts(random, share ? 1 : 40L * 86_400_000_000L);
            Part all = parts.stream().reduce(new Part(0, 0, 0, 0), Part::plus);
            if (all.nBefore() == 0 || all.nAfter() == 0) {
                continue;
            }

            double before = (double) all.sumBefore() / all.nBefore();
            double after = (double) all.sumAfter() / all.nAfter();
            long change = Math.round(after * scale) - Math.round(before * scale);
            List<Effect> effects = MixRate.of(parts, scale, change);

            assertThat(sum(effects)).isEqualTo(change);
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                double w0 = (double) part.nBefore() / all.nBefore();
                double w1 = (double) part.nAfter() / all.nAfter();
                double r0 = part.nBefore() == 0 ? Double.NaN : (double) part.sumBefore() / part.nBefore();
                double r1 = part.nAfter() == 0 ? r0 : (double) part.sumAfter() / part.nAfter();
                r0 = part.nBefore() == 0 ? r1 : r0;
                assertThat((double) effects.get(i).rate()).isCloseTo(scale * (w0 + w1) / 2 * (r1 - r0), within(1.001));
                assertThat((double) effects.get(i).mix())
                        .isCloseTo(scale * (w1 - w0) * ((r0 + r1) - (before + after)) / 2, within(1.001));
            }
        }
    }

    /** No period comes first: seen backwards, every effect is the opposite. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6})
    void of_periodsExchanged_areTheOpposites(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 100; round++) {
            // All sizes are divisors of the scale: nothing is rounded.
            List<Part> parts = List.of(
                    new Part(50, random.nextLong(51), 20, random.nextLong(21)),
                    new Part(50, random.nextLong(51), 80, random.nextLong(81)));
            List<Part> back = parts.stream()
                    .map(part -> new Part(part.nAfter(), part.sumAfter(), part.nBefore(), part.sumBefore()))
                    .toList();
            long change = MILLIONTHS
                    / 100
                    * (parts.get(0).sumAfter()
                            + parts.get(1).sumAfter()
                            - parts.get(0).sumBefore()
                            - parts.get(1).sumBefore());

            assertThat(MixRate.of(back, MILLIONTHS, -change))
                    .isEqualTo(MixRate.of(parts, MILLIONTHS, change).stream()
                            .map(effect -> new Effect(-effect.mix(), -effect.rate()))
                            .toList());
        }
    }

    private static List<Part> parts(RandomGenerator random, long most) {
        List<Part> parts = new ArrayList<>();
        int segments = random.nextInt(1, 9);
        for (int i = 0; i < segments; i++) {
            long before = random.nextInt(4) == 0 ? 0 : random.nextLong(1, 500);
            long after = before == 0 || random.nextInt(4) > 0 ? random.nextLong(1, 500) : 0;
            parts.add(new Part(before, sum(random, before, most), after, sum(random, after, most)));
        }
        return parts;
    }

    private static long sum(RandomGenerator random, long members, long most) {
        return members == 0 ? 0 : random.nextLong(members * most + 1);
    }

    private static long sum(List<Effect> effects) {
        return effects.stream()
                .mapToLong(effect -> effect.mix() + effect.rate())
                .sum();
    }
}
