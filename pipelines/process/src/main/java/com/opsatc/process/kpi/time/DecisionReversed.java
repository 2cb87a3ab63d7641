package com.opsatc.process.kpi.time;

import static com.opsatc.process.evidence.ContributionTable.CONTRIBUTION;
import static com.opsatc.process.evidence.ContributionTable.EXCLUDED;
import static org.apache.spark.sql.functions.expr;

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
 * Of the decisions that were made, how many were taken back within 30 days: see {@code conf/definitions/decision-reversed.yaml}. It
 * is what must stand beside faster decisions. One made less than 30 days before the end of the logical date is left out, taken
 * back or not, since otherwise the latest weeks would look better, or worse, than they are.
 */
public final class DecisionReversed implements Kpi {
    private static final String REVERSED = "reversed";
    private static final long WITHIN_US = 30L * 24 * 3_600 * 1_000_000;

    @Override
    public String family() {
        return "decision-reversed";
    }

    @Override
    public List<String> entries() {
        return List.of("decision-latency");
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        if (!params.has(REVERSED)) {
            return new Measurement.NotMeasured(in.mapping().lacks("event that takes a decision back"));
        }

        CaseEnds ends = new CaseEnds(in.mapping().ends());
        Dataset<Row> decisions = CaseMilestones.reversals(
                        in, Moment.of(params, "from"), Moment.of(params, "to"), Moment.of(params, REVERSED), ends)
                .withColumn(
                        EXCLUDED,
                        expr("CASE WHEN excluded IS NULL AND NOT open AND at_us > " + (in.knownUntilUs() - WITHIN_US)
                                + "L THEN 'decided-lately' ELSE excluded END"))
                .withColumn(
                        CONTRIBUTION,
                        expr("if(open, contribution, if(coalesce(reopened_us - at_us <= " + WITHIN_US
                                + "L, false), 1L, 0L))"));
        return new Measurement.Contributions(CaseMilestones.byEnd(decisions), ends.known(), List.of());
    }
}
