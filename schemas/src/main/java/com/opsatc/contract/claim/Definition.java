package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.opsatc.contract.figure.GuardRule;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a figure means, in words a reader can check: the text in {@code conf/definitions} that is shown beside it.
 *
 * @param plain what the figure says, in a sentence or two for somebody who knows no statistics; null where nobody wrote one
 * @param population which records are counted, and which are left out with what reason code
 * @param clock {@code wall}, or {@code business} for working time
 * @param kpi the family of KPIs it is a variant of; null for what is none
 * @param with what it chooses among the family's options; usual where it says nothing
 * @param guards what it is a guard of; null for what is none
 */
@RecordBuilder
public record Definition(
        String id,
        int version,
        String title,
        String plain,
        String formula,
        String population,
        List<String> exclusions,
        Unit unit,
        Aggregation aggregation,
        Direction direction,
        String period,
        String clock,
        String source,
        String kpi,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> with,
        GuardRule guards) {
    public Definition {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(formula, "formula");
        requireNonNull(population, "population");
        exclusions = List.copyOf(exclusions);
        requireNonNull(unit, "unit");
        requireNonNull(aggregation, "aggregation");
        requireNonNull(direction, "direction");
        requireNonNull(period, "period");
        requireNonNull(clock, "clock");
        requireNonNull(source, "source");
        with = Collections.unmodifiableSortedMap(with == null ? new TreeMap<>() : new TreeMap<>(with));
        if (version < 1) {
            throw new IllegalArgumentException("Invalid definition " + id + ": versions count from 1");
        }
    }

    public DefinitionRef ref() {
        return new DefinitionRef(id, version);
    }
}
