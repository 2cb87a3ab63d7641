package com.opsatc.jobs.cli.export;

import com.opsatc.jobs.cli.output.ArrowTable;
import com.opsatc.jobs.cli.output.CsvTable;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.cli.output.TableParquet;
import java.io.OutputStream;
import java.util.Locale;

/** What documents are exported as. */
public enum ExportFormat {
    /** Each document byte for byte as it was published; evidence as a line a row. */
    JSON {
        @Override
        void write(Table table, OutputStream out) {
            throw new IllegalStateException("A document is JSON as it was published");
        }
    },
    CSV {
        @Override
        void write(Table table, OutputStream out) {
            CsvTable.write(table, out);
        }
    },
    PARQUET {
        @Override
        void write(Table table, OutputStream out) {
            TableParquet.write(table, out);
        }
    },
    /** The IPC file format, which every reader of Arrow opens. */
    ARROW {
        @Override
        void write(Table table, OutputStream out) {
            ArrowTable.writeFile(table, out);
        }
    };

    /** Writes a whole table; the stream stays open. */
    abstract void write(Table table, OutputStream out);

    /** As the user says it, and as a file's name ends. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
