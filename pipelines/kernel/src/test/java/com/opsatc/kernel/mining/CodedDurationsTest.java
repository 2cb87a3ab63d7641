package com.opsatc.kernel.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.mining.figure.Durations;
import com.opsatc.kernel.statistics.Quantile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodedDurationsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void merge_partsInAnyOrder_givesTheFiguresOfAll(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int codes = 3;
        List<List<Long>> all = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<byte[]> parts = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            CodedDurations durations = new CodedDurations(codes);
            for (int i = random.nextInt(200); i > 0; i--) {
                int code = random.nextInt(codes);
                long us = random.nextLong(1, 1L << random.nextInt(1, 50));
                durations.add(code, us);
                all.get(code).add(us);
            }
            parts.add(durations.toBytes());
        }
        Collections.shuffle(parts, new Random(seed));

        CodedDurations merged = CodedDurations.merge(codes, parts);

        for (int code = 0; code < codes; code++) {
            long[] values = all.get(code).stream().mapToLong(Long::longValue).toArray();
            Durations durations = merged.of(code);
            assertThat(durations.n()).isEqualTo(values.length);
            assertThat(durations.sumUs()).isEqualTo(Arrays.stream(values).sum());
            assertThat(durations.quantileUs(9, 10)).isEqualTo(Quantile.type7(values, 9, 10));
        }
    }

    @Test
    void merge_noParts_hasNoDurations() {
        assertThat(CodedDurations.merge(1, List.of()).of(0).n()).isZero();
        assertThat(CodedDurations.merge(0, List.of(new CodedDurations(0).toBytes()))
                        .toBytes())
                .containsExactly(0);
    }

    @Test
    void merge_partOfOtherCodesOrCutOff_fails() {
        CodedDurations one = new CodedDurations(1);
        one.add(0, 7_000_000);
        byte[] cut = Arrays.copyOf(one.toBytes(), one.toBytes().length - 1);

        assertThatThrownBy(() -> CodedDurations.merge(2, List.of(one.toBytes())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot merge durations: a part is of another number of codes");
        assertThatThrownBy(() -> CodedDurations.merge(1, List.of(cut)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot read a mining state: its bytes are damaged at offset");
    }

    @Test
    void add_foreignCodeOrNegativeDuration_fails() {
        CodedDurations durations = new CodedDurations(2);

        for (long[] wrong : new long[][] {{-1, 0}, {2, 0}, {0, -1}}) {
            assertThatThrownBy(() -> durations.add((int) wrong[0], wrong[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Invalid duration: expected a code from 0 to 1 and a duration that is not negative");
        }
        assertThatThrownBy(() -> new CodedDurations(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid number of codes: -1; it is not negative");
    }
}
