package com.opsatc.jobs.report;

import com.opsatc.contract.advice.HeldBack;
import com.opsatc.contract.advice.LookedAt;
import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.value.ProcessValue;
import com.opsatc.jobs.report.part.Anchors;
import com.opsatc.jobs.report.part.FactText;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import com.opsatc.jobs.report.worth.WorthView;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to do about a process, what was held back and why, and what was looked at.
 *
 * @param lookedAt by sign, how many were looked at and how many show it
 * @param worth null where the run does not say it
 */
record AdviceView(
        List<RecommendationView> recommendations, List<Held> heldBack, List<FactText> lookedAt, WorthView worth) {
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
                value.map(WorthView::of).orElse(null));
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
        return recommendations.isEmpty() && heldBack.isEmpty() && lookedAt.isEmpty();
    }
}
