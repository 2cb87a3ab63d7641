package com.opsatc.contract.figure;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a KPI is a guard of: figures that could look better without the work being better show so in it.
 *
 * @param of families of KPIs, as definitions name them under {@code kpi}
 * @param with which variants of these, by option the values; all where it says nothing of an option
 * @param above a share: it signals where its whole interval is above; null where only a rise does
 * @param below a share: above it nothing is asked, since all members are so by their source; null where nothing is
 * @param because why these, a sentence or two
 */
public record GuardRule(
        List<String> of,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, List<String>> with,
        BigDecimal above,
        BigDecimal below,
        String because) {
    public GuardRule {
        of = List.copyOf(of);
        with = Collections.unmodifiableSortedMap(with == null ? new TreeMap<>() : new TreeMap<>(with));
        requireNonNull(because, "because");
        if (of.isEmpty()) {
            throw new IllegalArgumentException("Invalid guard: it names no family of KPIs");
        }
        if (below != null && (above == null || above.compareTo(below) >= 0)) {
            throw new IllegalArgumentException("Invalid guard: below must be more than above");
        }
    }

    /** Whether a variant of a family that chose so is guarded. */
    public boolean guards(String family, SortedMap<String, String> chosen) {
        return of.contains(family)
                && with.entrySet().stream().allMatch(option -> option.getValue().contains(chosen.get(option.getKey())));
    }
}
