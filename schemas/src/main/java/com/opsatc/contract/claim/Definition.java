package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a figure means, in words a reader can check: the text in {@code conf/definitions} that is shown beside it.
 *
 * @param plain what the figure says, in a sentence or two for somebody who knows no statistics; null where nobody wrote one
 * @param population which records are counted, and which are left out with what reason code
 * @param clock {@code wall} or the id of a business calendar
 */
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
        String source) {
    /** A definition without plain words. */
    public Definition(
            String id,
            int version,
            String title,
            String formula,
            String population,
            List<String> exclusions,
            Unit unit,
            Aggregation aggregation,
            Direction direction,
            String period,
            String clock,
            String source) {
        this(
                id,
                version,
                title,
                /* plain= */ null,
                formula,
                population,
                exclusions,
                unit,
                aggregation,
                direction,
                period,
                clock,
                source);
    }

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
        if (version < 1) {
            throw new IllegalArgumentException("Invalid definition " + id + ": versions count from 1");
        }
    }

    public DefinitionRef ref() {
        return new DefinitionRef(id, version);
    }
}
