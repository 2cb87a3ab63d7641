package com.opsatc.process.path;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import com.opsatc.evidence.CaseDocument;
import com.opsatc.process.eventlog.EventLog;
import com.opsatc.process.evidence.ContributionTable;
import com.opsatc.process.evidence.EvidenceDocuments;
import com.opsatc.process.evidence.EvidenceSink;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Writes what happened in each case of a process (see {@link CaseDocument}). */
public final class CasePathDocument {
    private static final String OBJECTS = "objects";

    private CasePathDocument() {}

    /**
     * @param log the stored rows, whole cases in their order
     * @param caseNames case_key, case_id
     * @param files by their code in the log
     * @param touched case_id, object_type: what the events of each case touch; empty where records do not tell objects
     * @param objectTypes in the order of their names
     * @param cases how many there are
     */
    public static void write(
            String process,
            String system,
            ZoneId zone,
            Dataset<Row> log,
            Dataset<Row> caseNames,
            List<String> files,
            Optional<Dataset<Row>> touched,
            List<String> objectTypes,
            long cases,
            EvidenceSink sink) {
        Dataset<Row> named = log.select(
                        EventLog.CASE_KEY,
                        EventLog.POSITION,
                        EventLog.ACTIVITY,
                        EventLog.COMPLETE_US,
                        EventLog.FILE,
                        EventLog.ROW,
                        EventLog.KEY)
                .mapPartitions(new CasePathRows(files), Encoders.row(CasePathRows.SCHEMA))
                .join(caseNames, EventLog.CASE_KEY);
        Dataset<Row> rows = touched.map(each ->
                        named.join(numbered(each, objectTypes), col("case_id").equalTo(col("_touching")), "left"))
                .orElseGet(() -> named.withColumn(OBJECTS, lit(null).cast("string")));
        EvidenceDocuments.write(rows.select(columns()), system, zone, CaseDocument.id(process), sink, cases);
    }

    /** By case the places of the types in their list, in ascending order. */
    private static Dataset<Row> numbered(Dataset<Row> touched, List<String> objectTypes) {
        Column place = functions.array_position(
                functions.array(objectTypes.stream().map(functions::lit).toArray(Column[]::new)), col("object_type"));
        return touched.select(col("case_id").as("_touching"), place.minus(1).as("place"))
                .where("place >= 0")
                .groupBy("_touching")
                .agg(functions
                        .array_join(
                                functions
                                        .sort_array(functions.collect_set("place"))
                                        .cast("array<string>"),
                                " ")
                        .as(OBJECTS));
    }

    private static Column[] columns() {
        Column attributes = array_compact(array(
                        when(col(OBJECTS).isNotNull(), attribute(CaseDocument.OBJECTS, OBJECTS)),
                        attribute(CaseDocument.PATH, CasePathRows.PATH)))
                .cast(ContributionTable.ATTRIBUTED);
        Column further = col("to_row").notEqual(col("row")).or(col("to_file").notEqual(col("file")));
        return new Column[] {
            col("case_id").as(ContributionTable.RECORD),
            col("file"),
            col("row"),
            col("key"),
            when(further, col("to_file")).as(ContributionTable.TO_FILE),
            when(further, col("to_row")).as(ContributionTable.TO_ROW),
            when(further, col("to_key")).as(ContributionTable.TO_KEY),
            col("at_us"),
            col("events").as(ContributionTable.CONTRIBUTION),
            lit(null).cast("string").as(ContributionTable.EXCLUDED),
            lit(false).as(ContributionTable.OPEN),
            attributes.as(ContributionTable.ATTRIBUTES)
        };
    }

    private static Column attribute(String name, String column) {
        return struct(lit(name).as("name"), col(column).as("value"));
    }
}
