package com.opsatc.process.kpi.time;

import com.opsatc.contract.claim.FigureName;
import com.opsatc.kernel.outcome.Milestones.End;
import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Time from the opening of an exception to its first resolution, with the number reopened beside it: see {@code
 * conf/definitions/exception-mttr.yaml}. Reopened is an exception that went on after its first resolution with an
 * activity that neither resolves nor closes.
 */
public final class ExceptionMttr implements Kpi {
    @Override
    public String definitionId() {
        return "exception-mttr";
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
        Dataset<Row> rows =
                CaseMilestones.resolutions(in.log(), opened, resolved, closing(in, params), End.FIRST, ends);
        return new Measurement.Contributions(rows, ends.known(), List.of(FigureName.REOPENED_COUNT));
    }

    /** Activities that may follow a resolution without reopening it: those named as closing, else those that end a case. */
    static List<String> closing(ProcessInput in, KpiParams params) {
        return params.nested("closed")
                .map(closed -> closed.texts("activities"))
                .orElse(in.mapping().ends().activities());
    }
}
