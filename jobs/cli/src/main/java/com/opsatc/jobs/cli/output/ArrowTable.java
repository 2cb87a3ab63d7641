package com.opsatc.jobs.cli.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.ArrowWriter;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Writes a table as Arrow, in batches: texts as UTF-8, days as dates, counts and microseconds as 64-bit integers, shares and
 * figures as decimals with six places. Where columns hold durations one says their unit.
 */
public final class ArrowTable {
    private static final int BATCH = 8192;
    private static final int PRECISION = 38;
    private static final int SCALE = 6;

    private ArrowTable() {}

    /** How batches follow each other: an IPC stream is read from the front, an IPC file says at its end where they are. */
    @FunctionalInterface
    private interface Framing {
        ArrowWriter over(VectorSchemaRoot root, WritableByteChannel channel);
    }

    /** Writes an IPC stream to the end and flushes; the stream stays open. */
    public static void write(Table shown, OutputStream out) {
        write(shown, out, (root, channel) -> new ArrowStreamWriter(root, null, channel));
    }

    /** Writes an IPC file to the end and flushes; the stream stays open. */
    public static void writeFile(Table shown, OutputStream out) {
        write(shown, out, (root, channel) -> new ArrowFileWriter(root, null, channel));
    }

    private static void write(Table shown, OutputStream out, Framing framing) {
        Table table = shown.withUnit();
        Schema schema =
                new Schema(table.columns().stream().map(ArrowTable::field).toList());
        try (Stream<List<Object>> rows = table.rows();
                BufferAllocator allocator = new RootAllocator();
                VectorSchemaRoot root = VectorSchemaRoot.create(schema, allocator);
                ArrowWriter writer = framing.over(root, Channels.newChannel(unclosed(out)))) {
            writer.start();
            Iterator<List<Object>> iterator = rows.iterator();
            while (iterator.hasNext()) {
                fill(table.columns(), root, iterator);
                writer.writeBatch();
            }
            writer.end();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Field field(Column column) {
        ArrowType type = switch (column.kind()) {
            case TEXT, SYMBOL, CODED -> ArrowType.Utf8.INSTANCE;
            case DATE -> new ArrowType.Date(DateUnit.DAY);
            case COUNT, DURATION -> new ArrowType.Int(64, true);
            case SHARE, FIGURE -> new ArrowType.Decimal(PRECISION, SCALE, 128);
        };

        return new Field(column.name(), FieldType.nullable(type), null);
    }

    private static void fill(List<Column> columns, VectorSchemaRoot root, Iterator<List<Object>> rows) {
        root.allocateNew();
        int count = 0;
        while (count < BATCH && rows.hasNext()) {
            List<Object> row = rows.next();
            for (int i = 0; i < columns.size(); i++) {
                set(root.getVector(i), count, columns.get(i), row.get(i));
            }
            count++;
        }
        root.setRowCount(count);
    }

    private static void set(FieldVector vector, int at, Column column, Object cell) {
        if (column.exact(cell) == null) {
            vector.setNull(at);
            return;
        }

        switch (column.kind()) {
            case TEXT, SYMBOL, CODED ->
                ((VarCharVector) vector).setSafe(at, column.exact(cell).getBytes(StandardCharsets.UTF_8));
            case DATE -> ((DateDayVector) vector).setSafe(at, Math.toIntExact(((LocalDate) cell).toEpochDay()));
            case COUNT, DURATION -> ((BigIntVector) vector).setSafe(at, (Long) cell);
            case SHARE, FIGURE ->
                ((DecimalVector) vector).setSafe(at, column.decimal(cell).setScale(SCALE));
        }
    }

    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
