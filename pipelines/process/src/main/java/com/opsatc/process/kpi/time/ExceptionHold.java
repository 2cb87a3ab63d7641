package com.opsatc.process.kpi.time;

import static com.opsatc.process.evidence.ContributionTable.AT_US;
import static com.opsatc.process.evidence.ContributionTable.CONTRIBUTION;
import static com.opsatc.process.evidence.ContributionTable.EXCLUDED;
import static com.opsatc.process.evidence.ContributionTable.WEIGHT;
import static org.apache.spark.sql.functions.expr;

import com.opsatc.contract.claim.Aggregation;
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
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How much of the time to the first resolution exceptions were on hold: see {@code conf/definitions/exception-hold-time.yaml}. It is
 * what must stand beside a time to resolve without time on hold, which becomes better by holding more. Option {@code as}: the part of
 * their {@code time}, in whole seconds, or the {@code share} of them that were on hold at all.
 */
public final class ExceptionHold implements Kpi {
    private static final String AS = "as";
    private static final String TIME = "time";
    private static final String SHARE = "share";
    private static final String SECOND_US = "1000000L";

    @Override
    public String family() {
        return "exception-hold";
    }

    @Override
    public List<String> entries() {
        return List.of("exception-mttr");
    }

    @Override
    public Map<String, List<String>> options() {
        return Map.of(AS, List.of(TIME, SHARE));
    }

    @Override
    public Optional<Aggregation> aggregation(KpiVariant variant) {
        return Optional.of(variant.choice(AS).equals(TIME) ? Aggregation.SHARE_OF_WEIGHT : Aggregation.SHARE);
    }

    /** A part of time and a share of exceptions are no definitions of one figure. */
    @Override
    public Set<String> subjects() {
        return Set.of(AS);
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        ExceptionMoments moments = ExceptionMoments.of(in, params);
        if (moments.pending().isEmpty()) {
            return new Measurement.NotMeasured(in.mapping().lacks("pending state of an exception"));
        }

        CaseEnds ends = new CaseEnds(in.mapping().ends());
        Dataset<Row> held = shared.rows(
                ExceptionHold.class,
                () -> CaseMilestones.resolutions(
                        in, moments, new ResolutionRule(End.FIRST, false, OnHold.ALONE), ends, Clocks.WALL));
        Dataset<Row> rows = variant.choice(AS).equals(TIME) ? parts(held) : shares(held);
        return new Measurement.Contributions(CaseMilestones.byEnd(rows), ends.known(), List.of());
    }

    private static Dataset<Row> shares(Dataset<Row> held) {
        return held.withColumn(CONTRIBUTION, expr("if(open, contribution, if(contribution > 0, 1L, 0L))"));
    }

    /** In seconds, since sums of microseconds over many exceptions have no room. */
    private static Dataset<Row> parts(Dataset<Row> held) {
        String whole = "(" + AT_US + " - " + CaseMilestones.FROM_US + ") div " + SECOND_US;
        return held.withColumn(WEIGHT, expr("greatest(0L, " + whole + ")"))
                .withColumn(CONTRIBUTION, expr("contribution div " + SECOND_US))
                .withColumn(
                        EXCLUDED,
                        expr(
                                "CASE WHEN excluded IS NULL AND NOT open AND weight = 0 THEN 'no-time' ELSE excluded END"));
    }
}
