package com.opsatc.jobs.cli.view;

import com.opsatc.evidence.EvidenceReader;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Every row of an evidence document, read as it is written. */
public final class EvidenceTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("record", "record"),
            Column.text("system", "system"),
            Column.text("file", "file"),
            Column.count("row", "row"),
            Column.text("key", "key"),
            Column.text("to_file", "to file"),
            Column.count("to_row", "to row"),
            Column.text("to_key", "to key"),
            Column.date("date", "date"),
            Column.count("contribution", "contribution"),
            Column.count("weight", "weight"),
            Column.text("censored", "censored"),
            Column.text("more", "more"),
            Column.text("more_keys", "more keys"),
            Column.text("attributes", "attributes"));

    private EvidenceTable() {}

    /** Closing the table's rows closes the reader. */
    public static Table of(EvidenceReader reader) {
        Stream<EvidenceRow> rows = StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(reader, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(reader::close);

        return new Table(
                COLUMNS,
                rows.map(row -> Table.row(
                        row.record(),
                        row.system(),
                        row.file().hex(),
                        row.row(),
                        row.key(),
                        row.toFile() == null ? null : row.toFile().hex(),
                        row.toRow(),
                        row.toKey(),
                        row.date(),
                        row.contribution(),
                        row.weight(),
                        String.valueOf(row.censored()),
                        more(row),
                        moreKeys(row),
                        attributes(row))));
    }

    /** Every declared attribute as {@code name=value}, parted by semicolons; null for none. */
    private static String attributes(EvidenceRow row) {
        return row.attributes().isEmpty()
                ? null
                : row.attributes().entrySet().stream()
                        .map(attribute -> attribute.getKey() + "=" + attribute.getValue())
                        .collect(Collectors.joining("; "));
    }

    /** Every further cited row as {@code file:row}, parted by blanks; null for none. */
    private static String more(EvidenceRow row) {
        return row.more().isEmpty()
                ? null
                : row.more().stream()
                        .map(cited -> cited.file().hex() + ":" + cited.row())
                        .collect(Collectors.joining(" "));
    }

    /** The keys of the further cited rows, in their order, parted by semicolons; null where no row has one. */
    private static String moreKeys(EvidenceRow row) {
        return row.more().stream().allMatch(cited -> cited.key() == null)
                ? null
                : row.more().stream()
                        .map(cited -> cited.key() == null ? "" : cited.key())
                        .collect(Collectors.joining("; "));
    }
}
