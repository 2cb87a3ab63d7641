package com.opsatc.contract.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.figure.WorkTimes;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * The directly-follows graph of one process in one view.
 *
 * @param objectType that the cases are in a view of objects; null in others
 * @param edges by n descending, then names
 * @param activities by executions descending, then name
 * @param times work and idle time; null in the views that do not tell them apart, and where a sum is beyond 292,471 years
 * @param lives from the first start to the last completion of each object, in a view of objects; null in others
 * @param caveats what must be said with all of it, each a sentence without a text of the system of record
 */
@RecordBuilder
public record ProcessEdges(
        String process,
        String caseNotion,
        LogView view,
        String objectType,
        long cases,
        long events,
        long variants,
        List<Edge> edges,
        List<ActivityStats> activities,
        WorkTimes times,
        DurationFigures lives,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> caveats) {

    public ProcessEdges {
        requireNonNull(process, "process");
        requireNonNull(caseNotion, "caseNotion");
        requireNonNull(view, "view");
        edges = List.copyOf(edges);
        activities = List.copyOf(activities);
        caveats = caveats == null ? List.of() : List.copyOf(caveats);
    }

    /** The same with each edge as it is measured: see {@link Edge#asMeasured}. */
    public ProcessEdges asMeasured() {
        return ProcessEdgesBuilder.builder(this)
                .edges(edges.stream().map(Edge::asMeasured).toList())
                .build();
    }

    /** The same view with what must be said with it. */
    public ProcessEdges withCaveats(List<String> given) {
        return ProcessEdgesBuilder.builder(this).caveats(given).build();
    }
}
