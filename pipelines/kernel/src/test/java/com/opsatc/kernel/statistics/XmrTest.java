package com.opsatc.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.statistics.Xmr.Kind;
import com.opsatc.kernel.statistics.Xmr.Signal;
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
    void limits_elevenPoints_isEmpty() {
        assertThat(Xmr.limits(Arrays.copyOf(BASELINE, 11))).isEmpty();
    }

    @Test
    void limits_largeFigures_doesNotOverflow() {
        long[] points = new long[12];
        Arrays.fill(points, Long.MAX_VALUE / 2);

        assertThat(Xmr.limits(points)).contains(new Xmr(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, Long.MAX_VALUE / 2));
    }

    @Test
    void signals_pointsOutside_areEach() {
        assertThat(new Xmr(40, 30, 50).signals(new long[] {30, 29, 50, 51, 40}))
                .containsExactly(new Signal(1, Kind.OUTSIDE), new Signal(3, Kind.OUTSIDE));
    }

    @Test
    void signals_eightOnOneSide_isOneAtTheEighth() {
        Xmr limits = new Xmr(40, 30, 50);

        assertThat(limits.signals(new long[] {39, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41}))
                .containsExactly(new Signal(8, Kind.RUN_OF_EIGHT));
        assertThat(limits.signals(new long[] {39, 39, 39, 39, 39, 39, 39, 39}))
                .containsExactly(new Signal(7, Kind.RUN_OF_EIGHT));
    }

    @Test
    void signals_runBrokenByThePointOnTheCentre_isNone() {
        Xmr limits = new Xmr(40, 30, 50);

        assertThat(limits.signals(new long[] {41, 41, 41, 41, 40, 41, 41, 41, 41}))
                .isEmpty();
        assertThat(limits.signals(new long[] {41, 41, 41, 41, 39, 41, 41, 41, 41}))
                .isEmpty();
        assertThat(limits.signals(new long[] {40, 40, 40, 40, 40, 40, 40, 40, 40}))
                .isEmpty();
        assertThat(limits.signals(new long[] {41, 41, 41, 41, 41, 41, 41})).isEmpty();
    }
}
