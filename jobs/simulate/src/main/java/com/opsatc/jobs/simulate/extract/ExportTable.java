package com.opsatc.jobs.simulate.extract;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Rows of one table as a system of record exports them: text under technical column names.
 *
 * @param broken rows that a reader has to keep out, each with what is wrong with it; they describe nothing real
 */
public record ExportTable(String name, List<String> columns, List<List<String>> rows, List<BrokenRow> broken) {
    public ExportTable {
        requireNonNull(name, "name");
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        broken = List.copyOf(broken);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "Invalid table " + name + ": a row has another width than the header");
            }
        }
    }

    /**
     * A row to be quarantined.
     *
     * @param fault {@code type} or {@code required}
     * @param column the technical column at fault
     */
    public record BrokenRow(List<String> row, String fault, String column) {
        public BrokenRow {
            row = List.copyOf(row);
        }
    }
}
