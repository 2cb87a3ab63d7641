package com.opsatc.connector;

import com.opsatc.contract.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is declared of a process for its findings, by its connector or by a tenant.
 *
 * @param durationFloor smaller changes of a duration are not told, e.g. {@code 15min}; null where none is declared
 */
public record FindingScope(String durationFloor, List<Wait> waits) {
    /** Nothing is declared. */
    public static final FindingScope NONE = new FindingScope(null, List.of());

    public FindingScope {
        waits = waits == null ? List.of() : List.copyOf(waits);
        for (int i = 0; i < waits.size(); i++) {
            Wait wait = waits.get(i);
            if (waits.subList(0, i).stream().anyMatch(wait::isOf)) {
                throw new IllegalArgumentException("Invalid scope: a wait is declared twice");
            }
        }
    }

    /** In microseconds; empty where none is declared. */
    public OptionalLong floorUs() {
        return durationFloor == null ? OptionalLong.empty() : OptionalLong.of(Span.us(durationFloor));
    }

    /** This scope with what another declares laid over it. */
    public FindingScope with(FindingScope over) {
        List<Wait> all = new ArrayList<>(over.waits);
        waits.stream().filter(wait -> over.waits.stream().noneMatch(wait::isOf)).forEach(all::add);
        return new FindingScope(over.durationFloor == null ? durationFloor : over.durationFloor, all);
    }
}
