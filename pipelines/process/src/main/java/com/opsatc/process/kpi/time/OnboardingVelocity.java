package com.opsatc.process.kpi.time;

import com.opsatc.contract.claim.Aggregation;
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

/**
 * How long half of the accounts take from one milestone of their onboarding to a later one, by start cohort: see {@code
 * conf/definitions/onboarding-velocity.yaml}. Option {@code span}: from the contract on, or of one stage.
 */
public final class OnboardingVelocity implements Kpi {
    static final String FAMILY = "onboarding-velocity";

    @Override
    public String family() {
        return FAMILY;
    }

    @Override
    public Map<String, List<String>> options() {
        return OnboardingSpan.OPTIONS;
    }

    @Override
    public Optional<Aggregation> aggregation(KpiVariant variant) {
        return Optional.of(Aggregation.SURVIVAL_MEDIAN);
    }

    @Override
    public Set<String> subjects() {
        return Set.of(OnboardingSpan.OPTION);
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        return OnboardingSpan.lacking(in, params, variant)
                .orElseGet(() -> new Measurement.Contributions(
                        OnboardingSpan.rows(in, params, variant),
                        /* openKnown= */ true,
                        List.of(FigureName.LEFT_COUNT)));
    }
}
