package com.opsatc.contract;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Something a reader may say: a kind, a magnitude with unit, window, interval and n, and at least one citation.
 *
 * @param id e.g. {@code F-order-to-cash-001}; stable for the same run id
 * @param kind {@code bottleneck}, {@code kpi-shift}, {@code kpi-episode}, {@code edge-shift}
 * @param subjects the activities or KPI it is about, as they are named in the system of record: tenant text
 * @param statement one sentence with no tenant text in it: subjects are written as {subject.1}, {subject.2}
 * @param facts further figures of the same finding, each quotable, e.g. {@code before}, {@code after}, {@code p50_us}
 * @param window the dates it covers; for a shift, from the first shifted week
 * @param testsInFamily how many hypotheses were tested beside it in this run; 0 where nothing was tested (a ranking)
 */
public record Finding(
        String id,
        String kind,
        String process,
        int rank,
        DefinitionRef definition,
        List<String> subjects,
        String statement,
        BigDecimal value,
        Unit unit,
        Aggregation aggregation,
        Interval interval,
        Window window,
        long n,
        Map<String, BigDecimal> facts,
        long testsInFamily,
        List<String> caveats,
        Evidence evidence) {
    public Finding {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(process, "process");
        requireNonNull(definition, "definition");
        subjects = List.copyOf(subjects);
        requireNonNull(statement, "statement");
        requireNonNull(value, "value");
        requireNonNull(unit, "unit");
        requireNonNull(aggregation, "aggregation");
        requireNonNull(window, "window");
        facts = Map.copyOf(new TreeMap<>(facts));
        caveats = List.copyOf(caveats);
        requireNonNull(evidence, "evidence");
        if (n < 1 || evidence.rows() < 1) {
            throw new IllegalArgumentException("Invalid finding " + id + ": it needs members and a citation");
        }
    }

    /** The same finding with further caveats after its own. */
    public Finding withCaveats(List<String> further) {
        return new Finding(
                id,
                kind,
                process,
                rank,
                definition,
                subjects,
                statement,
                value,
                unit,
                aggregation,
                interval,
                window,
                n,
                facts,
                testsInFamily,
                Stream.concat(caveats.stream(), further.stream()).toList(),
                evidence);
    }
}
