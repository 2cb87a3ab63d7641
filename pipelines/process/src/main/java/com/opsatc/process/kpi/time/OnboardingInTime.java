package com.opsatc.process.kpi.time;

import static com.opsatc.process.evidence.ContributionTable.CONTRIBUTION;
import static com.opsatc.process.evidence.ContributionTable.EXCLUDED;
import static com.opsatc.process.evidence.ContributionTable.OPEN;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.contract.claim.FigureName;
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
 * Of the accounts that began long enough ago, how many reached the end of the span within the target: see {@code
 * conf/definitions/onboarding-in-time.yaml}. One that began later than that is left out, whether it was quick or not: only the
 * quick ones of these are known yet.
 */
public final class OnboardingInTime implements Kpi {
    private static final long DAY_US = 24L * 3_600 * 1_000_000;

    @Override
    public String family() {
        return "onboarding-in-time";
    }

    @Override
    public Map<String, List<String>> options() {
        return OnboardingSpan.OPTIONS;
    }

    @Override
    public List<String> entries() {
        return List.of(OnboardingVelocity.FAMILY);
    }

    @Override
    public Set<String> subjects() {
        return Set.of(OnboardingSpan.OPTION);
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        Optional<Integer> days = params.targetDays();
        if (days.isEmpty()) {
            return new Measurement.NotMeasured(in.mapping().lacks("target of an onboarding"));
        }

        long targetUs = days.get() * DAY_US;
        return OnboardingSpan.lacking(in, params, variant)
                .orElseGet(() -> Measurement.Contributions.against(
                        FigureName.TARGET_US,
                        targetUs,
                        judged(OnboardingSpan.rows(in, params, variant), in.knownUntilUs() - targetUs, targetUs)));
    }

    /** @param latestUs who began after it has not had the time */
    private static Dataset<Row> judged(Dataset<Row> spans, long latestUs, long targetUs) {
        return spans.withColumn(
                        EXCLUDED,
                        expr("CASE WHEN excluded IS NULL AND at_us > " + latestUs
                                + "L THEN 'began-lately' ELSE excluded END"))
                .withColumn(CONTRIBUTION, expr("if(NOT open AND contribution <= " + targetUs + "L, 1L, 0L)"))
                .withColumn(OPEN, lit(false))
                .drop(FigureName.LEFT_COUNT.symbol());
    }
}
