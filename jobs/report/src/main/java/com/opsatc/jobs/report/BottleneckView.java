package com.opsatc.jobs.report;

import com.opsatc.contract.Bottleneck;
import com.opsatc.contract.Finding;
import com.opsatc.contract.TenantId;
import com.opsatc.contract.Unit;
import com.opsatc.jobs.report.chart.ShareBar;
import com.opsatc.jobs.report.map.MapGraph;
import com.opsatc.jobs.report.text.Figures;
import com.opsatc.jobs.report.text.Words;
import java.util.Map;

/**
 * One row of the bottleneck ranking.
 *
 * @param marked whether the map carries its number
 * @param finding the finding that states it, with its place on the page and its cited records; null beyond the top
 */
record BottleneckView(
        String rank,
        boolean marked,
        String from,
        String to,
        String recoverable,
        String exact,
        String share,
        String bar,
        String target,
        String p50,
        String p90,
        String interval,
        String n,
        String cases,
        String finding,
        String anchor,
        Cited cited) {
    static BottleneckView of(Bottleneck bottleneck, Map<String, Finding> findings, TenantId tenant, Anchors anchors) {
        Finding finding = bottleneck.findingId() == null ? null : findings.get(bottleneck.findingId());
        String share = Figures.ratio(bottleneck.share());

        return new BottleneckView(
                Integer.toString(bottleneck.rank()),
                bottleneck.rank() <= MapGraph.MARKED_BOTTLENECKS,
                Words.name(bottleneck.from()),
                Words.name(bottleneck.to()),
                Figures.duration(bottleneck.recoverableUs()),
                bottleneck.recoverableUs() + " µs",
                share,
                ShareBar.svg(bottleneck.share(), share),
                Figures.duration(bottleneck.targetUs()),
                Figures.duration(bottleneck.p50Us()),
                Figures.duration(bottleneck.p90Us()),
                IntervalText.ends(bottleneck.interval(), Unit.MICROSECONDS),
                Figures.count(bottleneck.n()),
                Figures.count(bottleneck.cases()),
                finding == null ? null : Words.name(finding.id()),
                finding == null ? null : anchors.finding(finding.id()),
                finding == null ? null : Cited.of(finding.id(), finding.evidence(), tenant));
    }

    /** What the times between activities are, in words. */
    static String measure(String measure) {
        return switch (measure) {
            case "waiting" -> "Times are waiting: from the completion of one activity to the start of the next.";
            case "inter-completion" ->
                "Times run from one completion to the next: the extract records no starts, so waiting"
                        + " cannot be told from work.";
            default -> "Times are " + Words.name(measure) + ".";
        };
    }
}
