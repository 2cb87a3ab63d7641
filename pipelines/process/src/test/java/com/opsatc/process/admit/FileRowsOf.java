package com.opsatc.process.admit;

import com.opsatc.connector.TimeWindow;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.process.admit.read.FileRecords;
import com.opsatc.process.admit.read.TypedRows;
import com.opsatc.tenancy.source.ReadOnlySource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;

/** The typed rows of a file as a task would read them, without a session. */
final class FileRowsOf {
    private FileRowsOf() {}

    static void each(Path path, StreamSpec stream, TimeWindow times, ZoneId zone, Consumer<Row> consumer)
            throws IOException {
        ReadOnlySource door = ReadOnlySource.of(path);
        TypedRows types = new TypedRows(stream, zone, times);
        try (FileRecords file = new FileRecords(door, door.files().get(0), stream, "file")) {
            while (file.records().next()) {
                consumer.accept(file.row(types, "digest"));
            }
        }
    }
}
