package com.opsatc.jobs.cli.output;

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

    public static List<Object> row(Object... cells) {
        return Collections.unmodifiableList(Arrays.asList(cells));
    }
}
