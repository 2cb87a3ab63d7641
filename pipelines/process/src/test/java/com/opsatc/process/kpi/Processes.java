package com.opsatc.process.kpi;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Definitions;
import com.opsatc.contract.id.Sha256;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.process.canonical.CanonicalTables;
import com.opsatc.process.kpi.measure.KpiMapping;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.testing.LocalSpark;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Small processes for tests, as the pipeline hands them to KPIs and findings. */
public final class Processes {
    public static final String FILE = Sha256.of("extract").hex();
    public static final StructType LOG = new StructType()
            .add("case_id", StringType, false)
            .add("position", IntegerType, false)
            .add("is_last", BooleanType, false)
            .add("activity", StringType, false)
            .add("lifecycle", StringType, true)
            .add("start_us", LongType, false)
            .add("complete_us", LongType, false)
            .add("file", StringType, false)
            .add("row", LongType, false);

    private Processes() {}

    public static Definitions definitions() {
        return Definitions.load(Path.of(System.getProperty("opsatc.root"), "conf", "definitions"));
    }

    public static Dataset<Row> log(List<Row> rows) {
        return LocalSpark.session()
                .createDataFrame(rows, LOG)
                .withColumn("start_file", col("file"))
                .withColumn("start_row", col("row"))
                .withColumn("start_known", lit(false))
                .withColumn("key", expr("CASE WHEN row % 4 <> 0 THEN concat('NO ', cast(row AS string)) END"))
                .withColumn("start_key", col("key"));
    }

    /** What the system of record calls a row: every fourth has no key. */
    public static String key(long row) {
        return row % 4 == 0 ? null : "NO " + row;
    }

    /** Holds every citation of every document against {@link #key}. */
    public static void requireKeys(MemorySink sink) {
        sink.documents()
                .keySet()
                .forEach(document -> assertThat(sink.rows(document))
                        .isNotEmpty()
                        .flatExtracting(EvidenceRow::citations)
                        .allSatisfy(cited -> assertThat(cited.key()).isEqualTo(key(cited.row()))));
    }

    public static Dataset<Row> objects(List<Row> rows) {
        return LocalSpark.session().createDataFrame(rows, CanonicalTables.OBJECT);
    }

    public static Row event(String caseId, int position, boolean last, String activity, long us, long row) {
        return event(caseId, position, last, activity, null, us, row);
    }

    public static Row event(
            String caseId, int position, boolean last, String activity, String lifecycle, long us, long row) {
        return RowFactory.create(caseId, position, last, activity, lifecycle, us, us, FILE, row);
    }

    public static Row object(String type, String id, Map<String, String> attributes, long row) {
        return RowFactory.create(
                type,
                id,
                scala.collection.JavaConverters.mapAsScalaMapConverter(attributes)
                        .asScala(),
                "sap",
                FILE,
                row,
                key(row));
    }

    public static KpiMapping mapping(Map<String, Map<String, Object>> params) {
        return KpiMapping.of("test/process", params, Map.of());
    }

    public static ProcessInput input(
            KpiMapping mapping, Dataset<Row> log, Dataset<Row> objects, ZoneId zone, LocalDate asOf) {
        return new ProcessInput("process", "sap", mapping, log, objects, zone, asOf);
    }
}
