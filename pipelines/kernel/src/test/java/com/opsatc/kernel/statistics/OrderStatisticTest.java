package com.opsatc.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatisticTest {
    @ParameterizedTest
    @CsvSource({"6,1,6", "10,2,9", "20,6,15", "25,8,18", "50,18,33", "100,40,61"})
    void medianInterval_tabulatedSize_isBetweenTheTabulatedRanks(int n, long low, long high) {
        long[] ranks = LongStream.rangeClosed(1, n).toArray();

        assertThat(OrderStatistic.medianInterval(ranks)).contains(new Range(low, high));
    }

    @Test
    void medianInterval_fewerThanSixValues_isEmpty() {
        for (int n = 0; n < 6; n++) {
            assertThat(OrderStatistic.medianInterval(new long[n])).isEmpty();
        }
    }

    @Test
    void lowerRank_upToAThousandValues_equalsTheExactBinomial() {
        for (int n = 0; n <= 1_000; n++) {
            assertThat(OrderStatistic.lowerRank(n)).as("n = %d", n).isEqualTo(exactRank(n));
        }
    }

    @Test
    void lowerRank_tenMillionValues_isTheNormalApproximation() {
        // n/2 - 1.959964 * sqrt(n)/2 = 4,996,901.0, give or take one
        assertThat(OrderStatistic.lowerRank(10_000_000)).isBetween(4_996_900, 4_996_902);
    }

    private static int exactRank(int n) {
        BigInteger limit = BigInteger.TWO.pow(n);
        BigInteger below = BigInteger.ZERO;
        BigInteger ways = BigInteger.ONE;
        for (int k = 0; ; k++) {
            below = below.add(ways);
            // P(X <= k) > 1/40
            if (below.multiply(BigInteger.valueOf(40)).compareTo(limit) > 0) {
                return k;
            }
            ways = ways.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1));
        }
    }

    @Test
    void medianInterval_unsorted_fails() {
        assertThatThrownBy(() -> OrderStatistic.medianInterval(new long[] {2, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid sample: expected values in ascending order");
    }
}
