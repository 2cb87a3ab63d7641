package com.opsatc.process.crosscheck;

import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.contract.document.VariantsDocument;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The figures of published documents that SQL computes again, as lines in the order of each script's columns. */
record CheckedFigures(EdgesDocument edges, VariantsDocument variants) {
    /** Views of activity instances rest on pairing starts with completions, which SQL does not do again. */
    private static final Set<LogView> VIEWS = Set.of(LogView.ACTIVITY, LogView.ACTIVITY_LIFECYCLE, LogView.OBJECT);

    List<CheckedLine> cases(String process) {
        return views(process)
                .map(view -> CheckedLine.of(
                        view.view(), view.objectType(), List.of(), view.cases(), view.events(), view.variants()))
                .toList();
    }

    List<CheckedLine> edges(String process) {
        return views(process)
                .flatMap(view -> view.edges().stream()
                        .map(edge -> CheckedLine.of(
                                view.view(),
                                view.objectType(),
                                List.of(edge.from(), edge.to()),
                                edge.n(),
                                edge.cases(),
                                edge.sumUs(),
                                edge.meanUs(),
                                edge.p50Us(),
                                edge.p90Us(),
                                edge.minUs(),
                                edge.maxUs(),
                                edge.overlapN(),
                                edge.overlapUs(),
                                edge.ties())))
                .toList();
    }

    List<CheckedLine> activities(String process) {
        return views(process)
                .flatMap(view -> view.activities().stream()
                        .map(activity -> CheckedLine.of(
                                view.view(),
                                view.objectType(),
                                List.of(activity.activity()),
                                activity.executions(),
                                activity.starts(),
                                activity.ends(),
                                activity.selfLoops(),
                                activity.repetitions())))
                .toList();
    }

    List<CheckedLine> variants(String process) {
        return variants.processes().stream()
                .filter(view -> view.process().equals(process) && VIEWS.contains(view.view()))
                .flatMap(CheckedFigures::variants)
                .toList();
    }

    private static Stream<CheckedLine> variants(ProcessVariants view) {
        return view.variants().stream()
                .map(variant -> CheckedLine.of(
                        view.view(), view.objectType(), variant.activities(), variant.cases(), variant.cycleSumUs()));
    }

    private Stream<ProcessEdges> views(String process) {
        return edges.processes().stream().filter(view -> view.process().equals(process) && VIEWS.contains(view.view()));
    }
}
