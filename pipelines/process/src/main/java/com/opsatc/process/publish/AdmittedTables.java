package com.opsatc.process.publish;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.opsatc.process.admit.Admission;
import com.opsatc.process.admit.SourceSpec;
import com.opsatc.process.store.TableSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The tables that keep what was admitted and what was kept out, a row each, for every later run. */
final class AdmittedTables {
    static final StructType QUARANTINE = new StructType()
            .add("source", StringType, false)
            .add("stream", StringType, false)
            .add("file", StringType, false)
            .add("row", LongType, false)
            .add("reason", StringType, false);

    /** Iceberg keeps this name for a column of its own. */
    private static final String FILE = "_file";

    private static final String STORED_FILE = "_extract";

    private AdmittedTables() {}

    static TableSpec accepted(SourceSpec source, String stream) {
        return TableSpec.unpartitioned(
                TableSpec.nameOf("admitted", source.source(), stream), stored(Admission.schema(source, stream)));
    }

    /** Accepted rows as the table has them. */
    static Dataset<Row> stored(Dataset<Row> accepted) {
        return accepted.withColumnRenamed(FILE, STORED_FILE);
    }

    /** The table's rows as admission knows them. */
    static Dataset<Row> asAccepted(Dataset<Row> stored) {
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

    static TableSpec quarantine(SourceSpec source) {
        return TableSpec.unpartitioned(TableSpec.nameOf("quarantine", source.source()), QUARANTINE);
    }
}
