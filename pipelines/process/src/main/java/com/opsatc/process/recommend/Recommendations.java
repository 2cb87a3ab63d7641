package com.opsatc.process.recommend;

import com.opsatc.contract.advice.HeldBack;
import com.opsatc.contract.advice.LookedAt;
import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.advice.RecommendationBuilder;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.QualityDocument.LogCheck;
import com.opsatc.contract.figure.Humane;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.recommend.SignSearch.Seen;
import com.opsatc.process.recommend.effect.SavedEffect;
import com.opsatc.process.recommend.effect.Taken;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What could be done about a process: levers of the catalogue, applied to what its figures show, by the lower end of what they
 * would save.
 *
 * <p>Each part of a case counts for one recommendation alone, the one that is ranked first; of a step that shows several signs
 * the first is told. At most five are given, none where nothing carries one.
 */
public final class Recommendations {
    private static final int MOST = 5;
    private static final int MOST_HELD_BACK = 10;
    private static final long FEW_CASES = 100;
    private static final String ENOUGH = "Five recommendations have a greater lower end.";
    private static final String WITHIN_A_DAY = "order-within-a-day";

    private Recommendations() {}

    /** Chooses among the levers, ranks, and writes the evidence of what is recommended. */
    public static Advice of(Considered in, EvidenceSink sink) {
        List<Seen> seen =
                Signs.ALL.stream().flatMap(search -> search.search(in).stream()).toList();
        try {
            return advise(in, seen, toldOnce(seen), sink);
        } finally {
            seen.stream().flatMap(each -> each.opportunities().stream()).forEach(Opportunity::release);
        }
    }

    /** A step that shows several signs is told by the first of them. */
    private static List<Opportunity> toldOnce(List<Seen> seen) {
        Set<List<String>> steps = new HashSet<>();
        return seen.stream()
                .flatMap(each -> each.opportunities().stream())
                .sorted(Comparator.comparing(Opportunity::sign))
                .filter(each -> !each.sign().isOfStep() || steps.add(each.subjects()))
                .toList();
    }

    private static Advice advise(Considered in, List<Seen> seen, List<Opportunity> opportunities, EvidenceSink sink) {
        List<Weighed> open = new ArrayList<>();
        for (Opportunity opportunity : opportunities) {
            opportunity.lever(in.levers()).ifPresent(lever -> open.add(Weighed.of(opportunity, lever)));
        }

        Taken taken = new Taken();
        List<Recommendation> given = new ArrayList<>();
        List<HeldBack> heldBack = new ArrayList<>();
        while (!open.isEmpty()) {
            open.sort(Weighed.ORDER);
            Weighed first = open.remove(0);
            if (given.size() == MOST) {
                heldBack.add(first.heldBack(in.process(), first.objection().orElse(ENOUGH)));
                continue;
            }
            // What others have taken since only makes it less: it is put back where it now belongs.
            if (first.after() < taken.count()) {
                open.add(first.after(taken));
                continue;
            }

            Optional<String> objection = first.objection();
            if (objection.isPresent()) {
                heldBack.add(first.heldBack(in.process(), objection.get()));
            } else {
                given.add(recommendation(in, first, given.size() + 1, taken, sink));
                first.opportunity().take(taken);
            }
        }

        return new Advice(
                given,
                heldBack.subList(0, Math.min(MOST_HELD_BACK, heldBack.size())),
                seen.stream().map(each -> lookedAt(in, each, given)).toList(),
                in.valuation().of(given),
                in.realised().of(sink));
    }

    private static LookedAt lookedAt(Considered in, Seen seen, List<Recommendation> given) {
        return new LookedAt(
                in.process(),
                seen.sign(),
                seen.looked(),
                seen.opportunities().size(),
                given.stream().filter(each -> each.sign() == seen.sign()).count(),
                seen.rule());
    }

    private static Recommendation recommendation(
            Considered in, Weighed weighed, int rank, Taken taken, EvidenceSink sink) {
        Opportunity opportunity = weighed.opportunity();
        SavedEffect effect = weighed.effect();
        String id = "R-" + in.process() + String.format(Locale.ROOT, "-%03d", rank);
        Optional<KpiValue> guardrail = Guardrails.of(in, weighed.lever(), opportunity.subjects());
        return RecommendationBuilder.builder()
                .id(id)
                .process(in.process())
                .rank(rank)
                .lever(weighed.lever().ref())
                .sign(opportunity.sign())
                .definition(in.definition().ref())
                .subjects(opportunity.subjects())
                .title(weighed.lever().title())
                .statement(AdviceTexts.statement(weighed.lever(), opportunity.sign(), opportunity.unit(), effect))
                .plain(weighed.lever().plain())
                .owner(weighed.lever().owner())
                .unit(opportunity.unit())
                .conservative(opportunity.conservative(effect, weighed.lever()))
                .optimistic(opportunity.optimistic(effect, weighed.lever()))
                .part(effect.part())
                .overlapRemoved(BigDecimal.valueOf(weighed.alone().optimistic() - effect.optimistic()))
                .n(effect.n())
                .cases(effect.cases())
                .window(effect.window())
                .status(weighed.status())
                .basis(opportunity.basis())
                .counterEvidence(against(in, weighed, guardrail))
                .assumptions(weighed.lever().assumptions())
                .guardrail(guardrail.map(Guardrails::told).orElse(null))
                .watch(opportunity.watch(weighed.lever()))
                .evidence(opportunity.evidence(taken, id, sink))
                .build();
    }

    private static List<String> against(Considered in, Weighed weighed, Optional<KpiValue> guardrail) {
        List<String> against = new ArrayList<>(weighed.opportunity().against());
        if (!weighed.opportunity().sign().isOfKpi()) {
            in.check(WITHIN_A_DAY).map(Recommendations::withinADay).ifPresent(against::add);
        }
        if (weighed.effect().cases() < FEW_CASES) {
            against.add(
                    "It rests on few cases: " + Humane.count(weighed.effect().cases()) + ".");
        }
        if (weighed.effect().optimistic() < weighed.alone().optimistic()) {
            against.add("Some of what it addresses is addressed by a recommendation ranked before, and counts there.");
        }
        if (guardrail.isEmpty()) {
            against.add("None of the KPIs that must not suffer from it is measured.");
        } else if (in.worsened(guardrail.get())) {
            against.add("The KPI that must not suffer from it has become worse already.");
        }
        return against;
    }

    private static String withinADay(LogCheck check) {
        return "Of " + Humane.count(check.n()) + " of " + Humane.count(check.of())
                + " passages within one day an end has a date and no time: neither their order nor their time is known.";
    }
}
