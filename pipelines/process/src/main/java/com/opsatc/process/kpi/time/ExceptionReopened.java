package com.opsatc.process.kpi.time;

import static com.opsatc.process.evidence.ContributionTable.CONTRIBUTION;
import static com.opsatc.process.evidence.ContributionTable.EXCLUDED;
import static org.apache.spark.sql.functions.expr;

import com.opsatc.kernel.outcome.Milestones.End;
import com.opsatc.process.kpi.measure.Clocks;
import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Of the exceptions that were resolved, how many were reopened within 14 days of their first resolution: see {@code
 * conf/definitions/exception-reopened.yaml}. One resolved less than 14 days before the end of the logical date is left out,
 * reopened or not, since otherwise the latest weeks would look better, or worse, than they are.
 */
public final class ExceptionReopened implements Kpi {
    private static final long WITHIN_US = 14L * 24 * 3_600 * 1_000_000;

    @Override
    public String family() {
        return "exception-reopened";
    }

    @Override
    public List<String> entries() {
        return List.of("exception-mttr");
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        CaseEnds ends = new CaseEnds(in.mapping().ends());
        Dataset<Row> rows = CaseMilestones.resolutions(
                        in, ExceptionMoments.of(in, params), ResolutionRule.to(End.FIRST), ends, Clocks.WALL)
                .withColumn(
                        EXCLUDED,
                        expr("CASE WHEN excluded IS NULL AND NOT open AND at_us > " + (in.knownUntilUs() - WITHIN_US)
                                + "L THEN 'resolved-lately' ELSE excluded END"))
                .withColumn(
                        CONTRIBUTION,
                        expr("if(open, contribution, if(coalesce(reopened_us - at_us <= " + WITHIN_US
                                + "L, false), 1L, 0L))"));
        return new Measurement.Contributions(CaseMilestones.byEnd(rows), ends.known(), List.of());
    }
}
