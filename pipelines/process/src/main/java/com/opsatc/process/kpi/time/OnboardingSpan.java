package com.opsatc.process.kpi.time;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.opsatc.contract.claim.FigureName;
import com.opsatc.process.evidence.ContributionTable;
import com.opsatc.process.kpi.measure.Clocks;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The times from one milestone of an onboarding to a later one: of the whole, from the contract on, or of one stage. An account that
 * began and did not reach the later one is open, whether it still may or has left: of both it is known only that it took longer than
 * until the logical date. Source: Fine and Gray 1999, for data of which all that is not seen lies behind one known date.
 */
final class OnboardingSpan {
    static final String OPTION = "span";
    private static final String TO = "-to-";

    static final Map<String, List<String>> OPTIONS = Map.of(
            OPTION,
            List.of(
                    "contract-to-live",
                    "contract-to-value",
                    "contract-to-kickoff",
                    "kickoff-to-live",
                    "live-to-value"));

    private OnboardingSpan() {}

    private static List<String> ends(KpiVariant variant) {
        return List.of(variant.choice(OPTION).split(TO));
    }

    /** Why a variant cannot be measured: the first of its milestones that the connector does not map. */
    static Optional<Measurement> lacking(ProcessInput in, KpiParams params, KpiVariant variant) {
        return ends(variant).stream()
                .filter(milestone -> !params.has(milestone))
                .findFirst()
                .map(milestone -> new Measurement.NotMeasured(in.mapping().lacks(milestone + " of an onboarding")));
    }

    /** The contributions, placed by their start, with how many of the open ones left. */
    static Dataset<Row> rows(ProcessInput in, KpiParams params, KpiVariant variant) {
        Dataset<Row> measured = CaseMilestones.byStart(CaseMilestones.durations(
                in,
                Moment.of(params, ends(variant).get(0)),
                Moment.of(params, ends(variant).get(1)),
                new CaseEnds(in.mapping().ends()),
                Clocks.WALL));
        Column excluded = col(ContributionTable.EXCLUDED);
        Column left = coalesce(excluded.equalTo(CaseEnds.ENDED_OTHERWISE), lit(false));
        Column without = left.or(coalesce(excluded.equalTo(CaseEnds.NOT_REACHED), lit(false)));
        return measured.withColumn(FigureName.LEFT_COUNT.symbol(), left)
                .withColumn(ContributionTable.OPEN, col(ContributionTable.OPEN).or(without))
                .withColumn(ContributionTable.EXCLUDED, when(functions.not(without), excluded));
    }
}
