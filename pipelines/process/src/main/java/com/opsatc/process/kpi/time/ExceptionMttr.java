package com.opsatc.process.kpi.time;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.kernel.outcome.Milestones.End;
import com.opsatc.process.evidence.ContributionTable;
import com.opsatc.process.kpi.measure.Clocks;
import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.OpenMembers;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Time from the opening of an exception to its resolution: see {@code conf/definitions/exception-mttr.yaml}.
 *
 * <p>Option {@code resolution}: the {@code first}, with the number reopened beside it; the {@code last}; or the {@code total} of the
 * time in which it was open until the last. Option {@code pending}: time on hold is {@code counted}, or left out ({@code net}).
 * Option {@code backlog}: what is open is {@code apart}, or {@code included} at its age so far, which is a lower bound, with the
 * number of them beside it, or {@code at-risk}. Reopened is an exception that went on after its first resolution with an activity that neither
 * resolves nor closes.
 */
public final class ExceptionMttr implements Kpi {
    private static final String RESOLUTION = "resolution";
    private static final String FIRST = "first";
    private static final String TOTAL = "total";
    private static final String PENDING = "pending";
    private static final String NET = "net";
    private static final String BACKLOG = "backlog";
    private static final String INCLUDED = "included";

    @Override
    public String family() {
        return "exception-mttr";
    }

    @Override
    public Map<String, List<String>> options() {
        return Map.of(
                RESOLUTION,
                List.of(FIRST, "last", TOTAL),
                PENDING,
                List.of("counted", NET),
                BACKLOG,
                List.of(OpenMembers.APART, INCLUDED, OpenMembers.AT_RISK),
                Clocks.OPTION,
                Clocks.CHOICES);
    }

    @Override
    public Optional<Aggregation> aggregation(KpiVariant variant) {
        return OpenMembers.aggregation(variant, BACKLOG);
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        ExceptionMoments moments = ExceptionMoments.of(in, params);
        boolean net = variant.choice(PENDING).equals(NET);
        if (net && moments.pending().isEmpty()) {
            return new Measurement.NotMeasured(in.mapping().lacks("pending state of an exception"));
        }

        CaseEnds ends = new CaseEnds(in.mapping().ends());
        if (!variant.choice(BACKLOG).equals(OpenMembers.APART) && !ends.known()) {
            return ends.cannotTell(in);
        }

        boolean first = variant.choice(RESOLUTION).equals(FIRST);
        ResolutionRule rule = new ResolutionRule(
                first ? End.FIRST : End.LAST,
                variant.choice(RESOLUTION).equals(TOTAL),
                net ? OnHold.LEFT_OUT : OnHold.COUNTED);
        Dataset<Row> rows = CaseMilestones.resolutions(in, moments, rule, ends, variant.clock());
        return switch (variant.choice(BACKLOG)) {
            case INCLUDED ->
                new Measurement.Contributions(
                        withBacklog(rows), /* openKnown= */ true, List.of(FigureName.BACKLOG_COUNT));
            case OpenMembers.AT_RISK ->
                new Measurement.Contributions(CaseMilestones.byStart(rows), /* openKnown= */ true, List.of());
            default ->
                first
                        ? new Measurement.Contributions(
                                rows.drop(CaseMilestones.REOPENED_US), ends.known(), List.of(FigureName.REOPENED_COUNT))
                        : new Measurement.Contributions(CaseMilestones.byEnd(rows), ends.known(), List.of());
        };
    }

    /** What is open is counted like all others, and marked as backlog. */
    private static Dataset<Row> withBacklog(Dataset<Row> rows) {
        return CaseMilestones.byEnd(rows)
                .withColumn(FigureName.BACKLOG_COUNT.symbol(), col(ContributionTable.OPEN))
                .withColumn(ContributionTable.OPEN, lit(false));
    }
}
