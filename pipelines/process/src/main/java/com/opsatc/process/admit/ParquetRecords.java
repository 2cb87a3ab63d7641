package com.opsatc.process.admit;

import com.opsatc.connector.StreamSpec;
import com.opsatc.connector.format.RecordReader;
import com.opsatc.connector.format.RefusedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Rows of a Parquet file, one row group in memory at a time, as the texts that a CSV file would hold: both are typed by
 * the same rules. Only asked-for columns are decompressed. Spark's own reader is not used because it refuses nanosecond
 * timestamps, which pandas writes.
 */
final class ParquetRecords implements RecordReader {
    private final ParquetFileReader file;
    private final MessageType schema;
    private final MessageColumnIO columns;
    private final List<Integer> positions = new ArrayList<>();
    private org.apache.parquet.io.RecordReader<Group> group;
    private long leftInGroup;
    private Group current;
    private long row;

    ParquetRecords(Path path, StreamSpec stream, List<String> wanted) throws IOException {
        try {
            file = ParquetFileReader.open(new LocalInputFile(path));
            MessageType whole = file.getFileMetaData().getSchema();
            for (String header : stream.requiredHeaders()) {
                if (field(whole, header).isEmpty()) {
                    throw new RefusedFile(RefusedFile.MISSING_COLUMN + ":" + header);
                }
            }

            List<Type> read = new ArrayList<>();
            for (String header : wanted) {
                Optional<Type> field = field(whole, header);
                if (field.isPresent() && !read.contains(field.get())) {
                    read.add(field.get());
                }
                positions.add(field.map(read::indexOf).orElse(-1));
            }

            schema = new MessageType(whole.getName(), read);
            file.setRequestedSchema(schema);
            columns = new ColumnIOFactory().getColumnIO(schema, whole);
        } catch (IOException | RuntimeException e) {
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
                group = columns.getRecordReader(pages, new GroupRecordConverter(schema));
            }

            current = group.read();
            leftInGroup--;
            row++;
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
        int position = positions.get(column);
        return position < 0 ? Optional.empty() : ParquetText.of(current, position);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static Optional<Type> field(MessageType schema, String header) {
        return schema.getFields().stream()
                .filter(field -> folded(field.getName()).equals(folded(header)))
                .findFirst();
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The library reports damage by exceptions of many kinds. */
    private static RefusedFile broken(Exception cause) {
        if (cause instanceof RefusedFile refused) {
            return refused;
        }

        RefusedFile refused = new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT);
        refused.initCause(cause);
        return refused;
    }
}
