package com.opsatc.process.run.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import com.opsatc.process.canonical.CanonicalTables;
import com.opsatc.process.run.stage.CanonicalStage.CanonicalSource;
import com.opsatc.process.store.AttemptTables;
import com.opsatc.process.store.TableSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<String> OBJECT_EVENT_KEY = Set.of("object_type", "object_id", "event_id");

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

    /** Which event concerns which object. */
    Dataset<Row> eventObjects(AttemptTables tables) {
        return read(tables, CanonicalTables::eventObjects).distinct();
    }

    /** The types of the objects that the events of each case touch: case_id, object_type, each pair once. */
    Dataset<Row> touched(AttemptTables tables) {
        return events().select("event_id", "case_id")
                .join(eventObjects(tables), "event_id")
                .select("case_id", "object_type")
                .distinct();
    }

    /** What happened to each object; empty where the records do not tell. */
    Optional<Dataset<Row>> objectEvents(AttemptTables tables) {
        if (!sources.get(0).source().connector().tellsObjects()) {
            return Optional.empty();
        }
        if (sources.size() == 1) {
            return Optional.of(read(tables, CanonicalTables::objectEvents));
        }

        Column[] said = Arrays.stream(CanonicalTables.OBJECT_EVENT.fieldNames())
                .filter(name -> !OBJECT_EVENT_KEY.contains(name))
                .map(functions::col)
                .toArray(Column[]::new);
        return Optional.of(read(tables, CanonicalTables::objectEvents)
                .select(
                        col("object_type"),
                        col("object_id"),
                        col("event_id"),
                        functions.struct(said).as("_said"))
                .groupBy("object_type", "object_id", "event_id")
                .agg(functions
                        .min_by(col("_said"), functions.struct(col("_said.file"), col("_said.row")))
                        .as("_said"))
                .select("object_type", "object_id", "event_id", "_said.*"));
    }

    private Dataset<Row> read(AttemptTables tables, Function<String, TableSpec> table) {
        return sources.stream()
                .map(source -> tables.read(table.apply(source.source().source())))
                .reduce(Dataset::unionByName)
                .orElseThrow();
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
