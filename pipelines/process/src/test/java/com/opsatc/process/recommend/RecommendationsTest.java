package com.opsatc.process.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.connector.FindingScope;
import com.opsatc.connector.Wait;
import com.opsatc.contract.advice.EvidenceStatus;
import com.opsatc.contract.advice.HeldBack;
import com.opsatc.contract.advice.Levers;
import com.opsatc.contract.advice.LookedAt;
import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.advice.Sign;
import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.evidence.EffectCheck;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.process.bottleneck.Bottlenecks;
import com.opsatc.process.bottleneck.DeclaredWaits;
import com.opsatc.process.finding.Findings;
import com.opsatc.process.finding.MinedLogs;
import com.opsatc.process.finding.OrderShop;
import com.opsatc.process.kpi.Kpis;
import com.opsatc.process.kpi.MeasuredKpi;
import com.opsatc.process.kpi.MemorySink;
import com.opsatc.process.kpi.Processes;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecommendationsTest {
    private static final Levers LEVERS = Levers.load(Path.of(System.getProperty("opsatc.root"), "conf", "levers"));

    private final MemorySink sink = new MemorySink();

    @Test
    void of_steadyShop_recommendsNothingAndSaysWhatWasLookedAt() {
        Advice advice = advise(OrderShop.steady(7));

        assertThat(advice.recommendations()).isEmpty();
        assertThat(advice.heldBack()).isEmpty();
        assertThat(advice.lookedAt())
                .extracting(LookedAt::sign, LookedAt::looked, LookedAt::shown, LookedAt::recommended)
                .containsExactly(
                        tuple(Sign.BEYOND_TARGET, 0L, 0L, 0L),
                        tuple(Sign.LONG_TAIL, 3L, 0L, 0L),
                        tuple(Sign.DOMINANT_STEP, 3L, 0L, 0L),
                        tuple(Sign.SLOWER_STEP, 3L, 0L, 0L),
                        tuple(Sign.REPEATED_LATER, 4L, 0L, 0L),
                        tuple(Sign.REPEATED_AT_ONCE, 4L, 0L, 0L),
                        tuple(Sign.BACK_AND_FORTH, 0L, 0L, 0L),
                        tuple(Sign.LOWER_RATE, 2L, 0L, 0L));
    }

    @Test
    void of_stepThatBecameSlower_recommendsItsLeverFirst() {
        Advice advice = advise(OrderShop.slowAfter(3, 13));

        Recommendation first = advice.recommendations().get(0);
        assertThat(first.lever().id()).isEqualTo("restore-the-earlier-pace");
        assertThat(first.subjects()).containsExactly("Pack", "Ship");
        assertThat(first.status()).isEqualTo(EvidenceStatus.SUPPORTED);
        assertThat(first.window().from())
                .isBetween(OrderShop.monday(13), OrderShop.monday(13).plusDays(6));
        assertThat(first.conservative().value())
                .isPositive()
                .isLessThan(first.optimistic().value());
        assertThat(first.conservative().ceilingUs())
                .isGreaterThan(first.conservative().floorUs());
        assertThat(first.guardrail().kpi()).isEqualTo("K-process-on-time-line");
        assertThat(first.basis()).hasSize(1);
        assertThat(first.counterEvidence())
                .containsExactly(
                        "Starts are not recorded, or of too few passages: the time holds work as well as waiting.");
        assertRecomputed(advice);
    }

    @Test
    void of_linesThatAreLateMoreOften_recommendsToPromiseDatesThatHold() {
        Advice advice = advise(OrderShop.lateAfter(5, 13));

        Recommendation first = advice.recommendations().get(0);
        assertThat(first.lever().id()).isEqualTo("promise-dates-that-hold");
        // Lines and orders fall together: one recommendation that rests on both findings.
        assertThat(advice.recommendations()).hasSize(1);
        assertThat(first.basis()).hasSize(2);
        // Thirteen weeks of sixty lines, less those not due yet, of which two in ten more are late.
        assertThat(first.optimistic().value()).isBetween(new BigDecimal("90"), new BigDecimal("200"));
        assertThat(first.conservative().value())
                .isPositive()
                .isLessThan(first.optimistic().value());
        assertThat(first.statement())
                .matches("Promise dates that hold, of \\{subject\\.1}: [0-9]+ to [0-9]+ more that are kept;"
                        + " the upper end is an upper bound\\.");
        assertRecomputed(advice);
    }

    /** Ninety cases A B C; B to C takes 1 h, in nine of them 11 h. Target 2 h: 9 h beyond it, nine times. */
    @Test
    void of_declaredTarget_givesBothEndsByHand() {
        PlantedLog log = new PlantedLog();
        for (int i = 0; i < 90; i++) {
            log.add(List.of("A", "B", "Approve"), List.of(1L, 1L, i % 10 == 0 ? 11L : 1L));
        }

        Advice advice =
                advise(log, new DeclaredWaits(new FindingScope(null, List.of(new Wait("B", "Approve", "2h", null)))));

        Recommendation only = advice.recommendations().get(0);
        assertThat(only.lever().id()).isEqualTo("decide-within-the-target");
        assertThat(only.status()).isEqualTo(EvidenceStatus.SUPPORTED);
        assertThat(only.optimistic().value()).isEqualByComparingTo(hours(81));
        assertThat(only.optimistic().floorUs()).isEqualTo(2 * PlantedLog.HOUR);
        // The ninth decile of 81 ones and nine elevens is at place 80.1: a tenth of the way from 1 to 11, and below the
        // target.
        assertThat(only.conservative().value()).isEqualByComparingTo(hours(81));
        // Cases take 2 h, or 12 h: 81 x 2 + 9 x 12 = 270 h.
        assertThat(only.part()).isEqualByComparingTo("0.3");
        assertThat(only.statement())
                .isEqualTo(
                        "Give decisions a deputy and a deadline, from {subject.1} to {subject.2}: 3.4 d of elapsed time"
                                + " less; the upper end is an upper bound.");
        assertThat(only.guardrail()).isNull();
        assertThat(only.counterEvidence())
                .contains("It rests on few cases: 90.", "None of the KPIs that must not suffer from it is measured.");
        assertRecomputed(advice);
    }

    /** Every other case: Check, Fix, Check again after 10 h; the step Fix to Check is a part of that repetition. */
    @Test
    void of_repetitionThatOverlapsAStep_countsEachPartOnce() {
        PlantedLog log = new PlantedLog();
        for (int i = 0; i < 80; i++) {
            if (i % 2 == 0) {
                log.add(List.of("Enter", "Check", "Fix", "Check", "Pay"), List.of(1L, 1L, 2L, 6L + i % 16, 1L));
            } else {
                log.add(List.of("Enter", "Check", "Pay"), List.of(1L, 1L, 1L));
            }
        }

        Advice advice =
                advise(log, new DeclaredWaits(new FindingScope(null, List.of(new Wait("Fix", "Check", "1h", null)))));

        assertThat(advice.recommendations())
                .extracting(
                        each -> each.lever().id(),
                        Recommendation::subjects,
                        each -> each.overlapRemoved().signum())
                .containsExactly(tuple("fix-the-source-of-rework", List.of("Check"), 0));
        Recommendation rework = advice.recommendations().get(0);
        // Forty repetitions of 8 to 22 h in steps of two, five of each: 5 x (8 + 10 + ... + 22) = 600 h.
        assertThat(rework.n()).isEqualTo(40);
        assertThat(rework.optimistic().value()).isEqualByComparingTo(hours(600));
        // The median is 15 h; above it are 16, 18, 20 and 22, five times each: 5 x (1 + 3 + 5 + 7).
        assertThat(rework.conservative().value()).isEqualByComparingTo(hours(80));
        assertThat(rework.status()).isEqualTo(EvidenceStatus.OBSERVATION);
        assertThat(advice.heldBack())
                .extracting(each -> each.lever().id(), HeldBack::reason)
                .contains(tuple(
                        "hold-the-target", "What it addresses is addressed by recommendations with a greater effect."));
        List<EvidenceRow> rows = sink.rows(rework.evidence().document());
        assertThat(rows).hasSize(40).allSatisfy(row -> assertThat(row.toRow()).isEqualTo(row.row() + 2));
        assertRecomputed(advice);
    }

    @Test
    void of_pingPong_countsTheWayThereAndBack() {
        PlantedLog log = new PlantedLog();
        for (int i = 0; i < 60; i++) {
            log.add(
                    List.of("Open", "First line", "Second line", "First line", "Second line", "Done"),
                    List.of(1L, 1L, 1L, 3L, 4L + i % 3, 1L));
        }

        Advice advice = advise(log, DeclaredWaits.NONE);

        assertThat(advice.lookedAt())
                .filteredOn(each -> each.sign() == Sign.BACK_AND_FORTH)
                .extracting(LookedAt::looked, LookedAt::shown)
                .containsExactly(tuple(1L, 1L));
        assertThat(advice.recommendations()).isNotEmpty();
        assertRecomputed(advice);
    }

    @Test
    void of_eventsThatAreNoExecutions_looksForNoRepetition() {
        PlantedLog log = new PlantedLog();
        for (int i = 0; i < 60; i++) {
            log.add(List.of("A", "A", "B"), List.of(1L, 5L, 1L));
        }

        Advice advice = advise(log, DeclaredWaits.NONE, /* executions= */ false);

        assertThat(advice.recommendations()).isEmpty();
        assertThat(advice.lookedAt())
                .filteredOn(each -> each.sign() == Sign.REPEATED_AT_ONCE)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.looked()).isZero();
                    assertThat(each.rule())
                            .endsWith("Not looked at: an event of the log is no execution of its activity.");
                });
    }

    @Test
    void of_shuffledLog_givesTheSameAdviceAndBytes() {
        OrderShop shop = OrderShop.slowAfter(3, 13);
        Advice advice = advise(shop);
        MemorySink other = new MemorySink();
        ProcessInput in = shop.input();
        ProcessInput shuffled = new ProcessInput(
                in.process(),
                in.system(),
                in.mapping(),
                in.log().repartition(5, in.log().col("row")),
                in.objects().repartition(3),
                in.zone(),
                in.asOf());

        assertThat(advise(shop, shuffled, other)).isEqualTo(advice);
        assertThat(other.documents()).containsExactlyEntriesOf(sink.documents());
    }

    private Advice advise(OrderShop shop) {
        return advise(shop, shop.input(), sink);
    }

    private static Advice advise(OrderShop shop, ProcessInput input, MemorySink into) {
        List<MeasuredKpi> kpis = Kpis.measure(input, Processes.definitions(), into);
        Findings.Looked looked = new Findings.Looked(
                input,
                kpis,
                shop.ranked(),
                shop.mined(),
                input.log(),
                shop.weeks(),
                Processes.definitions(),
                DeclaredWaits.NONE);
        return Recommendations.of(
                new Considered(
                        looked,
                        Findings.of(looked, into),
                        LEVERS,
                        /* executions= */ true,
                        List.of(),
                        Declared.NOTHING,
                        ProcessWaiting.none("process", "no starts")),
                into);
    }

    private Advice advise(PlantedLog log, DeclaredWaits waits) {
        return advise(log, waits, /* executions= */ true);
    }

    private Advice advise(PlantedLog log, DeclaredWaits waits, boolean executions) {
        ProcessInput input = log.input();
        List<Bottleneck> ranked = Bottlenecks.rank(log.mined(), waits, List.of());
        Findings.Looked looked = new Findings.Looked(
                input,
                List.of(),
                ranked,
                log.mined(),
                input.log(),
                MinedLogs.weeks(log.rows(), PlantedLog.ZONE),
                Processes.definitions(),
                waits);
        return Recommendations.of(
                new Considered(
                        looked,
                        Findings.of(looked, sink),
                        LEVERS,
                        executions,
                        List.of(),
                        Declared.NOTHING,
                        ProcessWaiting.none("process", "no starts")),
                sink);
    }

    private void assertRecomputed(Advice advice) {
        assertThat(advice.recommendations())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(
                                EffectCheck.of(each, sink.open(each.evidence().document())))
                        .matches(EffectCheck::matches, "is given by its rows"));
    }

    private static BigDecimal hours(long hours) {
        return BigDecimal.valueOf(hours * PlantedLog.HOUR);
    }
}
