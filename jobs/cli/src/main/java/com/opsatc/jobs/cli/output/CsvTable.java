package com.opsatc.jobs.cli.output;

import com.opsatc.contract.text.SpreadsheetText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a table as CSV (RFC 4180, UTF-8, LF): exact figures, a header line, an empty cell where there is no value, and
 * where columns hold durations one that says their unit.
 *
 * <p>A text that a spreadsheet would run as a formula is {@linkplain SpreadsheetText#disarmed disarmed}. Figures are never
 * changed.
 */
public final class CsvTable {
    private CsvTable() {}

    /** Writes to the end and flushes; the stream stays open. */
    public static void write(Table shown, OutputStream out) {
        Table table = shown.withUnit();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator('\n')
                .setHeader(table.columns().stream().map(Column::name).toArray(String[]::new))
                .get();
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        try (Stream<List<Object>> rows = table.rows()) {
            // Not closed: the stream under it is the caller's.
            CSVPrinter printer = new CSVPrinter(writer, format);
            rows.forEachOrdered(row -> print(printer, table.columns(), row));
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(CSVPrinter printer, List<Column> columns, List<Object> row) {
        try {
            for (int i = 0; i < columns.size(); i++) {
                String exact = columns.get(i).exact(row.get(i));
                printer.print(
                        columns.get(i).mayHoldTenantText() && exact != null ? SpreadsheetText.disarmed(exact) : exact);
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
