package com.opsatc.jobs.report;

import com.opsatc.contract.advice.HeldBack;
import com.opsatc.contract.advice.LookedAt;
import com.opsatc.contract.advice.RealisedEffect;
import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.advice.StepChange;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.value.ProcessValue;
import com.opsatc.jobs.report.csv.AdviceCsv;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.part.Anchors;
import com.opsatc.jobs.report.part.FactText;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import com.opsatc.jobs.report.worth.WorthView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to do about a process, what was held back and why, and what was looked at.
 *
 * @param lookedAt by sign, how many were looked at and how many show it
 * @param worth null where the run does not say it
 * @param realised what came of levers that were pulled
 */
record AdviceView(
        List<RecommendationView> recommendations,
        List<Held> heldBack,
        List<FactText> lookedAt,
        WorthView worth,
        List<Realised> realised) {
    /**
     * What is seen of a step since a lever was pulled on it.
     *
     * @param source where the tenant writes that it was pulled: tenant text
     * @param steps how often and how long, of the step and then of each peer
     */
    record Realised(
            String id,
            String state,
            Statement statement,
            String declared,
            String source,
            List<Step> steps,
            CsvLink csv) {}

    /** A step before and since; the two names are tenant text. */
    record Step(String from, String to, boolean peer, String before, String after) {}

    /** A lever that is not recommended, with the place it would be of and the reason. */
    record Held(String lever, List<String> subjects, String reason) {}

    static AdviceView of(
            String process,
            RecommendationsDocument document,
            Map<String, KpiValue> kpis,
            TenantId tenant,
            Anchors anchors) {
        List<Recommendation> all = document.recommendations().stream()
                .filter(each -> each.process().equals(process))
                .sorted(Comparator.comparingInt(Recommendation::rank))
                .toList();
        Optional<ProcessValue> value = document.valueOf(process);
        return new AdviceView(
                all.stream()
                        .map(each -> RecommendationView.of(
                                each,
                                value.map(worth -> WorthView.of(worth, each.id()))
                                        .orElse(List.of()),
                                greatest(all, each),
                                kpis,
                                tenant,
                                anchors))
                        .toList(),
                document.heldBack().stream()
                        .filter(each -> each.process().equals(process))
                        .map(each -> held(each, kpis))
                        .toList(),
                document.lookedAt().stream()
                        .filter(each -> each.process().equals(process))
                        .map(AdviceView::looked)
                        .toList(),
                value.map(worth -> WorthView.of(worth, tenant)).orElse(null),
                document.realised().stream()
                        .filter(each -> each.process().equals(process))
                        .map(each -> realised(each, tenant))
                        .toList());
    }

    private static Realised realised(RealisedEffect effect, TenantId tenant) {
        List<Step> steps = new ArrayList<>();
        if (effect.step() != null) {
            steps.add(step(effect.step(), /* peer= */ false));
        }
        effect.peers().forEach(peer -> steps.add(step(peer, /* peer= */ true)));
        return new Realised(
                Words.name(effect.id()),
                effect.state().words(),
                Statement.of(effect.statement(), effect.subjects()),
                Words.name(effect.lever().id()) + " since " + PageFigures.date(effect.since()) + ", as "
                        + Words.name(effect.statedBy()) + " states",
                Words.sentence(effect.source()),
                steps,
                new AdviceCsv(tenant).realised(effect));
    }

    private static Step step(StepChange change, boolean peer) {
        return new Step(
                Words.name(change.subjects().get(0)),
                Words.name(change.subjects().get(1)),
                peer,
                PageFigures.duration(change.medianBeforeUs()) + ", n " + PageFigures.count(change.before()),
                PageFigures.duration(change.medianAfterUs()) + ", n " + PageFigures.count(change.after()));
    }

    private static BigDecimal greatest(List<Recommendation> all, Recommendation like) {
        return all.stream()
                .filter(each -> each.unit() == like.unit())
                .map(each -> each.optimistic().value())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Held held(HeldBack held, Map<String, KpiValue> kpis) {
        return new Held(
                Words.name(held.lever().id()),
                held.subjects().stream()
                        .map(subject -> Words.name(
                                kpis.containsKey(subject) ? kpis.get(subject).title() : subject))
                        .toList(),
                Words.sentence(held.reason()));
    }

    private static FactText looked(LookedAt looked) {
        return new FactText(
                looked.sign().words(),
                PageFigures.count(looked.shown()) + " of " + PageFigures.count(looked.looked()) + " looked at. "
                        + Words.sentence(looked.rule()));
    }

    /** Whether there is anything to say: a process that no run looked at has none. */
    boolean isEmpty() {
        return recommendations.isEmpty() && heldBack.isEmpty() && lookedAt.isEmpty() && realised.isEmpty();
    }
}
