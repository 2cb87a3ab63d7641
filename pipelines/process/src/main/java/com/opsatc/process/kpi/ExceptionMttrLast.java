package com.opsatc.process.kpi;

import com.opsatc.kernel.outcome.Milestones.End;
import java.util.List;

/**
 * Time from the opening of an exception to its last resolution: see {@code conf/definitions/exception-mttr-last.yaml}.
 */
final class ExceptionMttrLast implements Kpi {
    @Override
    public String definitionId() {
        return "exception-mttr-last";
    }

    @Override
    public List<String> entries() {
        return List.of("exception-mttr");
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, SharedRows shared) {
        Moment opened = Moment.of(params, "opened");
        Moment resolved = Moment.of(params, "resolved");
        CaseEnds ends = new CaseEnds(in.mapping().ends());
        return new Measurement.Contributions(
                CaseMilestones.resolutions(
                                in.log(), opened, resolved, ExceptionMttr.closing(in, params), End.LAST, ends)
                        .drop(CaseMilestones.REOPENED),
                ends.known(),
                List.of());
    }
}
