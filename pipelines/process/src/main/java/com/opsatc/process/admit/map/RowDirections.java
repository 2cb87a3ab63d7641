package com.opsatc.process.admit.map;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.when;

import com.opsatc.connector.Connector;
import com.opsatc.connector.mapping.EventMapping;
import com.opsatc.connector.spec.RowOrder;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.process.admit.read.SourceSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Which files begin with their newest rows, so that events of one instant follow each other as they happened.
 *
 * <p>A stream may declare it. Else the file tells: of the cases whose first and last row in it differ in time, at least nine of
 * ten run backwards. A file that tells nothing begins with its oldest row.
 *
 * @param newestFirst files that do
 * @param files all that have events
 */
public record RowDirections(Set<String> newestFirst, long files, Dataset<Row> events) {
    private static final StructType TURNED = new StructType()
            .add("_turned_file", DataTypes.StringType, false)
            .add("_turned_mapping", DataTypes.IntegerType, false);
    private static final int NINE = 9;

    public RowDirections {
        newestFirst = Set.copyOf(newestFirst);
    }

    /**
     * The events of a source with the order that their files have.
     *
     * @param events as {@link Mapping#events} gives them; read twice
     */
    public static RowDirections of(SourceSpec source, Dataset<Row> events) {
        List<Row> votes = events.withColumn("_mapping", SourceSequence.mapping(col("source_seq")))
                .groupBy("file", "_mapping", "case_id")
                .agg(
                        expr("min_by(time_us, row)").as("_first"),
                        expr("max_by(time_us, row)").as("_last"))
                .groupBy("file", "_mapping")
                .agg(expr("count_if(_last > _first)"), expr("count_if(_last < _first)"))
                .collectAsList();
        List<Row> turned = new ArrayList<>();
        Set<String> files = new HashSet<>();
        Set<String> newestFirst = new HashSet<>();
        for (Row vote : votes) {
            files.add(vote.getString(0));
            RowOrder declared = order(source.connector(), vote.getInt(1));
            boolean backwards = vote.getLong(3) > 0 && vote.getLong(3) >= NINE * vote.getLong(2);
            if (declared == RowOrder.NEWEST_FIRST || declared == RowOrder.DETECTED && backwards) {
                newestFirst.add(vote.getString(0));
                turned.add(RowFactory.create(vote.getString(0), vote.getInt(1)));
            }
        }

        return new RowDirections(newestFirst, files.size(), turned.isEmpty() ? events : turned(events, turned));
    }

    private static Dataset<Row> turned(Dataset<Row> events, List<Row> turned) {
        Dataset<Row> places = events.sparkSession().createDataFrame(turned, TURNED);
        return events.join(
                        broadcast(places),
                        col("file")
                                .equalTo(col("_turned_file"))
                                .and(SourceSequence.mapping(col("source_seq")).equalTo(col("_turned_mapping"))),
                        "left")
                .withColumn(
                        "source_seq",
                        when(col("_turned_file").isNull(), col("source_seq"))
                                .otherwise(SourceSequence.turned(col("source_seq"))))
                .drop(TURNED.fieldNames());
    }

    /** What the stream declares whose rows a mapping's events cite; a sequence says more than any order of rows. */
    private static RowOrder order(Connector connector, int mapping) {
        EventMapping event = connector.events().get(mapping);
        if (connector.sequence(event).isPresent()) {
            return RowOrder.OLDEST_FIRST;
        }

        StreamSpec stream = connector.stream(event.cite() == null ? event.stream() : event.cite());
        return stream.rowOrder();
    }
}
