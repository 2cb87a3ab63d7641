package com.opsatc.contract.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.opsatc.contract.claim.DefinitionSensitivity;
import com.opsatc.contract.claim.KpiValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Published document {@code kpis.json}, by process, then id.
 *
 * @param sensitivity how far the figures of a family move between its measured definitions, by process, then family
 */
public record KpisDocument(
        DocumentHeader header,
        List<KpiValue> kpis,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DefinitionSensitivity> sensitivity) {
    public KpisDocument {
        kpis = List.copyOf(kpis);
        sensitivity = sensitivity == null ? List.of() : List.copyOf(sensitivity);
        Map<String, KpiValue> byId =
                kpis.stream().collect(Collectors.toMap(KpiValue::id, Function.identity(), (first, second) -> first));
        sensitivity.stream().flatMap(each -> each.variants().stream()).forEach(variant -> {
            KpiValue kpi = byId.get(variant.id());
            if (kpi == null || !kpi.measured() || kpi.value().compareTo(variant.value()) != 0) {
                throw new IllegalArgumentException("Invalid sensitivity: " + variant.id() + " has not that figure");
            }
        });
    }

    /** Of no family with two measured definitions. */
    public KpisDocument(DocumentHeader header, List<KpiValue> kpis) {
        this(header, kpis, List.of());
    }

    /** What a KPI is compared with; empty for one that has no other definition. */
    public Optional<DefinitionSensitivity> sensitivityOf(String id) {
        return sensitivity.stream()
                .filter(each -> each.variants().stream()
                        .anyMatch(variant -> variant.id().equals(id)))
                .findFirst();
    }
}
