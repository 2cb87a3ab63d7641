package com.opsatc.process.kpi.time;

import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;

/**
 * How much faster decisions are than in a frozen baseline: see {@code conf/definitions/decision-compression.yaml}. Not
 * measured until a baseline is frozen.
 */
public final class DecisionCompression implements Kpi {
    @Override
    public String family() {
        return "decision-compression";
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        return new Measurement.NotMeasured("No baseline is frozen to compare decisions with.");
    }
}
