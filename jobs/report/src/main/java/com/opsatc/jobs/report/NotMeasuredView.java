package com.opsatc.jobs.report;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.jobs.report.part.Anchors;
import com.opsatc.jobs.report.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The KPIs that the extracts do not support, and why: those of one reason together, so that it is said once. */
record NotMeasuredView(int count, List<Reason> reasons) {
    record Reason(List<Anchors.DefinitionLink> kpis, String why) {}

    /** Of those among the KPIs that are not measured; null where all are. */
    static NotMeasuredView of(List<KpiValue> kpis, Anchors anchors) {
        Map<String, List<Anchors.DefinitionLink>> byReason = kpis.stream()
                .filter(kpi -> !kpi.measured())
                .collect(Collectors.groupingBy(
                        KpiValue::reason,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                kpi -> new Anchors.DefinitionLink(
                                        anchors.definition(kpi.definition()), Words.name(kpi.title())),
                                Collectors.toList())));
        List<Reason> reasons = new ArrayList<>();
        byReason.forEach((why, named) -> reasons.add(new Reason(List.copyOf(named), Words.sentence(why))));
        return reasons.isEmpty()
                ? null
                : new NotMeasuredView(
                        reasons.stream()
                                .mapToInt(reason -> reason.kpis().size())
                                .sum(),
                        List.copyOf(reasons));
    }
}
