package com.opsatc.process.admit.parquet;

import com.opsatc.connector.format.Header;
import com.opsatc.connector.format.RecordReader;
import com.opsatc.connector.format.RefusedFile;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.StreamSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Rows of a Parquet file, one row group in memory at a time, as the texts that a CSV file would hold: both are typed by
 * the same rules. Only asked-for columns are decompressed. Spark's own reader is not used because it refuses nanosecond
 * timestamps, which pandas writes.
 */
public final class ParquetRecords implements RecordReader {
    private final ParquetBudget budget;
    private final long bytes;
    private final ParquetFileReader file;
    private final MessageColumnIO columns;
    private final int[] positions;
    private final ParquetRow values;
    private org.apache.parquet.io.RecordReader<String[]> group;
    private long leftInGroup;
    private String[] current;
    private long row;
    private long chars;

    public ParquetRecords(ParquetInput input, StreamSpec stream) throws IOException {
        this(input, stream, ParquetBudget.USUAL);
    }

    public ParquetRecords(ParquetInput input, StreamSpec stream, ParquetBudget budget) throws IOException {
        this.budget = budget;
        this.bytes = input.getLength();
        ParquetFileReader opened = null;
        try {
            budget.footer(input);
            opened = ParquetFileReader.open(input);
            MessageType whole = opened.getFileMetaData().getSchema();
            Header header =
                    new Header(whole.getFields().stream().map(Type::getName).toList());
            header.require(stream.requiredHeaders());
            int[] places = header.positions(stream.headers());
            Set<Integer> asked = new LinkedHashSet<>();
            for (int place : places) {
                if (place >= 0) {
                    asked.add(place);
                }
            }

            List<Type> read = asked.stream().map(whole::getType).collect(Collectors.toList());
            budget.columns(
                    input, opened.getFooter(), read.stream().map(Type::getName).collect(Collectors.toSet()));
            MessageType schema = new MessageType(whole.getName(), read);
            List<Integer> order = List.copyOf(asked);
            this.positions = java.util.Arrays.stream(places).map(order::indexOf).toArray();
            this.values = new ParquetRow(schema, listed(stream, order.size()), budget.cellBytes());
            opened.setRequestedSchema(schema);
            this.columns = new ColumnIOFactory().getColumnIO(schema, whole);
            this.file = opened;
        } catch (IOException | RuntimeException e) {
            if (opened != null) {
                opened.close();
            }

            throw broken(e);
        }
    }

    @Override
    public boolean next() throws IOException {
        try {
            while (leftInGroup == 0) {
                PageReadStore pages = file.readNextRowGroup();
                if (pages == null) {
                    return false;
                }

                leftInGroup = pages.getRowCount();
                group = columns.getRecordReader(pages, values);
            }

            current = group.read();
            leftInGroup--;
            row++;
            for (String text : current) {
                chars += text == null ? 0 : text.length();
            }

            budget.text(chars, bytes);
            return true;
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public Optional<String> fault() {
        return Optional.empty();
    }

    @Override
    public Optional<String> text(int column) {
        int position = positions[column];
        return position < 0 ? Optional.empty() : Optional.ofNullable(current[position]);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** By asked-for column of the file: whether all that read it read lists. */
    private List<Boolean> listed(StreamSpec stream, int width) {
        List<Boolean> listed = new ArrayList<>();
        List<String> headers = stream.headers();
        for (int i = 0; i < width; i++) {
            boolean lists = true;
            for (ColumnSpec column : stream.columns().values()) {
                for (String header : column.from()) {
                    lists &= positions[headers.indexOf(header)] != i || column.type() == ColumnType.LIST;
                }
            }

            listed.add(lists);
        }

        return listed;
    }

    /** The library reports damage by exceptions of many kinds. */
    private static RefusedFile broken(Exception cause) {
        RefusedFile refused = RefusedFile.of(cause);
        if (!refused.reason().equals(RefusedFile.UNREADABLE)) {
            return refused;
        }

        RefusedFile damaged = new RefusedFile(RefusedFile.DAMAGED_PARQUET);
        damaged.initCause(cause);
        return damaged;
    }
}
