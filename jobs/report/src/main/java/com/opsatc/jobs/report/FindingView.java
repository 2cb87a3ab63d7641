package com.opsatc.jobs.report;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.report.part.Anchors;
import com.opsatc.jobs.report.part.Cited;
import com.opsatc.jobs.report.part.FactText;
import com.opsatc.jobs.report.part.Rows;
import com.opsatc.jobs.report.part.SharedCaveats;
import com.opsatc.jobs.report.text.Exact;
import com.opsatc.jobs.report.text.IntervalText;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One finding as the page tells it: the sentence, its magnitude, what it must be read with, and the cited records.
 *
 * @param headline what moved together; null for a finding that stands alone
 * @param members the others that moved with it, {@code furtherMembers} those that the page folds away
 */
record FindingView(
        String anchor,
        String id,
        String rank,
        String kind,
        Statement statement,
        String value,
        String exact,
        String valueName,
        String interval,
        String n,
        String window,
        List<FactText> facts,
        SharedCaveats.Noted caveats,
        String tested,
        String definition,
        String definitionAnchor,
        Cited cited,
        String headline,
        Rows<FindingView> members,
        Rows<FindingView> furtherMembers) {
    private static final int LEADING_MEMBERS = 5;
    private static final int MOST_MEMBERS = 60;

    static FindingView of(
            Finding finding, Map<String, KpiValue> kpis, SharedCaveats caveats, TenantId tenant, Anchors anchors) {
        List<String> subjects = finding.subjects().stream()
                .map(subject -> kpis.containsKey(subject) ? kpis.get(subject).title() : subject)
                .toList();
        List<FindingView> members = finding.members().stream()
                .map(member -> FindingView.of(member, kpis, caveats, tenant, anchors))
                .toList();

        return new FindingView(
                anchors.finding(finding.id()),
                Words.name(finding.id()),
                Integer.toString(finding.rank()),
                finding.kind().heading(),
                Statement.of(finding.statement(), subjects),
                PageFigures.value(finding.value(), finding.unit()),
                Exact.of(finding.value(), finding.unit()),
                valueName(finding),
                IntervalText.of(finding.interval(), finding.unit()),
                PageFigures.count(finding.n()),
                window(finding.window()),
                facts(finding),
                caveats.noted(finding.caveats()),
                finding.testsInFamily() == 0
                        ? null
                        : PageFigures.count(finding.testsInFamily()) + " hypotheses tested beside it",
                Anchors.name(finding.definition()),
                anchors.definition(finding.definition()),
                Cited.of(finding.id(), finding.evidence(), tenant),
                finding.headline() == null ? null : Words.sentence(finding.headline()),
                Rows.first(LEADING_MEMBERS, members),
                Rows.first(MOST_MEMBERS, members.subList(Math.min(LEADING_MEMBERS, members.size()), members.size())));
    }

    static String window(Window window) {
        return PageFigures.date(window.from()) + " to " + PageFigures.date(window.to());
    }

    /** The figures beside it, then over which values of each attribute the change divides. */
    private static List<FactText> facts(Finding finding) {
        return Stream.concat(
                        finding.facts().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                                .map(fact -> FactText.of(fact.getKey(), fact.getValue(), finding.unit())),
                        finding.why().stream().flatMap(split -> FactText.of(split, finding.unit())))
                .toList();
    }

    private static String valueName(Finding finding) {
        return finding.kind() == FindingKind.BOTTLENECK && finding.aggregation() == Aggregation.SUM
                ? "recoverable"
                : finding.aggregation().label();
    }
}
