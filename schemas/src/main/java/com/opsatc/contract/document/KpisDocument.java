package com.opsatc.contract.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.opsatc.contract.claim.DefinitionSensitivity;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.guard.GuardFigure;
import com.opsatc.contract.guard.GuardVerdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Published document {@code kpis.json}, by process, then id.
 *
 * @param sensitivity how far the figures of a family move between its measured definitions, by process, then family
 * @param guards what the guards of measured figures say, by process, then id
 */
public record KpisDocument(
        DocumentHeader header,
        List<KpiValue> kpis,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DefinitionSensitivity> sensitivity,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<GuardFigure> guards) {
    public KpisDocument {
        kpis = List.copyOf(kpis);
        sensitivity = sensitivity == null ? List.of() : List.copyOf(sensitivity);
        guards = guards == null ? List.of() : List.copyOf(guards);
        Map<String, KpiValue> byId =
                kpis.stream().collect(Collectors.toMap(KpiValue::id, Function.identity(), (first, second) -> first));
        sensitivity.stream().flatMap(each -> each.variants().stream()).forEach(variant -> {
            KpiValue kpi = byId.get(variant.id());
            if (kpi == null || !kpi.measured() || kpi.value().compareTo(variant.value()) != 0) {
                throw new IllegalArgumentException("Invalid sensitivity: " + variant.id() + " has not that figure");
            }
        });
        guards.forEach(guard -> {
            KpiValue kpi = byId.get(guard.id());
            if (kpi == null || kpi.measured() == (guard.verdict() == GuardVerdict.NOT_MEASURED)) {
                throw new IllegalArgumentException("Invalid guard: " + guard.id() + " has no such figure");
            }
        });
    }

    /** Of no family with two measured definitions, and without guards. */
    public KpisDocument(DocumentHeader header, List<KpiValue> kpis) {
        this(header, kpis, List.of(), List.of());
    }

    /** What the KPI says as a guard; empty for one that is none. */
    public Optional<GuardFigure> guard(String id) {
        return guards.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** What a KPI is compared with; empty for one that has no other definition. */
    public Optional<DefinitionSensitivity> sensitivityOf(String id) {
        return sensitivity.stream()
                .filter(each -> each.variants().stream()
                        .anyMatch(variant -> variant.id().equals(id)))
                .findFirst();
    }
}
