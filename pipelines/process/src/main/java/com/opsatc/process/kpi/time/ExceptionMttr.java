package com.opsatc.process.kpi.time;

import com.opsatc.contract.claim.FigureName;
import com.opsatc.kernel.outcome.Milestones.End;
import com.opsatc.process.kpi.measure.Clocks;
import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Time from the opening of an exception to its resolution: see {@code conf/definitions/exception-mttr.yaml}. Option {@code
 * resolution}: the first, with the number reopened beside it, or the last. Reopened is an exception that went on after its
 * first resolution with an activity that neither resolves nor closes.
 */
public final class ExceptionMttr implements Kpi {
    private static final String RESOLUTION = "resolution";
    private static final String FIRST = "first";

    @Override
    public String family() {
        return "exception-mttr";
    }

    @Override
    public Map<String, List<String>> options() {
        return Map.of(RESOLUTION, List.of(FIRST, "last"), Clocks.OPTION, Clocks.CHOICES);
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        Moment opened = Moment.of(params, "opened");
        Moment resolved = Moment.of(params, "resolved");
        CaseEnds ends = new CaseEnds(in.mapping().ends());
        boolean first = variant.choice(RESOLUTION).equals(FIRST);
        Dataset<Row> rows = CaseMilestones.resolutions(
                in, opened, resolved, closing(in, params), first ? End.FIRST : End.LAST, ends, variant.clock());
        return first
                ? new Measurement.Contributions(rows, ends.known(), List.of(FigureName.REOPENED_COUNT))
                : new Measurement.Contributions(rows.drop(CaseMilestones.REOPENED), ends.known(), List.of());
    }

    /** Activities that may follow a resolution without reopening it: those named as closing, else those that end a case. */
    private static List<String> closing(ProcessInput in, KpiParams params) {
        return params.nested("closed")
                .map(closed -> closed.texts("activities"))
                .orElse(in.mapping().ends().activities());
    }
}
