package com.opsatc.process.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.Definitions;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.figure.ComparedPeriods;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.PeriodFigure;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.guard.GuardFigure;
import com.opsatc.contract.guard.GuardSign;
import com.opsatc.contract.guard.GuardVerdict;
import com.opsatc.contract.id.Sha256;
import com.opsatc.process.kpi.measure.KpiVariant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardFiguresTest {
    private static final Definitions DEFINITIONS = Processes.definitions();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Evidence EVIDENCE = new Evidence(
            "e", 40, /* censored= */ null, Sha256.of("e"), List.of(new Citation("sap", Sha256.of("f"), 1)));

    @Test
    void of_anIntervalAboveTheThreshold_signalsAndSaysSoWithWhatItGuards() {
        List<KpiValue> kpis = List.of(time("exception-mttr"), share("bulk-exceptions", "0.2", "0.051", "0.3"));

        List<GuardFigure> guards = guards(kpis, List.of());

        assertThat(guards)
                .extracting(GuardFigure::id, GuardFigure::guarded, GuardFigure::verdict, GuardFigure::signs)
                .containsExactly(tuple(
                        "K-p-bulk-exceptions",
                        List.of("K-p-exception-mttr"),
                        GuardVerdict.SIGNAL,
                        List.of(GuardSign.HIGH)));
        assertThat(GuardFigures.caveats(guards, kpis))
                .containsExactly(Map.entry(
                        "K-p-exception-mttr",
                        List.of(
                                "It may look better than the work is: its guard 'Exceptions resolved in bulk' is 20.0 % (95.0 %"
                                        + " interval 5.1 % to 30.0 %) over 40, above 5.0 %.")));
    }

    /** The lower end at the threshold is not above it; where nearly all are dates only, nothing is asked. */
    @Test
    void of_anIntervalThatReachesTheThreshold_doesNotSignal() {
        List<KpiValue> kpis = List.of(
                time("cycle-time"),
                share("bulk-cases", "0.2", "0.05", "0.3"),
                share("date-only-cases", "0.97", "0.94", "0.98"));

        assertThat(guards(kpis, List.of()))
                .extracting(GuardFigure::id, GuardFigure::verdict)
                .containsExactly(
                        tuple("K-p-bulk-cases", GuardVerdict.NO_SIGNAL),
                        tuple("K-p-date-only-cases", GuardVerdict.NO_SIGNAL));
        assertThat(GuardFigures.caveats(guards(kpis, List.of()), kpis)).isEmpty();
        assertThat(guards(List.of(time("cycle-time"), share("date-only-cases", "0.5", "0.4", "0.94")), List.of())
                        .get(0)
                        .signs())
                .containsExactly(GuardSign.HIGH);
    }

    /** Only a figure without time on hold can look better by holding more. */
    @Test
    void of_aShiftToTheWorse_signalsOfTheVariantsThatItIsAGuardOf() {
        List<KpiValue> kpis = List.of(
                time("exception-mttr"), time("exception-mttr-net"), share("exception-hold-share", "0.6", "0.5", "0.7"));

        GuardFigure worse = guards(kpis, List.of(shift("0.3", "0.6"))).get(0);

        assertThat(worse.guarded()).containsExactly("K-p-exception-mttr-net");
        assertThat(worse.signs()).containsExactly(GuardSign.WORSE);
        assertThat(guards(kpis, List.of(shift("0.6", "0.3"))).get(0).verdict()).isEqualTo(GuardVerdict.NO_SIGNAL);
        assertThat(GuardFigures.caveats(List.of(worse), kpis).get("K-p-exception-mttr-net"))
                .singleElement()
                .asString()
                .endsWith("over 40, worse than before.");
    }

    /** No shift is looked for in a share of time: two periods whose intervals are apart say it. */
    @Test
    void of_aShareOfTime_becomesWorseByItsLatestPeriod() {
        KpiValue hold = share("exception-hold-time", "0.2", "0.15", "0.25");
        KpiValue net = time("exception-mttr-net");

        assertThat(signs(net, hold.compared(periods("0.21", "0.30", "0.10", "0.20"))))
                .containsExactly(GuardSign.WORSE);
        assertThat(signs(net, hold.compared(periods("0.20", "0.30", "0.10", "0.20"))))
                .isEmpty();
        assertThat(signs(net, hold.compared(periods("0.01", "0.02", "0.10", "0.20"))))
                .isEmpty();
    }

    @Test
    void of_guardsThatGuardNothingMeasured_areNotTold() {
        KpiValue unmeasured =
                KpiValue.notMeasured("K-p-exception-reopened", "p", DEFINITIONS.require("exception-reopened"), "No.");

        assertThat(guards(List.of(time("exception-mttr-last"), unmeasured), List.of()))
                .isEmpty();
        assertThat(guards(List.of(time("exception-mttr"), unmeasured), List.of()))
                .extracting(GuardFigure::verdict)
                .containsExactly(GuardVerdict.NOT_MEASURED);
    }

    @Test
    void shippedGuards_allGuardSomeShippedVariant() {
        List<KpiVariant> variants = Kpis.variants(DEFINITIONS);

        assertThat(DEFINITIONS.all())
                .filteredOn(definition -> definition.guards() != null)
                .hasSizeGreaterThan(5)
                .allSatisfy(guard -> assertThat(variants)
                        .as(guard.id())
                        .anyMatch(variant ->
                                guard.guards().guards(variant.family().family(), variant.chosen())));
    }

    private static List<GuardFigure> guards(List<KpiValue> kpis, List<Finding> findings) {
        return GuardFigures.of(kpis, findings, DEFINITIONS);
    }

    private static List<GuardSign> signs(KpiValue... kpis) {
        return guards(List.of(kpis), List.of()).get(0).signs();
    }

    private static ComparedPeriods periods(String low, String high, String lowBefore, String highBefore) {
        return new ComparedPeriods(
                1,
                new PeriodFigure(new Window(DAY, DAY, "UTC"), new BigDecimal(high), 20, interval(low, high)),
                new PeriodFigure(
                        new Window(DAY.minusDays(1), DAY.minusDays(1), "UTC"),
                        new BigDecimal(highBefore),
                        20,
                        interval(lowBefore, highBefore)));
    }

    private static Interval interval(String low, String high) {
        return new Interval(Intervals.LEVEL, new BigDecimal(low), new BigDecimal(high), Intervals.WILSON);
    }

    private static KpiValue share(String definition, String value, String low, String high) {
        return KpiValueBuilder.builder(time(definition))
                .value(new BigDecimal(value))
                .interval(interval(low, high))
                .build();
    }

    private static KpiValue time(String id) {
        Definition definition = DEFINITIONS.require(id);
        return KpiValueBuilder.builder()
                .id(KpiValues.id("p", id))
                .process("p")
                .definition(definition.ref())
                .title(definition.title())
                .state(KpiState.MEASURED)
                .unit(definition.unit())
                .direction(definition.direction())
                .aggregation(definition.aggregation())
                .value(BigDecimal.ONE)
                .n(40)
                .companions(Map.of())
                .excluded(List.of())
                .series(List.of())
                .window(new Window(DAY, DAY, "UTC"))
                .evidence(EVIDENCE)
                .build();
    }

    private static Finding shift(String before, String after) {
        KpiValue hold = time("exception-hold-share");
        return FindingBuilder.builder()
                .id("F-p-001")
                .kind(FindingKind.KPI_SHIFT)
                .process("p")
                .rank(1)
                .definition(DEFINITIONS.require("kpi-shift").ref())
                .subjects(List.of(hold.id()))
                .statement("s")
                .value(new BigDecimal(after))
                .unit(hold.unit())
                .aggregation(hold.aggregation())
                .window(hold.window())
                .n(40)
                .facts(Map.of(FigureName.BEFORE, new BigDecimal(before)))
                .testsInFamily(1)
                .caveats(List.of())
                .evidence(EVIDENCE)
                .build();
    }
}
