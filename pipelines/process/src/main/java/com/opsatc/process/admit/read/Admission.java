package com.opsatc.process.admit.read;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.process.admit.read.ExtractFile.Status;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads the rows of admitted files: every row is either accepted, with the declared columns and their types, or
 * quarantined with one reason, never dropped.
 */
public final class Admission {
    private static final int MAX_TASKS = 200;

    private Admission() {}

    /** The schema of a stream's accepted rows. */
    public static StructType schema(SourceSpec source, String stream) {
        StructType schema = new StructType();
        for (ColumnSpec column : source.connector().stream(stream).columns().values()) {
            schema = schema.add(column.name(), type(column.type()), true);
        }

        schema = schema.add("_file", DataTypes.StringType, false)
                .add("_row", DataTypes.LongType, false)
                .add("_key", DataTypes.StringType, false)
                .add("_cursor", DataTypes.StringType, true);
        for (String fine : TypedRows.fine(source.connector().stream(stream))) {
            schema = schema.add(fine, DataTypes.IntegerType, true);
        }

        return schema.add(TypedRows.UNSEEN, DataTypes.BooleanType, true);
    }

    /** The SQL type of a column. */
    public static DataType type(ColumnType type) {
        return switch (type) {
            case DATE -> DataTypes.DateType;
            case INSTANT -> DataTypes.TimestampType;
            default -> TypedRows.type(type);
        };
    }

    /**
     * The rows of the admitted ones among the given files of a stream; copies and refused files are left out, and files of
     * other streams. Nothing is read before the result is used, and the files must not change until then.
     *
     * @param keyReference of the tenant under whose key actors get their numbers; null where they get none
     */
    public static StreamBatch read(
            SparkSession session, SourceSpec source, String stream, List<ExtractFile> newFiles, String keyReference) {
        StreamSpec spec = source.connector().stream(stream);
        TypedRows types = new TypedRows(spec, source.zone(), source.connector().times(), keyReference);
        List<ExtractFile> files = newFiles.stream()
                .filter(file -> file.stream().equals(stream) && file.status() == Status.ADMITTED)
                .toList();
        boolean repeats = files.stream().anyMatch(ExtractFile::repeats);
        Dataset<Row> accepted = RecordKeys.add(
                        spec,
                        rows(session, source, types, files)
                                .where(col(TypedRows.REASON).isNull()),
                        repeats)
                .select(acceptedColumns(spec));
        List<ExtractFile> keepingOut =
                files.stream().filter(ExtractFile::keepsOut).toList();
        Dataset<Row> quarantined = rows(session, source, types, keepingOut)
                .where(col(TypedRows.REASON).isNotNull())
                .select(
                        lit(source.source()).as("source"),
                        lit(stream).as("stream"),
                        col("_file").as("file"),
                        col("_row").as("row"),
                        col(TypedRows.REASON).as("reason"));
        return new StreamBatch(accepted, quarantined);
    }

    private static Dataset<Row> rows(
            SparkSession session, SourceSpec source, TypedRows types, List<ExtractFile> files) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
        List<FileTask> tasks = files.stream()
                .flatMap(file -> FileTask.of(source, file, context.defaultParallelism()))
                .toList();
        JavaRDD<Row> rows = context.parallelize(tasks, Math.min(MAX_TASKS, Math.max(1, tasks.size())))
                .flatMap(new FileRows(types));
        return session.createDataFrame(rows, types.schema());
    }

    private static Column[] acceptedColumns(StreamSpec spec) {
        List<Column> columns = new ArrayList<>();
        for (ColumnSpec column : spec.columns().values()) {
            Column raw = col(column.name());
            Column typed = switch (column.type()) {
                case DATE -> functions.expr("date_from_unix_date(" + column.name() + ")");
                case INSTANT -> functions.expr("timestamp_micros(" + column.name() + ")");
                default -> raw;
            };
            columns.add(typed.as(column.name()));
        }

        columns.add(col("_file"));
        columns.add(col("_row"));
        columns.add(col("_key"));
        columns.add(col("_cursor"));
        TypedRows.fine(spec).forEach(fine -> columns.add(col(fine)));
        columns.add(col(TypedRows.UNSEEN));
        return columns.toArray(new Column[0]);
    }
}
