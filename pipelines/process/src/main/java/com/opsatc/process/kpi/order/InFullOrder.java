package com.opsatc.process.kpi.order;

import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.util.List;

/** Share of orders all of whose counted lines are in full: see {@code conf/definitions/in-full-order.yaml}. */
public final class InFullOrder implements Kpi {
    @Override
    public String definitionId() {
        return "in-full-order";
    }

    @Override
    public List<String> entries() {
        return List.of("otif");
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, SharedRows shared) {
        return Measurement.Contributions.within(
                params.tolerance(), Shares.ofOrders(OrderLines.judged(in, params, shared), OrderLines.IN_FULL));
    }
}
