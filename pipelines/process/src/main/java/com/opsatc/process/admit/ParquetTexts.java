package com.opsatc.process.admit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.connector.StreamSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * The columns of a Parquet file as the texts a CSV file would hold, so that both are typed by the same rules: instants
 * in ISO 8601 with an offset, local times without, numbers with a decimal point.
 */
final class ParquetTexts {
    private ParquetTexts() {}

    /** One text column for each asked-for header, in that order, then the row number from 1. */
    static Dataset<Row> of(SparkSession session, String path, StreamSpec stream) {
        Dataset<Row> rows = session.read().parquet(path);
        List<Column> columns = new ArrayList<>();
        for (String header : stream.headers()) {
            Column text = Arrays.stream(rows.schema().fields())
                    .filter(field -> same(field.name(), header))
                    .findFirst()
                    .map(ParquetTexts::text)
                    .orElseGet(() -> lit(null).cast(DataTypes.StringType));
            columns.add(text.as("t" + columns.size()));
        }

        columns.add(col("_metadata.row_index").plus(lit(1L)).as("row"));
        return rows.select(columns.toArray(new Column[0]));
    }

    static boolean same(String name, String header) {
        return name.strip().toLowerCase(Locale.ROOT).equals(header.strip().toLowerCase(Locale.ROOT));
    }

    private static Column text(StructField field) {
        Column column = col("`" + field.name().replace("`", "``") + "`");
        return switch (field.dataType().typeName()) {
            case "timestamp" -> functions.concat(column.cast(DataTypes.StringType), lit("Z"));
            case "float", "double" ->
                functions
                        .expr("try_cast(`" + field.name().replace("`", "``") + "` AS decimal(38,9))")
                        .cast(DataTypes.StringType);
            case "array", "struct", "map" -> functions.to_json(column);
            default -> column.cast(DataTypes.StringType);
        };
    }
}
