package com.opsatc.process.kpi.time;

import com.opsatc.process.kpi.measure.Clocks;
import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.util.List;
import java.util.Map;

/**
 * Time from the signal to the first decision after it, case by case: see {@code
 * conf/definitions/decision-latency.yaml}.
 */
public final class DecisionLatency implements Kpi {
    @Override
    public String family() {
        return "decision-latency";
    }

    @Override
    public Map<String, List<String>> options() {
        return Map.of(Clocks.OPTION, Clocks.CHOICES);
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        Moment signal = Moment.of(params, "from");
        Moment decision = Moment.of(params, "to");
        CaseEnds ends = new CaseEnds(in.mapping().ends());
        return new Measurement.Contributions(
                CaseMilestones.durations(in, signal, decision, ends, variant.clock()), ends.known(), List.of());
    }
}
