package com.opsatc.process.admit;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.StreamSpec;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Puts beside each row what is known of its file: whether it stands aside, when it was delivered, its latest instant. */
final class FileFacts {
    private static final String FILE = "_fact_of";
    private static final StructType FACTS = new StructType()
            .add(FILE, DataTypes.StringType, false)
            .add(Duplicates.DELIVERED, DataTypes.StringType, true)
            .add(Duplicates.ASIDE, DataTypes.BooleanType, false);
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private FileFacts() {}

    static Dataset<Row> add(Dataset<Row> rows, DeliveredFiles deliveries) {
        Dataset<Row> known = listed(rows, deliveries);
        List<String> latest = deliveries.stream().key().isEmpty() ? List.of() : deliveries.latestColumns();
        if (latest.isEmpty()) {
            return known;
        }

        if (deliveries.files().size() + deliveries.superseded().size() < 2) {
            return known.withColumn(Duplicates.LATEST, lit(null).cast(DataTypes.LongType)); // tells nothing apart
        }

        Dataset<Row> byFile = rows.groupBy(col("_file").as(FILE))
                .agg(max(greatest(deliveries.stream(), latest)).as(Duplicates.LATEST));
        return beside(known, byFile);
    }

    private static Dataset<Row> listed(Dataset<Row> rows, DeliveredFiles deliveries) {
        boolean dated = !deliveries.stream().key().isEmpty() && deliveries.isDated();
        if (!dated && deliveries.superseded().isEmpty()) {
            return rows.withColumn(Duplicates.ASIDE, lit(false));
        }

        List<Row> facts = Stream.concat(deliveries.files().stream(), deliveries.superseded().stream())
                .sorted()
                .map(file -> RowFactory.create(
                        file,
                        deliveries.delivered().get(file),
                        deliveries.superseded().contains(file)))
                .toList();
        Dataset<Row> known = beside(rows, rows.sparkSession().createDataFrame(facts, FACTS))
                .withColumn(Duplicates.ASIDE, coalesce(col(Duplicates.ASIDE), lit(false)));
        if (!dated) {
            return known.drop(Duplicates.DELIVERED);
        }

        return deliveries.isDatedInPart()
                ? known.withColumn(Duplicates.DELIVERED, Duplicates.comparable(col(Duplicates.DELIVERED)))
                : known;
    }

    private static Dataset<Row> beside(Dataset<Row> rows, Dataset<Row> facts) {
        return rows.join(broadcast(facts), col("_file").equalTo(col(FILE)), "left")
                .drop(FILE);
    }

    /** Microseconds: of an instant, or of the beginning of a date in UTC, which orders dates as well as any zone would. */
    private static Column greatest(StreamSpec stream, List<String> columns) {
        Column[] micros = columns.stream()
                .map(name -> stream.columns().get(name).type() == ColumnType.DATE
                        ? functions
                                .unix_date(col(name))
                                .cast(DataTypes.LongType)
                                .multiply(MICROS_PER_DAY)
                        : functions.unix_micros(col(name)))
                .toArray(Column[]::new);
        return micros.length == 1 ? micros[0] : functions.greatest(micros);
    }
}
