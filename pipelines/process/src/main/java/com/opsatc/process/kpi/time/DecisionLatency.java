package com.opsatc.process.kpi.time;

import com.opsatc.contract.claim.Aggregation;
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
 * Time from the signal to the first decision after it, case by case: see {@code conf/definitions/decision-latency.yaml}. Option
 * {@code open}: what is undecided stands {@code apart}, or is {@code at-risk}.
 */
public final class DecisionLatency implements Kpi {
    @Override
    public String family() {
        return "decision-latency";
    }

    @Override
    public Map<String, List<String>> options() {
        return Map.of(Clocks.OPTION, Clocks.CHOICES, OpenMembers.OPTION, OpenMembers.CHOICES);
    }

    @Override
    public Optional<Aggregation> aggregation(KpiVariant variant) {
        return OpenMembers.aggregation(variant, OpenMembers.OPTION);
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        Moment signal = Moment.of(params, "from");
        Moment decision = Moment.of(params, "to");
        CaseEnds ends = new CaseEnds(in.mapping().ends());
        boolean atRisk = OpenMembers.atRisk(variant, OpenMembers.OPTION);
        if (atRisk && !ends.known()) {
            return ends.cannotTell(in);
        }

        Dataset<Row> latencies = CaseMilestones.durations(in, signal, decision, ends, variant.clock());
        return new Measurement.Contributions(
                atRisk ? CaseMilestones.byStart(latencies) : CaseMilestones.byEnd(latencies), ends.known(), List.of());
    }
}
