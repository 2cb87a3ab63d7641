package com.opsatc.process.kpi.time;

import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;

/**
 * Time from contract to first value, by start cohort: see {@code conf/definitions/onboarding-velocity.yaml}. Defined,
 * not yet computed.
 */
public final class OnboardingVelocity implements Kpi {
    @Override
    public String family() {
        return "onboarding-velocity";
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        return new Measurement.NotMeasured(
                "Connector maps milestones of onboarding, but this version does not compute the figure yet.");
    }
}
