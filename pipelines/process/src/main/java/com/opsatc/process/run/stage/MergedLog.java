package com.opsatc.process.run.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import com.opsatc.process.run.stage.CanonicalStage.CanonicalSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * The canonical tables of one process: those of its source, or of several as if their files lay in one folder. What two sources
 * deliver alike is there once; which row speaks is decided by file digest and row, never by the order of the sources.
 */
public record MergedLog(List<CanonicalSource> sources) {
    public MergedLog {
        sources = List.copyOf(sources);
    }

    /** Names the tables of the log: by its first source. */
    public String name() {
        return sources.get(0).source().source();
    }

    public Dataset<Row> events() {
        return merged(CanonicalSource::events, "event_id");
    }

    public Dataset<Row> objects() {
        return merged(CanonicalSource::objects, "object_type", "object_id");
    }

    /** The earliest completion of an event; 0 when there is none. */
    public long firstUs() {
        return withEvents().mapToLong(CanonicalSource::firstUs).min().orElse(0);
    }

    /** The latest completion of an event; 0 when there is none. */
    public long lastUs() {
        return withEvents().mapToLong(CanonicalSource::lastUs).max().orElse(0);
    }

    private Stream<CanonicalSource> withEvents() {
        return sources.stream().filter(source -> source.eventCount() > 0);
    }

    private Dataset<Row> merged(Function<CanonicalSource, Dataset<Row>> table, String... key) {
        if (sources.size() == 1) {
            return table.apply(sources.get(0));
        }

        Dataset<Row> all =
                sources.stream().map(table).reduce(Dataset::unionByName).orElseThrow();
        Column[] columns = Arrays.stream(key).map(functions::col).toArray(Column[]::new);
        Column nth = row_number().over(Window.partitionBy(columns).orderBy(col("file"), col("row")));
        return all.withColumn("_nth", nth).where(col("_nth").equalTo(1)).drop("_nth");
    }
}
