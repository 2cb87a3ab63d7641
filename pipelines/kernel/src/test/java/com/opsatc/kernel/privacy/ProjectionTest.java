package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionTest {
    private static final long G = Projection.UNIT_SCALE;

    @ParameterizedTest
    @CsvSource({
        "0, 2000/1, 0",
        "1, 2000/1, 32", // 32.768
        "2000, 2000/1, 65536",
        "1, 100/1, 655", // an error at clip 5/100 and 2000 operations
        "1, 65537/1, 0",
        "7, 3/2, 305834", // 305834.67
        "1099511627776, 1/1, 72057594037927936" // 2^40 gives 2^56
    })
    void units_countAndScale_isTheFloor(long count, String scale, long units) {
        assertThat(Projection.units(count, Rational.parse(scale))).isEqualTo(units);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, (1L << 40) + 1, Long.MAX_VALUE})
    void units_countOutOfRange_failsWithoutNamingIt(long count) {
        assertThatThrownBy(() -> Projection.units(count, Rational.of(2000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot weigh a count: it is not within 0 and 2^40; refuse the record");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/1", "-2000/1", "99/100"})
    void units_scaleBelowOne_fails(String scale) {
        assertThatThrownBy(() -> Projection.units(1, Rational.parse(scale)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid scale " + scale + ": expected a count of 1 or more");
    }

    @Test
    void radius_weights_areRoundedDown() {
        assertThat(Projection.radius(Rational.of(1, 10))).isEqualTo(6553);
        assertThat(Projection.radius(Rational.ONE)).isEqualTo(G);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/1", "-1/2", "65537/65536", "1/65537"})
    void radius_weightOutOfRange_fails(String weight) {
        assertThatThrownBy(() -> Projection.radius(Rational.parse(weight)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid weight " + weight + ": expected at least one unit and at most 1");
    }

    @Test
    void clip_documentedVectors_areAsWritten() {
        assertThat(Projection.clip(new long[] {6, 8}, 10)).containsExactly(6, 8);
        assertThat(Projection.clip(new long[] {30, 40}, 10)).containsExactly(6, 8);
        // 113 has the root 10.63, rounded up 11
        assertThat(Projection.clip(new long[] {7, 8}, 10)).containsExactly(6, 7);
        assertThat(Projection.clip(new long[] {}, 10)).isEmpty();
        assertThat(Projection.clip(new long[] {0, 0, 0}, 10)).containsExactly(0, 0, 0);
    }

    @Test
    void clip_largestLongs_doesNotOverflow() {
        long[] huge = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};

        // each is half of the norm; the norm is rounded up
        assertThat(Projection.clip(huge, G)).containsExactly(32768, 32768, 32768, 32768);
    }

    @Test
    void clip_vector_leavesTheArgumentAsItIs() {
        long[] inside = {1, 2};
        long[] outside = {100, 200};

        Projection.clip(inside, 10)[0] = 7;
        Projection.clip(outside, 10);

        assertThat(inside).containsExactly(1, 2);
        assertThat(outside).containsExactly(100, 200);
    }

    @Test
    void clip_negativeCell_failsWithoutNamingIt() {
        assertThatThrownBy(() -> Projection.clip(new long[] {5, -7}, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot clip a vector: a cell is negative; refuse its records");
    }

    @Test
    void clip_radiusBelowOne_fails() {
        assertThatThrownBy(() -> Projection.clip(new long[] {1}, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid radius 0: expected at least one unit");
    }

    @Test
    void userSensitivity_cells_addTheRoundedRootAndTwo() {
        assertThat(Projection.userSensitivity(6553, 64)).isEqualTo(6563);
        assertThat(Projection.userSensitivity(6553, 15)).isEqualTo(6559);
        assertThat(Projection.userSensitivity(6553, 1)).isEqualTo(6556);
        assertThatThrownBy(() -> Projection.userSensitivity(6553, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid vectors: expected a radius of at least one unit and a cell");
    }
}
