package com.opsatc.connector.infer;

import com.opsatc.connector.format.TableSample;
import com.opsatc.connector.infer.column.HeaderName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns by which at most one row of a table belongs to each row of another.
 *
 * @param columns header of the one to header of the other
 */
record SharedKey(Map<String, String> columns) {
    private static final int MOST_COLUMNS = 3;

    /**
     * Of the columns that two tables call alike the fewest that tell all rows of the other apart and find it for at least half
     * of the rows of the one; empty when none do.
     */
    static Optional<SharedKey> of(TableSample one, TableSample other) {
        Map<String, String> shared = new LinkedHashMap<>();
        for (String header : other.header()) {
            one.header().stream()
                    .filter(each -> HeaderName.of(each)
                            .compact()
                            .equals(HeaderName.of(header).compact()))
                    .findFirst()
                    .ifPresent(each -> shared.putIfAbsent(each, header));
        }

        List<String> names = List.copyOf(shared.keySet());
        for (int size = 1; size <= Math.min(MOST_COLUMNS, names.size()); size++) {
            for (List<String> chosen : chosen(names, size)) {
                Map<String, String> columns = new LinkedHashMap<>();
                chosen.forEach(name -> columns.put(name, shared.get(name)));
                SharedKey key = new SharedKey(columns);
                if (key.fits(one, other)) {
                    return Optional.of(key);
                }
            }
        }

        return Optional.empty();
    }

    /** The row of the other table for each row of the one, by position; -1 where there is none. */
    List<Integer> partners(TableSample one, TableSample other) {
        Map<List<String>, Integer> places = new HashMap<>();
        List<List<String>> keys = values(other, List.copyOf(columns.values()));
        for (int i = 0; i < keys.size(); i++) {
            places.putIfAbsent(keys.get(i), i);
        }

        return values(one, List.copyOf(columns.keySet())).stream()
                .map(key -> places.getOrDefault(key, -1))
                .toList();
    }

    /** Whether columns tell all rows of a table apart. */
    static boolean tellsApart(TableSample table, List<String> headers) {
        Set<List<String>> seen = new HashSet<>();
        return values(table, headers).stream()
                .allMatch(key -> key.stream().noneMatch(String::isBlank) && seen.add(key));
    }

    private boolean fits(TableSample one, TableSample other) {
        if (!tellsApart(other, List.copyOf(columns.values()))) {
            return false;
        }

        long found = partners(one, other).stream().filter(place -> place >= 0).count();
        return found > 0 && 2 * found >= one.rows().size();
    }

    private static List<List<String>> values(TableSample table, List<String> headers) {
        List<Integer> places = headers.stream().map(table.header()::indexOf).toList();
        return table.rows().stream()
                .map(row -> places.stream().map(row::get).map(String::strip).toList())
                .toList();
    }

    private static List<List<String>> chosen(List<String> names, int size) {
        if (size == 0) {
            return List.of(List.of());
        }

        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i + size <= names.size(); i++) {
            for (List<String> rest : chosen(names.subList(i + 1, names.size()), size - 1)) {
                List<String> more = new ArrayList<>(List.of(names.get(i)));
                more.addAll(rest);
                all.add(more);
            }
        }

        return all;
    }
}
