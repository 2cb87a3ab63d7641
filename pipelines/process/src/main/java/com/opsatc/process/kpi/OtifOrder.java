package com.opsatc.process.kpi;

import java.util.List;

/** Share of orders all of whose counted lines are on time in full: see {@code conf/definitions/otif-order.yaml}. */
final class OtifOrder implements Kpi {
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
