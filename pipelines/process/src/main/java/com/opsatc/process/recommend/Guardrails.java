package com.opsatc.process.recommend;

import com.opsatc.contract.advice.Guardrail;
import com.opsatc.contract.advice.Lever;
import com.opsatc.contract.claim.KpiValue;
import java.util.List;
import java.util.Optional;

/** The KPI that must not suffer: of the lever's families the first that is measured. */
final class Guardrails {
    private Guardrails() {}

    /** @param subjects what the lever is about, which is no guardrail of itself */
    static Optional<KpiValue> of(Considered in, Lever lever, List<String> subjects) {
        return lever.guardrail().stream()
                .flatMap(family -> in.found().kpis().stream()
                        .filter(kpi -> kpi.measured() && kpi.beyond() == null)
                        .filter(kpi -> !subjects.contains(kpi.id()))
                        .filter(kpi -> in.family(kpi).filter(family::equals).isPresent()))
                .findFirst();
    }

    static Guardrail told(KpiValue kpi) {
        return new Guardrail(kpi.id(), kpi.title(), kpi.value(), kpi.unit(), kpi.direction());
    }
}
