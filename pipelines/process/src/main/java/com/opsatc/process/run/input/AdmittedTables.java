package com.opsatc.process.run.input;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.opsatc.process.admit.read.Admission;
import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.store.TableSpec;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The tables that keep what was admitted and what was kept out, a row each, for every later run. Each is named by what its rows
 * were read by as well: after a change of settings the tables start empty, and the files are read again.
 */
public final class AdmittedTables {
    static final StructType QUARANTINE = new StructType()
            .add("source", StringType, false)
            .add("stream", StringType, false)
            .add("file", StringType, false)
            .add("row", LongType, false)
            .add("reason", StringType, false);

    /** Iceberg keeps this name for a column of its own. */
    private static final String FILE = "_file";

    public static final String STORED_FILE = "_extract";
    private static final int READING_DIGITS = 8;

    private AdmittedTables() {}

    public static TableSpec accepted(SourceSpec source, String stream) {
        return TableSpec.unpartitioned(
                        TableSpec.nameOf("admitted", source.source(), stream, reading(source)),
                        stored(Admission.schema(source, stream)))
                .distinct("_key");
    }

    /** Accepted rows as the table has them. */
    public static Dataset<Row> stored(Dataset<Row> accepted) {
        return accepted.withColumnRenamed(FILE, STORED_FILE);
    }

    /** The rows that count: all but those of withdrawn files. */
    public static Dataset<Row> counted(Dataset<Row> rows, String file, SourceFilesSeen seen) {
        if (seen.keptWithdrawn().isEmpty()) {
            return rows;
        }

        Object[] withdrawn =
                seen.keptWithdrawn().stream().map(input -> input.file().hex()).toArray();
        return rows.where(functions.not(functions.col(file).isin(withdrawn)));
    }

    /** The table's rows as admission knows them. */
    public static Dataset<Row> asAccepted(Dataset<Row> stored) {
        return stored.withColumnRenamed(STORED_FILE, FILE);
    }

    private static StructType stored(StructType accepted) {
        StructType schema = new StructType();
        for (StructField field : accepted.fields()) {
            String name = field.name().equals(FILE) ? STORED_FILE : field.name();
            schema = schema.add(name, field.dataType(), field.nullable());
        }

        return schema;
    }

    public static TableSpec quarantine(SourceSpec source) {
        return TableSpec.unpartitioned(TableSpec.nameOf("quarantine", source.source(), reading(source)), QUARANTINE);
    }

    /** Names of all of the source's tables here. */
    static Set<String> names(SourceSpec source) {
        Set<String> names = new TreeSet<>();
        source.connector()
                .streams()
                .keySet()
                .forEach(stream -> names.add(accepted(source, stream).name()));
        names.add(quarantine(source).name());
        return names;
    }

    private static String reading(SourceSpec source) {
        return source.reading().hex().substring(0, READING_DIGITS);
    }
}
