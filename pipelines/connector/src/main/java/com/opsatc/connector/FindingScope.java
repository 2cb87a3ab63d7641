package com.opsatc.connector;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.opsatc.connector.rule.DeclaredRule;
import com.opsatc.contract.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is declared of a process for its findings, by its connector or by a tenant.
 *
 * @param durationFloor smaller changes of a duration are not told, e.g. {@code 15min}; null where none is declared
 * @param rules about the activities of a case, by id no two of one
 */
public record FindingScope(
        String durationFloor,
        List<Wait> waits,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DeclaredRule> rules) {
    /** Nothing is declared. */
    public static final FindingScope NONE = new FindingScope(null, List.of());

    public FindingScope {
        waits = waits == null ? List.of() : List.copyOf(waits);
        rules = rules == null ? List.of() : List.copyOf(rules);
        Set<String> ids = new HashSet<>();
        for (DeclaredRule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("Invalid scope: rule " + rule.id() + " is declared twice");
            }
        }
        for (int i = 0; i < waits.size(); i++) {
            Wait wait = waits.get(i);
            if (waits.subList(0, i).stream().anyMatch(wait::isOf)) {
                throw new IllegalArgumentException("Invalid scope: a wait is declared twice");
            }
        }
    }

    /** Without rules. */
    public FindingScope(String durationFloor, List<Wait> waits) {
        this(durationFloor, waits, List.of());
    }

    /** In microseconds; empty where none is declared. */
    public OptionalLong floorUs() {
        return durationFloor == null ? OptionalLong.empty() : OptionalLong.of(Span.us(durationFloor));
    }

    /** This scope with what another declares laid over it. */
    public FindingScope with(FindingScope over) {
        List<Wait> all = new ArrayList<>(over.waits);
        waits.stream().filter(wait -> over.waits.stream().noneMatch(wait::isOf)).forEach(all::add);
        Map<String, DeclaredRule> byId = new LinkedHashMap<>();
        rules.forEach(rule -> byId.put(rule.id(), rule));
        over.rules.forEach(rule -> byId.put(rule.id(), rule));
        return new FindingScope(
                over.durationFloor == null ? durationFloor : over.durationFloor, all, List.copyOf(byId.values()));
    }
}
