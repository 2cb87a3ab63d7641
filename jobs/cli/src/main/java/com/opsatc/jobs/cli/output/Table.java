package com.opsatc.jobs.cli.output;

import com.opsatc.contract.claim.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of one shape, to be read once and in order.
 *
 * @param rows as many cells as columns each, a null cell where there is no value; closed by the writer
 */
public record Table(List<Column> columns, Stream<List<Object>> rows) {
    public Table {
        columns = List.copyOf(columns);
    }

    /** For programs: where columns hold durations, a last column {@code unit} says that they are microseconds. */
    Table withUnit() {
        if (columns.stream().noneMatch(column -> column.kind() == Column.Kind.DURATION)) {
            return this;
        }

        return new Table(
                Stream.concat(columns.stream(), Stream.of(Column.symbol("unit")))
                        .toList(),
                rows.map(Table::withUnit));
    }

    private static List<Object> withUnit(List<Object> row) {
        List<Object> more = new ArrayList<>(row);
        more.add(Unit.MICROSECONDS.symbol());
        return Collections.unmodifiableList(more);
    }

    public static List<Object> row(Object... cells) {
        return Collections.unmodifiableList(Arrays.asList(cells));
    }
}
