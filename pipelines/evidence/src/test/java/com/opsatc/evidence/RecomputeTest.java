package com.opsatc.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.claim.Aggregation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecomputeTest {
    // Sorted 1 2 4 8. p25: place 0.75 -> 1.75 -> 2; p50: place 1.5 -> 3; p90: place 2.7 -> 6.8 -> 7; above 2: 2 + 6.
    @ParameterizedTest
    @CsvSource({"COUNT,4", "SUM,15", "MEAN,4", "SHARE,3.750000", "MEDIAN,3", "P90,7", "SUM_ABOVE_P25,8"})
    void recompute_fourValues_byHand(Aggregation aggregation, String expected) {
        assertThat(recompute(aggregation, 8, 1, 4, 2)).isEqualTo(new BigDecimal(expected));
    }

    @ParameterizedTest
    @CsvSource({"1,2,2", "2,3,2", "3,4,4", "-1,0,0"})
    void recompute_medianHalfway_roundsToEven(long low, long high, long expected) {
        assertThat(recompute(Aggregation.MEDIAN, high, low)).isEqualByComparingTo(BigDecimal.valueOf(expected));
    }

    @Test
    void recompute_share_hasSixDecimals() {
        assertThat(recompute(Aggregation.SHARE, 1, 0, 1)).isEqualTo(new BigDecimal("0.666667"));
    }

    @Test
    void recompute_sumBeyondLong_isExact() {
        assertThat(recompute(Aggregation.SUM, Long.MAX_VALUE, Long.MAX_VALUE))
                .isEqualTo(new BigDecimal("18446744073709551614"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Aggregation.class,
            names = {"COUNT", "SUM"})
    void recompute_nothing_isZeroForCountAndSum(Aggregation aggregation) {
        assertThat(recompute(aggregation)).isEqualTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @EnumSource(
            value = Aggregation.class,
            names = {"COUNT", "SUM"},
            mode = EnumSource.Mode.EXCLUDE)
    void recompute_nothing_isNoFigure(Aggregation aggregation) {
        assertThatThrownBy(() ->
                        Recompute.recompute(aggregation, Collections.emptyIterator(), Collections.emptyIterator()))
                .hasMessage("Invalid evidence: no contributions, so there is no figure");
    }

    @Test
    void recompute_manyValues_keepsAll() {
        long[] values = LongStream.rangeClosed(1, 5001).toArray();

        assertThat(Recompute.recompute(
                        Aggregation.MEDIAN, Arrays.stream(values).iterator(), Collections.emptyIterator()))
                .isEqualByComparingTo("2501");
    }

    private static BigDecimal recompute(Aggregation aggregation, long... values) {
        return Recompute.recompute(
                aggregation,
                Arrays.stream(values).iterator(),
                Collections.nCopies(values.length, 1L).iterator());
    }

    @Test
    void recompute_weightedShare_weighsEachContribution() {
        // 1 of weight 1 and 1 of weight 2, of 1 + 2 + 4.
        assertThat(Recompute.recompute(
                        Aggregation.WEIGHTED_SHARE,
                        List.of(1L, 1L, 0L).iterator(),
                        List.of(1L, 2L, 4L).iterator()))
                .isEqualTo("0.428571");
    }

    @Test
    void recompute_shareOfWeight_dividesPartsByTheirWholes() {
        assertThat(Recompute.recompute(
                        Aggregation.SHARE_OF_WEIGHT,
                        List.of(3L, 0L, 4L).iterator(),
                        List.of(4L, 1L, 4L).iterator()))
                .isEqualTo("0.777778");
    }

    @Test
    void recompute_contributionThatIsNoPartOfItsWeight_isRefused() {
        for (long part : new long[] {-1, 5}) {
            assertThatThrownBy(() -> Recompute.recompute(
                            Aggregation.SHARE_OF_WEIGHT,
                            List.of(part).iterator(),
                            List.of(4L).iterator()))
                    .hasMessage("Invalid evidence: a contribution is no part of its weight");
        }
    }
}
