package com.opsatc.process.kpi.order;

import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.util.List;

/** Share of order lines on time: see {@code conf/definitions/on-time-line.yaml} and the kernel's {@code Otif}. */
public final class OnTimeLine implements Kpi {
    @Override
    public String definitionId() {
        return "on-time-line";
    }

    @Override
    public List<String> entries() {
        return List.of("on-time", "otif");
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, SharedRows shared) {
        return Measurement.Contributions.within(
                params.tolerance(), Shares.ofLines(OrderLines.judged(in, params, shared), OrderLines.ON_TIME));
    }
}
