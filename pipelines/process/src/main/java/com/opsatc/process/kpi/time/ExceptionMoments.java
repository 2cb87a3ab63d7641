package com.opsatc.process.kpi.time;

import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a connector says of exceptions.
 *
 * @param resting activities that may follow a resolution without reopening: those that resolve, and those named as closing, else
 *     those that end a case
 * @param pending what puts one on hold; empty where the connector names nothing
 */
record ExceptionMoments(Moment opened, Moment resolved, List<String> resting, Optional<Moment> pending) {
    ExceptionMoments {
        resting = List.copyOf(resting);
    }

    static ExceptionMoments of(ProcessInput in, KpiParams params) {
        Moment resolved = Moment.of(params, "resolved");
        List<String> resting = new ArrayList<>(resolved.activities());
        resting.addAll(params.nested("closed")
                .map(closed -> closed.texts("activities"))
                .orElse(in.mapping().ends().activities()));
        return new ExceptionMoments(
                Moment.of(params, "opened"),
                resolved,
                resting,
                params.has("pending") ? Optional.of(Moment.of(params, "pending")) : Optional.empty());
    }
}
