package com.opsatc.jobs.cli.output;

import com.opsatc.boundary.parquet.ParquetColumn;
import com.opsatc.boundary.parquet.ParquetPacking;
import com.opsatc.boundary.parquet.ParquetTable;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes a table as a Parquet file: texts as strings, days as dates, counts and microseconds as 64-bit integers, shares and
 * figures as {@code DECIMAL(38, 6)}. Where columns hold durations one says their unit.
 */
public final class TableParquet {
    private TableParquet() {}

    /** Writes to the end; the stream stays open. */
    public static void write(Table shown, OutputStream out) {
        Table table = shown.withUnit();
        List<ParquetColumn<List<Object>>> columns = IntStream.range(
                        0, table.columns().size())
                .mapToObj(i -> column(table.columns().get(i), i))
                .toList();
        try (Stream<List<Object>> rows = table.rows()) {
            new ParquetTable<>("table", columns, ParquetPacking.DICTIONARY).write(rows.iterator(), out);
        }
    }

    private static ParquetColumn<List<Object>> column(Column column, int at) {
        return switch (column.kind()) {
            case TEXT, SYMBOL, CODED ->
                ParquetColumn.optionalText(column.name(), (List<Object> row) -> column.exact(row.get(at)));
            case DATE -> ParquetColumn.optionalDay(column.name(), (List<Object> row) -> (LocalDate) row.get(at));
            case COUNT, DURATION ->
                ParquetColumn.optionalWhole(column.name(), (List<Object> row) -> (Long) row.get(at));
            case SHARE, FIGURE ->
                ParquetColumn.optionalWideDecimal(column.name(), (List<Object> row) -> column.decimal(row.get(at)));
        };
    }
}
