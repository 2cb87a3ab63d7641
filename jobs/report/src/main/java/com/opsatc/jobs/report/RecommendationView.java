package com.opsatc.jobs.report;

import com.opsatc.contract.advice.EffectEnd;
import com.opsatc.contract.advice.Guardrail;
import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.report.chart.RangeBar;
import com.opsatc.jobs.report.part.Anchors;
import com.opsatc.jobs.report.part.Cited;
import com.opsatc.jobs.report.part.FactText;
import com.opsatc.jobs.report.text.IntervalText;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One recommendation as the page tells it: what to do, where, what it would save as a range, what speaks against it, and how
 * one would see that it worked.
 *
 * @param ends what is supposed at each end, with its figure
 * @param basis the findings it rests on, with their places on the page
 */
record RecommendationView(
        String anchor,
        String id,
        String title,
        Statement statement,
        String plain,
        String range,
        String bar,
        String status,
        String n,
        String window,
        List<FactText> ends,
        List<FactText> facts,
        List<String> against,
        List<String> assumptions,
        List<Basis> basis,
        String definition,
        String definitionAnchor,
        Cited cited) {
    /** A finding and its place. */
    record Basis(String id, String anchor) {}

    /**
     * @param worth what it would be worth, by channel
     * @param greatest the greatest upper end of the same unit, the end of the bar's scale
     */
    static RecommendationView of(
            Recommendation advice,
            List<FactText> worth,
            BigDecimal greatest,
            Map<String, KpiValue> kpis,
            TenantId tenant,
            Anchors anchors) {
        List<String> subjects = advice.subjects().stream()
                .map(subject -> kpis.containsKey(subject) ? kpis.get(subject).title() : subject)
                .toList();
        String range = range(advice);
        return new RecommendationView(
                anchors.recommendation(advice.id()),
                Words.name(advice.id()),
                Words.name(advice.title()),
                Statement.of(advice.statement(), subjects),
                Words.sentence(advice.plain()),
                range,
                RangeBar.svg(
                        advice.conservative().value(),
                        advice.optimistic().value(),
                        greatest,
                        "From the lower to the upper end: " + range),
                advice.status().words(),
                PageFigures.count(advice.n()),
                FindingView.window(advice.window()),
                List.of(
                        end("At the least", advice, advice.conservative()),
                        end("At the most", advice, advice.optimistic())),
                Stream.concat(worth.stream(), facts(advice).stream()).toList(),
                advice.counterEvidence().stream().map(Words::sentence).toList(),
                advice.assumptions().stream().map(Words::sentence).toList(),
                advice.basis().stream()
                        .map(each -> new Basis(Words.name(each.id()), anchors.finding(each.id())))
                        .toList(),
                Anchors.name(advice.definition()),
                anchors.definition(advice.definition()),
                Cited.of(advice.id(), advice.evidence(), tenant));
    }

    private static String range(Recommendation advice) {
        String range = PageFigures.range(
                advice.conservative().value(), advice.optimistic().value(), advice.unit());
        return advice.unit() == Unit.COUNT ? range + " more that are kept" : range + " less elapsed time";
    }

    private static FactText end(String name, Recommendation advice, EffectEnd end) {
        String interval = IntervalText.of(end.interval(), advice.unit());
        return new FactText(
                name,
                PageFigures.value(end.value(), advice.unit()) + ", if " + Words.sentence(end.supposes())
                        + (interval == null ? "" : "; " + interval));
    }

    private static List<FactText> facts(Recommendation advice) {
        List<FactText> facts = new ArrayList<>();
        facts.add(new FactText("Part of the whole, at the least", PageFigures.value(advice.part(), Unit.RATIO)));
        if (advice.overlapRemoved().signum() > 0) {
            facts.add(new FactText(
                    "Counted with others before", PageFigures.value(advice.overlapRemoved(), advice.unit())));
        }
        facts.add(new FactText("Usually owned by", Words.name(advice.owner())));
        Guardrail guardrail = advice.guardrail();
        if (guardrail != null) {
            facts.add(new FactText(
                    "Must not suffer",
                    Words.name(guardrail.title()) + ", now " + PageFigures.value(guardrail.value(), guardrail.unit())));
        }
        facts.add(new FactText(
                "Seen to work",
                "after " + advice.watch().weeks() + " full weeks, by the "
                        + Words.name(advice.watch().figure()) + ", now "
                        + PageFigures.value(advice.watch().now(), advice.watch().unit()) + ": "
                        + Words.sentence(advice.watch().rule())));
        return List.copyOf(facts);
    }
}
