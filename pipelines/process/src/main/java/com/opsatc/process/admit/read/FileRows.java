package com.opsatc.process.admit.read;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/**
 * The rows of a part of a file, one at a time, in a Spark task. At its end the digest of the whole file must be the one of the
 * inspection: a file that changed in between fails the task, and with it the run.
 */
final class FileRows implements FlatMapFunction<FileTask, Row> {
    private static final long serialVersionUID = 1L;

    private final TypedRows types;

    FileRows(TypedRows types) {
        this.types = types;
    }

    @Override
    public Iterator<Row> call(FileTask task) {
        return new OfFile(task);
    }

    private final class OfFile implements Iterator<Row> {
        private final FileTask task;
        private final FileRecords file;
        private boolean more = true;

        OfFile(FileTask task) {
            this.task = task;
            try {
                this.file = new FileRecords(task.door(), task.file(), types.stream(), task.fileId());
            } catch (IOException e) {
                throw changed(e);
            }

            while (more && file.records().row() <= task.after()) {
                advance();
            }
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public Row next() {
            if (!more) {
                throw new NoSuchElementException();
            }

            Row row = file.row(types, task.digest());
            advance();
            return row;
        }

        private void advance() {
            try {
                more = file.records().row() < task.upTo() && file.records().next();
                if (!more) {
                    boolean same = file.digest().hex().equals(task.digest());
                    file.close();
                    if (!same) {
                        throw changed(null);
                    }
                }
            } catch (IOException e) {
                throw changed(e);
            }
        }

        private PipelineException changed(IOException cause) {
            return new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot admit the extract file with digest " + task.digest()
                            + ": its bytes changed after it was inspected; deliver extracts under another name, rename"
                            + " them when they are complete, and run again",
                    cause);
        }
    }
}
