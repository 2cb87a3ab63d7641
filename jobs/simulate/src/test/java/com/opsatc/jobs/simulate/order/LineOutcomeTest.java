package com.opsatc.jobs.simulate.order;

import static com.opsatc.jobs.simulate.order.LineOutcome.COMPLETE_IN_TIME;
import static com.opsatc.jobs.simulate.order.LineOutcome.COMPLETE_LATE;
import static com.opsatc.jobs.simulate.order.LineOutcome.NOT_DUE_YET;
import static com.opsatc.jobs.simulate.order.LineOutcome.NO_DUE;
import static com.opsatc.jobs.simulate.order.LineOutcome.SHORT_IN_TIME;
import static com.opsatc.jobs.simulate.order.LineOutcome.SHORT_LATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineOutcomeTest {
    private static final LocalDate DUE = LocalDate.of(2025, 3, 12);
    private static final SimulatedLine LINE = new SimulatedLine(2, "MAT-1", 10_000, Optional.of(DUE));

    @Test
    void of_twoPartsByTheDueDate_isInTime() {
        assertThat(outcome(DUE.plusDays(9), left(DUE.minusDays(2), 4_000), left(DUE, 6_000)))
                .isEqualTo(COMPLETE_IN_TIME);
    }

    @Test
    void of_lastPartADayLate_isLate() {
        assertThat(outcome(DUE.plusDays(9), left(DUE, 9_999), left(DUE.plusDays(1), 1)))
                .isEqualTo(COMPLETE_LATE);
    }

    @Test
    void of_missingPart_failsOnlyAfterTheDueDate() {
        assertThat(outcome(DUE, left(DUE, 9_999))).isEqualTo(NOT_DUE_YET);
        assertThat(outcome(DUE.plusDays(1), left(DUE, 9_999))).isEqualTo(SHORT_IN_TIME);
    }

    @Test
    void of_shortLine_isInTimeWhereNothingLeftAfterTheDueDate() {
        assertThat(outcome(DUE.plusDays(9), left(DUE, 4_000), left(DUE.plusDays(1), 5_999)))
                .isEqualTo(SHORT_LATE);
        assertThat(outcome(DUE.plusDays(9))).isEqualTo(SHORT_LATE);
    }

    @Test
    void halves_ofEachOutcome_areJudgedApart() {
        assertThat(List.of(COMPLETE_IN_TIME, COMPLETE_LATE, SHORT_IN_TIME, SHORT_LATE))
                .extracting(LineOutcome::onTime, LineOutcome::inFull, LineOutcome::otif)
                .containsExactly(
                        tuple(true, true, true),
                        tuple(false, true, false),
                        tuple(true, false, false),
                        tuple(false, false, false));
    }

    @Test
    void of_anotherLinesGoods_doNotCount() {
        Shipment other = new Shipment(DUE.atStartOfDay(), DUE, Optional.of(DUE), List.of(new Shipment.Item(1, 10_000)));

        assertThat(outcome(DUE.plusDays(1), other)).isEqualTo(SHORT_LATE);
    }

    @Test
    void of_noDueDate_isNotCounted() {
        SimulatedLine line = new SimulatedLine(2, "MAT-1", 10_000, Optional.empty());

        assertThat(LineOutcome.of(line, List.of(left(DUE, 10_000)), DUE)).isEqualTo(NO_DUE);
        assertThat(NO_DUE.counted()).isFalse();
    }

    private static LineOutcome outcome(LocalDate lastDay, Shipment... shipments) {
        return LineOutcome.of(LINE, Arrays.asList(shipments), lastDay);
    }

    private static Shipment left(LocalDate day, long milli) {
        return new Shipment(
                day.minusDays(1).atStartOfDay(), DUE, Optional.of(day), List.of(new Shipment.Item(2, milli)));
    }
}
