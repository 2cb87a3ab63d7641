package com.opsatc.jobs.report.testing;

import com.opsatc.contract.advice.Basis;
import com.opsatc.contract.advice.EffectEnd;
import com.opsatc.contract.advice.EvidenceStatus;
import com.opsatc.contract.advice.Guardrail;
import com.opsatc.contract.advice.HeldBack;
import com.opsatc.contract.advice.LeverRef;
import com.opsatc.contract.advice.LookedAt;
import com.opsatc.contract.advice.RealisedEffect;
import com.opsatc.contract.advice.RealisedEffectBuilder;
import com.opsatc.contract.advice.RealisedState;
import com.opsatc.contract.advice.RecommendationBuilder;
import com.opsatc.contract.advice.Recomputed;
import com.opsatc.contract.advice.Sign;
import com.opsatc.contract.advice.StepChange;
import com.opsatc.contract.advice.Watch;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.value.Channel;
import com.opsatc.contract.value.ChannelTotal;
import com.opsatc.contract.value.MoneyEstimate;
import com.opsatc.contract.value.MoneyRange;
import com.opsatc.contract.value.NotValued;
import com.opsatc.contract.value.ProcessValue;
import com.opsatc.contract.value.QuantityRange;
import com.opsatc.contract.value.RecommendedValue;
import com.opsatc.contract.value.ShareEstimate;
import com.opsatc.contract.value.TimeTotal;
import com.opsatc.contract.value.ValueRate;
import java.math.BigDecimal;
import java.util.List;

/** What to do in the sample tenant: one recommendation for its orders, none for its incidents. */
final class SampleAdvice {
    private SampleAdvice() {}

    static RecommendationsDocument document() {
        return new RecommendationsDocument(
                SampleDocuments.header("recommendations"),
                List.of(RecommendationBuilder.builder()
                        .id("R-order-to-cash-001")
                        .process("order-to-cash")
                        .rank(1)
                        .lever(new LeverRef("escalate-open-decisions", 1))
                        .sign(Sign.LONG_TAIL)
                        .definition(new DefinitionRef("recommended-effect", 1))
                        .subjects(List.of("Credit check", "Release order"))
                        .title("Escalate decisions that lie longer than nine in ten")
                        .statement(
                                "Escalate decisions that lie longer than nine in ten, from {subject.1} to {subject.2}:"
                                        + " 100 d to 1,300 d of elapsed time less; the upper end is an upper bound.")
                        .plain(
                                "List what waits longer for its decision than nine in ten did, and decide that list first.")
                        .owner("approvals")
                        .unit(Unit.MICROSECONDS)
                        .conservative(new EffectEnd(
                                "the slowest tenth of the passages takes no longer than nine in ten did",
                                new BigDecimal("8640000000000"),
                                SampleKpis.interval("7640000000000", "9640000000000", "bucket-bootstrap"),
                                864_000_000_000L,
                                null,
                                Recomputed.VALUE))
                        .optimistic(new EffectEnd(
                                "no passage takes longer than its fastest quarter did",
                                new BigDecimal("112320000000000"),
                                null,
                                86_400_000_000L,
                                null,
                                Recomputed.VALUE))
                        .part(new BigDecimal("0.031200"))
                        .overlapRemoved(new BigDecimal("3600000000"))
                        .n(1105)
                        .cases(1100)
                        .window(SampleDocuments.WINDOW)
                        .status(EvidenceStatus.OBSERVATION)
                        .basis(List.of(new Basis("F-order-to-cash-001", Sha256.of("rows"))))
                        .counterEvidence(List.of("The order of 60 of 1,105 passages rests on the tie-break."))
                        .assumptions(List.of("The slow decisions need no more facts than the others."))
                        .guardrail(new Guardrail(
                                "K-order-to-cash-otif-line",
                                "OTIF by order line",
                                new BigDecimal("0.874000"),
                                Unit.RATIO,
                                Direction.HIGHER_IS_BETTER))
                        .watch(new Watch(
                                "median time of the step",
                                new DefinitionRef("edge-shift", 1),
                                new BigDecimal("172800000000"),
                                Unit.MICROSECONDS,
                                8,
                                "A finding tells that the median time of the step fell."))
                        .evidence(SampleDocuments.evidence("R-order-to-cash-001", "sap", 1105))
                        .build()),
                List.of(new HeldBack(
                        "order-to-cash",
                        new LeverRef("fix-the-source-of-rework", 1),
                        Sign.REPEATED_LATER,
                        List.of("Change <order>"),
                        Unit.MICROSECONDS,
                        BigDecimal.ZERO,
                        new BigDecimal("3600000000"),
                        EvidenceStatus.INCONCLUSIVE,
                        "It rests on fewer than thirty cases.")),
                List.of(
                        new LookedAt("order-to-cash", Sign.LONG_TAIL, 10, 1, 1, "A quarter of its time is in a tenth."),
                        new LookedAt("incident", Sign.LONG_TAIL, 4, 0, 0, "A quarter of its time is in a tenth.")),
                List.of(worth(), nothing()),
                List.of(realised()));
    }

    /** Of 88.4 d at the least, 700 d halfway and 1,300 d at the most, at 2.00 EUR a day of which half comes. */
    private static ProcessValue worth() {
        QuantityRange days = new QuantityRange(7_640_000_000_000L, 60_480_000_000_000L, 112_320_000_000_000L);
        MoneyRange money = new MoneyRange("EUR", 8_842, 70_000, 130_000);
        return new ProcessValue(
                "order-to-cash",
                new DefinitionRef("recommended-value", 1),
                new TimeTotal(1, 8_640_000_000_000L, 112_320_000_000_000L),
                List.of(new ValueRate(
                        Channel.WORKING_CAPITAL,
                        "EUR",
                        new MoneyEstimate(200, 200, 200),
                        new ShareEstimate(new BigDecimal("0.5"), new BigDecimal("0.5"), new BigDecimal("0.5")),
                        SampleDocuments.WINDOW.from(),
                        3,
                        "Note <of> January",
                        "treasury")),
                List.of(new RecommendedValue("R-order-to-cash-001", Channel.WORKING_CAPITAL, 3, days, money)),
                List.of(new ChannelTotal(
                        Channel.WORKING_CAPITAL, 3, days, money, List.of("R-order-to-cash-001"), List.of())),
                List.of(new NotValued(Channel.LABOUR, "Not measured in money: no rate.")));
    }

    private static RealisedEffect realised() {
        return RealisedEffectBuilder.builder()
                .id("E-order-to-cash-001")
                .process("order-to-cash")
                .lever(new LeverRef("hold-the-target", 1))
                .definition(new DefinitionRef("realised-effect", 1))
                .subjects(List.of("Pack <it>", "Ship"))
                .since(SampleDocuments.WINDOW.from().plusWeeks(8))
                .state(RealisedState.NO_SIGNAL)
                .statement("No signal from {subject.1} to {subject.2}: the time since is neither shorter nor longer.")
                .change(new BigDecimal("-0.0100"))
                .interval(SampleKpis.interval("-0.0500", "0.0300", "bucket-bootstrap"))
                .before(SampleDocuments.WINDOW)
                .after(SampleDocuments.WINDOW)
                .step(change(List.of("Pack <it>", "Ship"), "E-order-to-cash-001"))
                .peers(List.of(change(List.of("Bill", "Pay"), "E-order-to-cash-001-peer-1")))
                .source("Minutes <of> the board")
                .statedBy("operations")
                .build();
    }

    private static StepChange change(List<String> subjects, String id) {
        return new StepChange(
                subjects,
                500,
                605,
                6_000_000,
                7_260_000,
                7_200_000_000L,
                3_600_000_000L,
                SampleDocuments.evidence(id, "sap", 1105));
    }

    private static ProcessValue nothing() {
        return new ProcessValue(
                "incident",
                new DefinitionRef("recommended-value", 1),
                new TimeTotal(0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(new NotValued(Channel.PENALTIES, "Not measured in money: nobody says.")));
    }
}
