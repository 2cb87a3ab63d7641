package com.opsatc.process.run;

import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.figure.WorkTimes;
import com.opsatc.process.run.Platform.TestTenant;
import java.util.List;

/** What a tenant published of its activity instances, as lines: another program prints the same of the same file. */
final class WorkFigures {
    private WorkFigures() {}

    static ProcessEdges view(TestTenant tenant) {
        return tenant.document(Documents.EDGES).processes().stream()
                .filter(edges -> edges.view() == LogView.ACTIVITY_INSTANCE)
                .findFirst()
                .orElseThrow();
    }

    /** Cases, instances, edges, variants, overlaps, known starts, processing, suspended, busy, idle. */
    static List<Long> sums(ProcessEdges view) {
        WorkTimes times = view.times();
        return List.of(
                view.cases(),
                view.events(),
                (long) view.edges().size(),
                view.variants(),
                view.edges().stream().mapToLong(Edge::overlapN).sum(),
                times.startsKnown(),
                times.processingUs(),
                times.suspendedUs(),
                times.busyUs(),
                times.idleUs());
    }

    /** Activity, executions, executions with a start, and the sum, median and 90th percentile of their processing times. */
    static List<String> activities(ProcessEdges view) {
        return view.activities().stream().map(WorkFigures::line).toList();
    }

    /** The most frequent edges: n and the sum of the gaps, then of those that end with a recorded start. */
    static List<String> edges(ProcessEdges view, int most) {
        return view.edges().stream()
                .limit(most)
                .map(edge -> edge.from() + " -> " + edge.to() + ": " + edge.n() + " " + edge.sumUs()
                        + (edge.waiting() == null
                                ? ""
                                : ", " + edge.waiting().n() + " "
                                        + edge.waiting().sumUs()))
                .toList();
    }

    /** The checks of what was paired: name and count. */
    static List<String> checks(TestTenant tenant) {
        return tenant.document(Documents.QUALITY).log().stream()
                .filter(check ->
                        check.check().startsWith("instances") || check.check().startsWith("transitions"))
                .map(check -> check.check() + " " + check.n() + " of " + check.of())
                .toList();
    }

    private static String line(ActivityStats activity) {
        DurationFigures processing = activity.processing();
        return activity.activity() + ": " + activity.executions()
                + (processing == null
                        ? ""
                        : " " + processing.n() + " " + processing.sumUs() + " " + processing.p50Us() + " "
                                + processing.p90Us());
    }
}
