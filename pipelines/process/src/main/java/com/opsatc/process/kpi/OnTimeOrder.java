package com.opsatc.process.kpi;

import java.util.List;

/** Share of orders all of whose counted lines are on time: see {@code conf/definitions/on-time-order.yaml}. */
final class OnTimeOrder implements Kpi {
    @Override
    public String definitionId() {
        return "on-time-order";
    }

    @Override
    public List<String> entries() {
        return List.of("on-time", "otif");
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, SharedRows shared) {
        return Measurement.Contributions.within(
                params.tolerance(), Shares.ofOrders(OrderLines.judged(in, params, shared), OrderLines.ON_TIME));
    }
}
