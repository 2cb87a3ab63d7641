package com.opsatc.process.kpi.order;

import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.util.List;

/** Share of orders all of whose counted lines are on time in full: see {@code conf/definitions/otif-order.yaml}. */
public final class OtifOrder implements Kpi {
    @Override
    public String definitionId() {
        return "otif-order";
    }

    @Override
    public List<String> entries() {
        return List.of("otif");
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, SharedRows shared) {
        return Measurement.Contributions.within(
                params.tolerance(), Shares.ofOrders(OrderLines.judged(in, params, shared), OrderLines.OTIF));
    }
}
