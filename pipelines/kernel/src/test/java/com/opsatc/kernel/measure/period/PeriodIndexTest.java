package com.opsatc.kernel.measure.period;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeriodIndexTest {
    private static final long[] STARTS = {10, 20, 35};

    @Test
    void of_boundaries_belongToThePeriodTheyStart() {
        PeriodIndex index = new PeriodIndex(new Periods(STARTS));

        assertThat(new int[] {
                    index.of(9), index.of(10), index.of(19), index.of(20), index.of(34), index.of(35), index.of(1_000)
                })
                .containsExactly(PeriodIndex.NONE, 0, 0, 1, 1, 2, 2);
    }

    @Test
    void of_anyOrderOfInstants_remembersNothingWrong() {
        PeriodIndex index = new PeriodIndex(new Periods(STARTS));
        for (long first = 0; first < 50; first++) {
            for (long second = 0; second < 50; second++) {
                index.of(first);
                assertThat(index.of(second)).isEqualTo(new PeriodIndex(new Periods(STARTS)).of(second));
            }
        }
    }

    @Test
    void of_noPeriods_isNone() {
        assertThat(new PeriodIndex(Periods.NONE).of(5)).isEqualTo(PeriodIndex.NONE);
    }
}
