package com.opsatc.jobs.report;

import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.GapMeasure;
import com.opsatc.contract.claim.OutOfScopeWait;
import com.opsatc.contract.claim.Trend;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.report.chart.ShareBar;
import com.opsatc.jobs.report.map.MapGraph;
import com.opsatc.jobs.report.part.Anchors;
import com.opsatc.jobs.report.part.Cited;
import com.opsatc.jobs.report.part.FactText;
import com.opsatc.jobs.report.text.IntervalText;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.List;
import java.util.Map;

/**
 * One row of the bottleneck ranking.
 *
 * @param marked whether the map carries its number
 * @param work whether its time holds work as well as waiting, where that is not so of all of them
 * @param declared whether its target is a declared one
 * @param withoutStart passages left out, since their second activity has no recorded start; null where none is
 * @param spread which part of its time the tenth of its cases with the most has; null where that is not known
 * @param trend where its weekly median is going; null where that is nowhere, or not known
 * @param finding the finding that states it, with its place on the page and its cited records; null beyond the top
 */
record BottleneckView(
        String rank,
        boolean marked,
        boolean work,
        String from,
        String to,
        String recoverable,
        String exact,
        String share,
        String bar,
        String target,
        boolean declared,
        String p50,
        String p90,
        String interval,
        String n,
        String withoutStart,
        String cases,
        String spread,
        String trend,
        String finding,
        String anchor,
        Cited cited) {
    static BottleneckView of(
            Bottleneck bottleneck, boolean mixed, Map<String, Finding> findings, TenantId tenant, Anchors anchors) {
        Finding finding = bottleneck.findingId() == null ? null : findings.get(bottleneck.findingId());
        String share = PageFigures.ratio(bottleneck.share());

        return new BottleneckView(
                Integer.toString(bottleneck.rank()),
                bottleneck.rank() <= MapGraph.MARKED_BOTTLENECKS,
                mixed && bottleneck.measure() != GapMeasure.WAITING,
                Words.name(bottleneck.from()),
                Words.name(bottleneck.to()),
                PageFigures.duration(bottleneck.recoverableUs()),
                bottleneck.recoverableUs() + " µs",
                share,
                ShareBar.svg(bottleneck.share(), share),
                PageFigures.duration(bottleneck.targetUs()),
                bottleneck.againstDeclaredTarget(),
                PageFigures.duration(bottleneck.p50Us()),
                PageFigures.duration(bottleneck.p90Us()),
                IntervalText.ends(bottleneck.interval(), Unit.MICROSECONDS),
                PageFigures.count(bottleneck.n()),
                bottleneck.nWithoutStart() == null ? null : PageFigures.count(bottleneck.nWithoutStart()),
                PageFigures.count(bottleneck.cases()),
                bottleneck.concentration() == null
                        ? null
                        : PageFigures.ratio(bottleneck.concentration()) + " of it in a tenth of the cases",
                bottleneck.trend() == Trend.WORSENED || bottleneck.trend() == Trend.IMPROVED
                        ? bottleneck.trend().words()
                        : null,
                finding == null ? null : Words.name(finding.id()),
                finding == null ? null : anchors.finding(finding.id()),
                finding == null ? null : Cited.of(finding.id(), finding.evidence(), tenant));
    }

    /** What they are ranked by: only against declared targets that is time which could be recovered. */
    static String heading(List<Bottleneck> bottlenecks) {
        long declared =
                bottlenecks.stream().filter(Bottleneck::againstDeclaredTarget).count();
        if (declared == 0) {
            return "Bottlenecks by time longer than the fastest quarter";
        }

        return declared == bottlenecks.size()
                ? "Bottlenecks by time that could be recovered"
                : "Bottlenecks by time beyond the target";
    }

    /** The waits that are not ranked, each with its reason. */
    static List<FactText> outOfScope(List<OutOfScopeWait> waits) {
        return waits.stream()
                .map(wait -> new FactText(
                        Words.name(wait.from()) + " → " + Words.name(wait.to()) + ", n " + PageFigures.count(wait.n()),
                        Words.sentence(wait.reason())))
                .toList();
    }

    /** Whether some of the times are waiting and others hold work as well. */
    static boolean mixed(List<Bottleneck> bottlenecks) {
        return bottlenecks.stream().map(Bottleneck::measure).distinct().count() > 1;
    }

    /** What the times between activities are, in words. */
    static String measure(List<Bottleneck> bottlenecks) {
        if (mixed(bottlenecks)) {
            return "Times are waiting, from the completion of one activity to the start of the next; where marked, starts are"
                    + " not recorded, or of too few passages, and the time holds work as well.";
        }

        return bottlenecks.get(0).measure() == GapMeasure.WAITING
                ? "Times are waiting: from the completion of one activity to the start of the next."
                : "Times run from one completion to the next: starts are not recorded, or of too few passages, so waiting"
                        + " cannot be told from work.";
    }
}
