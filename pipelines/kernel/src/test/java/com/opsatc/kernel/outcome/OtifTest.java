package com.opsatc.kernel.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.outcome.LineVerdict.Counted;
import com.opsatc.kernel.outcome.LineVerdict.Excluded;
import com.opsatc.kernel.outcome.LineVerdict.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtifTest {
    /** Ten pieces, due from 5 to 8. */
    private static final OrderLine LINE = new OrderLine(new DueWindow(5, 8), 10_000L);

    private static final QuantityTolerance EXACT = QuantityTolerance.NONE;
    private static final long LATER = 100;

    @Test
    void classify_twoDeliveriesInTheWindow_isAllThree() {
        assertThat(classify(LATER, at(6, 4), at(8, 6))).isEqualTo(new Counted(true, true, true));
    }

    @Test
    void classify_partBeforeTheWindow_isNotOtif() {
        assertThat(classify(LATER, at(4, 4), at(8, 6))).isEqualTo(new Counted(true, true, false));
    }

    @Test
    void classify_partBeforeAWindowThatIsOpenToTheLeft_isOtif() {
        OrderLine line = new OrderLine(DueWindow.until(8), 10_000L);

        assertThat(Otif.classify(line, List.of(at(4, 4), at(8, 6)), EXACT, LATER))
                .isEqualTo(new Counted(true, true, true));
    }

    @Test
    void classify_completedAfterTheWindow_isNone() {
        assertThat(classify(LATER, at(6, 4), at(9, 6))).isEqualTo(new Counted(false, false, false));
    }

    @Test
    void classify_completedBeforeTheWindow_isInFullOnly() {
        assertThat(classify(LATER, at(4, 10))).isEqualTo(new Counted(false, true, false));
    }

    @Test
    void classify_neverComplete_failsOnceTheWindowIsOver() {
        assertThat(classify(9, at(6, 9))).isEqualTo(new Counted(false, false, false));
        assertThat(classify(9)).isEqualTo(new Counted(false, false, false));
        assertThat(classify(8, at(6, 9))).isEqualTo(new Excluded(Reason.NOT_DUE_YET));
        assertThat(classify(8)).isEqualTo(new Excluded(Reason.NOT_DUE_YET));
    }

    @Test
    void classify_completeWhileStillDue_counts() {
        assertThat(classify(6, at(6, 10))).isEqualTo(new Counted(true, true, true));
    }

    @Test
    void classify_deliveryAfterTheAsOfInstant_isNotKnown() {
        assertThat(classify(6, at(7, 10))).isEqualTo(new Excluded(Reason.NOT_DUE_YET));
    }

    @Test
    void classify_returnInsideTheWindow_subtracts() {
        assertThat(classify(LATER, at(6, 10), at(7, -1))).isEqualTo(new Counted(true, false, false));
        assertThat(classify(LATER, at(6, 10), at(9, -1))).isEqualTo(new Counted(true, true, true));
    }

    @Test
    void classify_returnAtTheInstantOfDelivery_countsWithIt() {
        assertThat(classify(LATER, at(6, 10), at(6, -1))).isEqualTo(new Counted(false, false, false));
        assertThat(classify(LATER, at(6, -1), at(6, 10))).isEqualTo(new Counted(false, false, false));
    }

    @Test
    void classify_underTolerance_accepts95Of100() {
        QuantityTolerance fivePercent = new QuantityTolerance(50, null);

        assertThat(Otif.classify(LINE, List.of(new Delivery(6, 9_500)), fivePercent, LATER))
                .isEqualTo(new Counted(true, true, true));
        assertThat(Otif.classify(LINE, List.of(new Delivery(6, 9_499)), fivePercent, LATER))
                .isEqualTo(new Counted(false, false, false));
    }

    @Test
    void classify_overDelivery_failsOnlyWhereAToleranceIsDeclared() {
        List<Delivery> eleven = List.of(at(6, 11));

        assertThat(Otif.classify(LINE, eleven, EXACT, LATER)).isEqualTo(new Counted(true, true, true));
        assertThat(Otif.classify(LINE, eleven, new QuantityTolerance(0, 0), LATER))
                .isEqualTo(new Counted(true, false, false));
        assertThat(Otif.classify(LINE, eleven, new QuantityTolerance(0, 100), LATER))
                .isEqualTo(new Counted(true, true, true));
    }

    @Test
    void classify_lineThatCannotCount_isExcludedWithTheReason() {
        DueWindow due = new DueWindow(5, 8);

        assertThat(Otif.classify(new OrderLine(null, 10L), List.of(), EXACT, LATER))
                .isEqualTo(new Excluded(Reason.NO_DUE));
        assertThat(Otif.classify(new OrderLine(due, null), List.of(), EXACT, LATER))
                .isEqualTo(new Excluded(Reason.NO_QUANTITY));
        assertThat(Otif.classify(new OrderLine(due, 0L), List.of(), EXACT, LATER))
                .isEqualTo(new Excluded(Reason.ZERO_QUANTITY));
        assertThat(List.of(Reason.values()))
                .extracting(Reason::code)
                .containsExactly("no-due", "zero-quantity", "no-quantity", "not-due-yet");
    }

    @Test
    void onTimeOnly_oneDeliveredDate_decides() {
        DueWindow due = new DueWindow(5, 8);

        assertThat(Otif.onTimeOnly(due, null, 8L, LATER)).isEqualTo(new Counted(true, null, null));
        assertThat(Otif.onTimeOnly(due, 3L, 9L, LATER)).isEqualTo(new Counted(false, null, null));
        assertThat(Otif.onTimeOnly(due, 3L, null, 9)).isEqualTo(new Counted(false, null, null));
        assertThat(Otif.onTimeOnly(due, 3L, null, 8)).isEqualTo(new Excluded(Reason.NOT_DUE_YET));
        assertThat(Otif.onTimeOnly(due, 3L, 8L, 7)).isEqualTo(new Excluded(Reason.NOT_DUE_YET));
        assertThat(Otif.onTimeOnly(due, 0L, 8L, LATER)).isEqualTo(new Excluded(Reason.ZERO_QUANTITY));
        assertThat(Otif.onTimeOnly(null, 3L, 8L, LATER)).isEqualTo(new Excluded(Reason.NO_DUE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void classify_anyLine_dependsOnNoOrderAndOtifImpliesInFull(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 500; round++) {
            List<Delivery> deliveries = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                deliveries.add(at(random.nextInt(12), 1 + random.nextInt(8)));
            }
            LineVerdict verdict = Otif.classify(LINE, deliveries, EXACT, 9);
            Collections.shuffle(deliveries, new Random(random.nextLong()));

            assertThat(Otif.classify(LINE, deliveries, EXACT, 9)).isEqualTo(verdict);
            if (verdict instanceof Counted counted && counted.otif()) {
                assertThat(counted.inFull()).isTrue();
            }
        }
    }

    @Test
    void records_impossibleValues_fail() {
        assertThatThrownBy(() -> new DueWindow(9, 8)).hasMessage("Invalid due window: it ends before it begins");
        assertThatThrownBy(() -> new OrderLine(null, -1L))
                .hasMessage("Invalid order line: the ordered quantity is negative");
        assertThatThrownBy(() -> new QuantityTolerance(1001, null))
                .hasMessage("Invalid quantity tolerance: expected thousandths, from 0, of the ordered quantity,"
                        + " at most all of it below");
    }

    private static LineVerdict classify(long asOfUs, Delivery... deliveries) {
        return Otif.classify(LINE, List.of(deliveries), EXACT, asOfUs);
    }

    private static Delivery at(long us, long pieces) {
        return new Delivery(us, pieces * 1000);
    }
}
