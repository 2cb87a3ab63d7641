package com.opsatc.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConcentrationTest {
    // Of 11 members the tenth are two: 9 and 1 of 10 + 9 zeros is all; of nine it is one: 4 of 4 + 8 * 2 = 20.
    @ParameterizedTest
    @CsvSource({
        "5 5 5 5 5 5 5 5 5 5, 0.100000",
        "0 0 0 0 0 0 0 0 0 9, 1.000000",
        "0 0 0 9 0 0 0 0 1 0 0, 1.000000",
        "2 2 2 2 4 2 2 2 2, 0.200000",
        "7, 1.000000",
        "1 2, 0.666667"
    })
    void inTheTopTenth_smallSums_byHand(String amounts, String expected) {
        assertThat(Concentration.inTheTopTenth(longs(amounts))).contains(new BigDecimal(expected));
    }

    @Test
    void inTheTopTenth_ofNothing_isNone() {
        assertThat(Concentration.inTheTopTenth(new long[0])).isEmpty();
        assertThat(Concentration.inTheTopTenth(new long[20])).isEmpty();
    }

    @Test
    void inTheTopTenth_sumsBeyondALong_areExact() {
        long[] amounts = new long[20];
        java.util.Arrays.fill(amounts, Long.MAX_VALUE);

        assertThat(Concentration.inTheTopTenth(amounts)).contains(new BigDecimal("0.100000"));
    }

    @Test
    void inTheTopTenth_aNegativeAmount_fails() {
        assertThatThrownBy(() -> Concentration.inTheTopTenth(new long[] {3, -1}))
                .hasMessage("Invalid amounts: a share of a sum needs members that add to it");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void inTheTopTenth_randomAmounts_isWhatSortingByHandGives(int seed) {
        Random random = new Random(seed);
        long[] amounts = random.longs(1 + random.nextInt(200), 0, 1_000).toArray();
        double tenth = Math.ceil(amounts.length / 10.0);
        long top = LongStream.of(amounts)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .limit((long) tenth)
                .mapToLong(Long::longValue)
                .sum();

        assertThat(Concentration.inTheTopTenth(amounts))
                .contains(BigDecimal.valueOf(top)
                        .divide(BigDecimal.valueOf(LongStream.of(amounts).sum()), 6, RoundingMode.HALF_EVEN));
    }

    private static long[] longs(String text) {
        return LongStream.of(java.util.Arrays.stream(text.split(" "))
                        .mapToLong(Long::parseLong)
                        .toArray())
                .toArray();
    }
}
