package com.opsatc.process.kpi;

import java.util.List;

/** Share of order lines on time: see {@code conf/definitions/on-time-line.yaml} and the kernel's {@code Otif}. */
final class OnTimeLine implements Kpi {
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
