package com.opsatc.process.kpi.time;

import com.opsatc.kernel.outcome.Milestones.End;
import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.util.List;

/**
 * Time from the opening of an exception to its last resolution: see {@code conf/definitions/exception-mttr-last.yaml}.
 */
public final class ExceptionMttrLast implements Kpi {
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
