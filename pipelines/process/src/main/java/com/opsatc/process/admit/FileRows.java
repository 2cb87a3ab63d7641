package com.opsatc.process.admit;

import com.opsatc.connector.StreamSpec;
import com.opsatc.connector.format.ExtractStream;
import com.opsatc.connector.format.RecordReader;
import com.opsatc.connector.format.RecordReaders;
import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.tenancy.source.ReadOnlySource;
import com.opsatc.tenancy.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/**
 * The rows of a file, one at a time, in a Spark task. At the end of the file its digest must be the one of the
 * inspection: a file that changed in between fails the task, and with it the run.
 */
final class FileRows implements FlatMapFunction<FileTask, Row> {
    private static final long serialVersionUID = 1L;

    private final StreamSpec stream;
    private final TypedRows types;

    FileRows(StreamSpec stream, TypedRows types) {
        this.stream = stream;
        this.types = types;
    }

    @Override
    public Iterator<Row> call(FileTask task) throws IOException {
        ReadOnlySource door = ReadOnlySource.of(Path.of(task.path()));
        SourceFile file = door.files().get(0);
        ExtractStream content = ExtractStream.open(door.open(file), file.name());
        RecordReader records = RecordReaders.open(stream, new Unclosed(content), stream.headers());
        return new Iterator<>() {
            private boolean more = advance();

            @Override
            public boolean hasNext() {
                return more;
            }

            @Override
            public Row next() {
                if (!more) {
                    throw new NoSuchElementException();
                }

                Row row = types.row(task.digest(), records.row(), records.ragged(), records::text);
                more = advance();
                return row;
            }

            private boolean advance() {
                try {
                    if (records.next()) {
                        return true;
                    }

                    requireUnchanged(content, task);
                    records.close();
                    content.close();
                    return false;
                } catch (IOException e) {
                    throw changed(task, e);
                }
            }
        };
    }

    private static void requireUnchanged(ExtractStream content, FileTask task) {
        try {
            if (!content.digest().hex().equals(task.digest())) {
                throw changed(task, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PipelineException changed(FileTask task, Throwable cause) {
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot admit the extract file with digest " + task.digest()
                        + ": its bytes changed after it was inspected; deliver extracts under another name and rename"
                        + " them when they are complete, then run again",
                cause);
    }
}
