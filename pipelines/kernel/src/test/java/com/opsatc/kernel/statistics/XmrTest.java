package com.opsatc.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class XmrTest {
    /** Sum 480, mean 40; moving ranges 2 4 4 4 4 4 4 4 4 4 2, sum 40, mean 40/11; 2.66 * 40/11 = 9.67. */
    private static final long[] BASELINE = {40, 42, 38, 42, 38, 42, 38, 42, 38, 42, 38, 40};

    @Test
    void limits_twelvePoints_areTheOnesByHand() {
        assertThat(Xmr.limits(BASELINE)).contains(new Xmr(40, 30, 50));
    }

    @Test
    void side_laterFigures_isThatOfAllOrNone() {
        Xmr limits = Xmr.limits(BASELINE).orElseThrow();

        assertThat(limits.side(new long[] {41, 41, 60})).isEqualTo(1);
        assertThat(limits.side(new long[] {39, 0})).isEqualTo(-1);
        assertThat(limits.side(new long[] {41, 40, 41})).as("one on the centre").isZero();
        assertThat(limits.side(new long[] {41, 39})).isZero();
        assertThat(limits.side(new long[0])).isZero();
    }

    @Test
    void limits_elevenPoints_isEmpty() {
        assertThat(Xmr.limits(Arrays.copyOf(BASELINE, 11))).isEmpty();
    }

    @Test
    void limits_largeFigures_doesNotOverflow() {
        long[] points = new long[12];
        Arrays.fill(points, Long.MAX_VALUE / 2);

        assertThat(Xmr.limits(points)).contains(new Xmr(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, Long.MAX_VALUE / 2));
    }

    /** Mean 10, moving ranges 20: 10 - 53.2 lies below 0. */
    @Test
    void limits_wideFigures_areBelowNothingOnlyWhereAFigureIs() {
        assertThat(Xmr.limits(new long[] {0, 20, 0, 20, 0, 20, 0, 20, 0, 20, 0, 20}))
                .contains(new Xmr(10, 0, 63));
        assertThat(Xmr.limits(new long[] {-10, 10, -10, 10, -10, 10, -10, 10, -10, 10, -10, 10}))
                .contains(new Xmr(0, -53, 53));
    }
}
