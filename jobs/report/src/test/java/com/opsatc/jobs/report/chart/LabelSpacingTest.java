package com.opsatc.jobs.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelSpacingTest {
    @Test
    void apart_labelsWithRoom_stayWhereTheyAreWanted() {
        assertThat(LabelSpacing.apart(new double[] {30, 60, 90}, 14, 0, 200)).containsExactly(30, 60, 90);
    }

    @Test
    void apart_labelsThatWouldCoverEachOther_moveDown() {
        assertThat(LabelSpacing.apart(new double[] {30, 30, 35}, 14, 0, 200)).containsExactly(30, 44, 58);
    }

    @Test
    void apart_labelsAtTheEnds_stayWithinTheDrawing() {
        assertThat(LabelSpacing.apart(new double[] {195, 199, 199}, 14, 0, 200)).containsExactly(172, 186, 200);
        assertThat(LabelSpacing.apart(new double[] {-5, -5, 100}, 14, 0, 200)).containsExactly(0, 14, 100);
    }
}
