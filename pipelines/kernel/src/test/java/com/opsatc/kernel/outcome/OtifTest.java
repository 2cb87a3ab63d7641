package com.opsatc.kernel.outcome;

import static com.opsatc.kernel.outcome.OnTimeBasis.COMPLETING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.outcome.LineVerdict.Counted;
import com.opsatc.kernel.outcome.LineVerdict.Excluded;
import com.opsatc.kernel.outcome.LineVerdict.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

        assertThat(Otif.classify(line, List.of(at(4, 4), at(8, 6)), EXACT, COMPLETING, LATER))
                .isEqualTo(new Counted(true, true, true));
    }

    @Test
    void classify_completedAfterTheWindow_isInFullOnly() {
        assertThat(classify(LATER, at(6, 4), at(9, 6))).isEqualTo(new Counted(false, true, false));
        assertThat(classify(LATER, at(99, 10))).isEqualTo(new Counted(false, true, false));
    }

    @Test
    void classify_completedBeforeTheWindow_isInFullOnly() {
        assertThat(classify(LATER, at(4, 10))).isEqualTo(new Counted(false, true, false));
    }

    @Test
    void classify_shortInTheWindow_isOnTimeOnly() {
        assertThat(classify(LATER, at(6, 9))).isEqualTo(new Counted(true, false, false));
        assertThat(classify(LATER, at(6, 4), at(9, 5))).isEqualTo(new Counted(false, false, false));
        assertThat(classify(LATER, at(9, 5), at(6, 4))).isEqualTo(new Counted(false, false, false));
    }

    @Test
    void classify_withoutAnyDelivery_isLateOnceTheWindowIsOver() {
        assertThat(classify(9)).isEqualTo(new Counted(false, false, false));
        assertThat(classify(9, at(6, 0))).isEqualTo(new Counted(false, false, false));
        assertThat(classify(8)).isEqualTo(new Excluded(Reason.NOT_DUE_YET));
    }

    @Test
    void classify_neverComplete_countsOnceTheWindowIsOver() {
        assertThat(classify(9, at(6, 9))).isEqualTo(new Counted(true, false, false));
        assertThat(classify(8, at(6, 9))).isEqualTo(new Excluded(Reason.NOT_DUE_YET));
    }

    @Test
    void classify_completeWhileStillDue_counts() {
        assertThat(classify(6, at(6, 10))).isEqualTo(new Counted(true, true, true));
    }

    @Test
    void classify_deliveryAfterTheAsOfInstant_isNotKnown() {
        assertThat(classify(6, at(7, 10))).isEqualTo(new Excluded(Reason.NOT_DUE_YET));
        assertThat(classify(9, at(10, 10))).isEqualTo(new Counted(false, false, false));
    }

    @Test
    void classify_return_subtractsWheneverItCame() {
        assertThat(classify(LATER, at(6, 10), at(7, -1))).isEqualTo(new Counted(true, false, false));
        assertThat(classify(LATER, at(6, 10), at(9, -1))).isEqualTo(new Counted(true, false, false));
        assertThat(classify(LATER, at(6, 10), at(7, -1), at(9, 1))).isEqualTo(new Counted(true, true, false));
        assertThat(classify(8, at(6, 10), at(7, -1))).isEqualTo(new Excluded(Reason.NOT_DUE_YET));
    }

    @Test
    void classify_returnAtTheInstantOfDelivery_countsWithIt() {
        assertThat(classify(LATER, at(6, 10), at(6, -1))).isEqualTo(new Counted(true, false, false));
        assertThat(classify(LATER, at(6, -1), at(6, 10))).isEqualTo(new Counted(true, false, false));
        assertThat(classify(LATER, at(6, -10), at(6, 10))).isEqualTo(new Counted(false, false, false));
    }

    /** By quantity inside the window alone it would pass, although the line was complete before it began. */
    @Test
    void classify_completeTooEarlyAndAgainInTheWindow_isNotOtif() {
        assertThat(classify(LATER, at(4, 10), at(6, 10))).isEqualTo(new Counted(false, true, false));
    }

    @Test
    void classify_basis_saysWhichDeliveryDecides() {
        List<Delivery> split = List.of(at(4, 1), at(6, 9), at(9, 1));

        assertThat(List.of(OnTimeBasis.values()))
                .extracting(basis -> Otif.classify(LINE, split, EXACT, basis, LATER))
                .containsExactly(
                        new Counted(false, true, false),
                        new Counted(true, true, false),
                        new Counted(false, true, false));
        assertThat(List.of(OnTimeBasis.values()))
                .extracting(basis ->
                        Otif.decidingUs(LINE, split, EXACT, basis, LATER).getAsLong())
                .containsExactly(4L, 6L, 9L);
    }

    @Test
    void classify_firstBasis_leavesOtifAsItIs() {
        List<Delivery> firstInTime = List.of(at(6, 1), at(9, 9));

        assertThat(Otif.classify(LINE, firstInTime, EXACT, OnTimeBasis.FIRST, LATER))
                .isEqualTo(new Counted(true, true, false));
    }

    @Test
    void decidingUs_nothingArrivedOrTooLittleKnown_isEmpty() {
        assertThat(Otif.decidingUs(LINE, List.of(at(6, -1)), EXACT, COMPLETING, LATER))
                .isEmpty();
        assertThat(Otif.decidingUs(new OrderLine(null, 1L), List.of(at(6, 1)), EXACT, COMPLETING, LATER))
                .isEmpty();
    }

    @Test
    void classify_underTolerance_accepts95Of100() {
        QuantityTolerance fivePercent = new QuantityTolerance(50, null);

        assertThat(Otif.classify(LINE, List.of(new Delivery(6L, 9_500L)), fivePercent, COMPLETING, LATER))
                .isEqualTo(new Counted(true, true, true));
        assertThat(Otif.classify(LINE, List.of(new Delivery(6L, 9_499L)), fivePercent, COMPLETING, LATER))
                .isEqualTo(new Counted(true, false, false));
        // The rest is no longer needed: what completes the line is in the window.
        assertThat(Otif.classify(
                        LINE,
                        List.of(new Delivery(6L, 9_500L), new Delivery(9L, 500L)),
                        fivePercent,
                        COMPLETING,
                        LATER))
                .isEqualTo(new Counted(true, true, true));
    }

    @Test
    void classify_overDelivery_failsOnlyWhereAToleranceIsDeclared() {
        List<Delivery> eleven = List.of(at(6, 11));

        assertThat(Otif.classify(LINE, eleven, EXACT, COMPLETING, LATER)).isEqualTo(new Counted(true, true, true));
        assertThat(Otif.classify(LINE, eleven, new QuantityTolerance(0, 0), COMPLETING, LATER))
                .isEqualTo(new Counted(true, false, false));
        assertThat(Otif.classify(LINE, eleven, new QuantityTolerance(0, 100), COMPLETING, LATER))
                .isEqualTo(new Counted(true, true, true));
    }

    @Test
    void classify_lineThatCannotCount_isExcludedWithTheReason() {
        DueWindow due = new DueWindow(5, 8);

        assertThat(Otif.classify(new OrderLine(null, 10L), List.of(), EXACT, COMPLETING, LATER))
                .isEqualTo(new Excluded(Reason.NO_DUE));
        assertThat(Otif.classify(new OrderLine(due, null), List.of(), EXACT, COMPLETING, LATER))
                .isEqualTo(new Excluded(Reason.NO_QUANTITY));
        assertThat(Otif.classify(new OrderLine(due, 0L), List.of(), EXACT, COMPLETING, LATER))
                .isEqualTo(new Excluded(Reason.ZERO_QUANTITY));
        assertThat(List.of(Reason.values()))
                .extracting(Reason::code)
                .containsExactly("no-due", "no-quantity", "zero-quantity", "no-delivery-date", "not-due-yet");
    }

    @Test
    void classify_deliveryOfUnknownQuantityOrDate_isExcludedWithTheReason() {
        assertThat(classify(LATER, at(6, 10), new Delivery(7L, null))).isEqualTo(new Excluded(Reason.NO_QUANTITY));
        assertThat(classify(LATER, new Delivery(null, 10_000L))).isEqualTo(new Excluded(Reason.NO_DELIVERY_DATE));
        // Nothing at no time is no delivery, and what comes later is not known.
        assertThat(classify(LATER, new Delivery(null, 0L))).isEqualTo(new Counted(false, false, false));
        assertThat(classify(LATER, new Delivery(null, null))).isEqualTo(new Counted(false, false, false));
        assertThat(classify(9, new Delivery(10L, null))).isEqualTo(new Counted(false, false, false));
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
    void classify_anyLine_dependsOnNoOrderAndOtifImpliesBothHalves(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int passed = 0;
        for (int round = 0; round < 1000; round++) {
            List<Delivery> deliveries = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                deliveries.add(at(random.nextInt(12), random.nextInt(-2, 11)));
            }
            QuantityTolerance tolerance =
                    new QuantityTolerance(random.nextInt(300), random.nextBoolean() ? null : random.nextInt(900));
            LineVerdict verdict = Otif.classify(LINE, deliveries, tolerance, COMPLETING, 9);
            Collections.shuffle(deliveries, new Random(random.nextLong()));

            assertThat(Otif.classify(LINE, deliveries, tolerance, COMPLETING, 9))
                    .isEqualTo(verdict);
            if (verdict instanceof Counted counted && counted.otif()) {
                assertThat(counted.inFull() && counted.onTime())
                        .as(deliveries.toString())
                        .isTrue();
                passed++;
            }
        }
        assertThat(passed).isGreaterThan(50);
    }

    @Test
    void units_ofALine_areWhatCameInTheWindowAndStayed() {
        assertThat(units(at(4, 4), at(8, 5))).contains(new DeliveredUnits(10_000, 5_000, 9_000));
        assertThat(units(at(6, 12))).contains(new DeliveredUnits(10_000, 10_000, 10_000));
        assertThat(units(at(6, 10), at(9, -4))).contains(new DeliveredUnits(10_000, 6_000, 6_000));
        assertThat(units(at(6, -1), at(9, 3))).contains(new DeliveredUnits(10_000, 0, 2_000));
        assertThat(units(at(9, -3))).contains(new DeliveredUnits(10_000, 0, 0));
        assertThat(units()).contains(new DeliveredUnits(10_000, 0, 0));
        // What comes after the date that is known, and what is not known at all.
        assertThat(units(at(6, 1), at(LATER + 1, 9))).contains(new DeliveredUnits(10_000, 1_000, 1_000));
        assertThat(units(at(6, 1), new Delivery(7L, null))).isEmpty();
        assertThat(Otif.units(new OrderLine(null, 1L), List.of(), LATER)).isEmpty();
        assertThat(Otif.units(new OrderLine(new DueWindow(5, 8), 0L), List.of(), LATER))
                .isEmpty();
    }

    /** Without a tolerance: all came where it is in full, and all in time where it is on time in full. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7})
    void units_anyLine_agreeWithItsVerdict(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int passed = 0;
        for (int round = 0; round < 1000; round++) {
            List<Delivery> deliveries = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                deliveries.add(at(random.nextInt(12), random.nextInt(-2, 11)));
            }
            DeliveredUnits units = units(deliveries.toArray(new Delivery[0])).orElseThrow();
            Counted line = (Counted) classify(LATER, deliveries.toArray(new Delivery[0]));

            assertThat(units.deliveredMilli() == units.orderedMilli()).isEqualTo(line.inFull());
            if (line.otif()) {
                assertThat(units.inTimeMilli()).isEqualTo(units.orderedMilli());
                passed++;
            }
        }
        assertThat(passed).isGreaterThan(50);
    }

    @Test
    void deliveredUnits_moreThanThereCanBe_fail() {
        for (long[] wrong : new long[][] {{10, 6, 5}, {10, 5, 11}, {10, -1, 5}, {0, 0, 0}}) {
            assertThatThrownBy(() -> new DeliveredUnits(wrong[0], wrong[1], wrong[2]))
                    .hasMessage("Invalid delivered units: expected 0 <= in time <= delivered <= ordered, and"
                            + " something ordered");
        }
    }

    private static Optional<DeliveredUnits> units(Delivery... deliveries) {
        return Otif.units(LINE, List.of(deliveries), LATER);
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
        return Otif.classify(LINE, List.of(deliveries), EXACT, COMPLETING, asOfUs);
    }

    private static Delivery at(long us, long pieces) {
        return new Delivery(us, pieces * 1000);
    }
}
