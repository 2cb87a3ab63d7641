package com.opsatc.process.run.stage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import com.opsatc.contract.document.QualityDocument.LogCheck;
import com.opsatc.process.admit.UnknownValues;
import com.opsatc.process.admit.ValueChecks;
import com.opsatc.process.admit.map.MappedTable;
import com.opsatc.process.admit.map.Mapping;
import com.opsatc.process.admit.map.MappingCounts;
import com.opsatc.process.admit.map.MappingGate;
import com.opsatc.process.admit.map.RowDirections;
import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.canonical.CanonicalTables;
import com.opsatc.process.store.AttemptTables;
import com.opsatc.process.store.KeptRows;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From the rows that speak to the source's canonical tables: objects, events, and which event concerns which object. */
public final class CanonicalStage {
    private static final long MICROS_PER_SECOND = 1_000_000L;

    private CanonicalStage() {}

    /**
     * @param eventCount of the events that figures may know, {@code firstUs} and {@code lastUs} their earliest and latest
     *     completion; 0 when there are none
     * @param watermarkUs the latest instant of all events, those that figures may not know included; {@link
     *     Long#MIN_VALUE} when there are none
     * @param counts what the mappings made of all rows
     * @param reversed an event said to start after it completes: its start is taken as unknown, and counted here
     * @param values what is to be said of the rows' values, and of the order that their files have
     */
    public record CanonicalSource(
            SourceSpec source,
            Dataset<Row> objects,
            Dataset<Row> events,
            long eventCount,
            long firstUs,
            long lastUs,
            long watermarkUs,
            LogCheck reversed,
            List<LogCheck> values,
            MappingCounts counts) {}

    /** @param asOf figures know nothing after this date; null for everything there is */
    public static CanonicalSource run(AttemptTables tables, AdmittedSource admitted, LocalDate asOf, ZoneId zone) {
        SourceSpec source = admitted.source();
        String name = source.source();
        MappedTable eventsOfRows = Mapping.events(source, admitted.winners());
        MappedTable objectsOfRows = Mapping.objects(source, admitted.winners());
        Column known = isKnown(asOf, zone);
        try (KeptRows keptEvents = new KeptRows(eventsOfRows.tagged());
                KeptRows keptObjects = new KeptRows(objectsOfRows.tagged())) {
            MappedTable mappedEvents = eventsOfRows.over(keptEvents);
            MappedTable mappedObjects = objectsOfRows.over(keptObjects);
            Dataset<Row> all = mappedEvents.made();
            MappingCounts counts = MappingCounts.of(source, mappedObjects, mappedEvents);
            MappingGate.require(source, counts.mappings());
            RowDirections directions = RowDirections.of(source, all);
            Dataset<Row> mapped = directions.events().where(known);
            Row totals = all.agg(
                            count_if(known),
                            max(col("time_us")),
                            count_if(known.and(col("start_us").gt(col("time_us")))),
                            coalesce(min(when(known, col("time_us"))), lit(0L)),
                            coalesce(max(when(known, col("time_us"))), lit(0L)))
                    .head();
            tables.overwrite(
                    CanonicalTables.events(name),
                    mapped.withColumn("start_us", expr("CASE WHEN start_us <= time_us THEN start_us END")));
            tables.overwrite(CanonicalTables.objects(name), mappedObjects.made());
            tables.overwrite(CanonicalTables.eventObjects(name), Mapping.eventObjects(mappedEvents));
            if (source.connector().tellsObjects()) {
                tables.overwrite(
                        CanonicalTables.objectEvents(name),
                        Mapping.objectEvents(mappedEvents)
                                .where(known)
                                .withColumn("start_us", expr("CASE WHEN start_us <= time_us THEN start_us END")));
            }

            return new CanonicalSource(
                    source,
                    tables.read(CanonicalTables.objects(name)),
                    tables.read(CanonicalTables.events(name)),
                    totals.getLong(0),
                    totals.getLong(3),
                    totals.getLong(4),
                    totals.isNullAt(1) ? Long.MIN_VALUE : totals.getLong(1),
                    new LogCheck(
                            source.connector().process(),
                            "start-after-completion",
                            totals.getLong(2),
                            totals.getLong(0)),
                    values(admitted, directions),
                    counts);
        }
    }

    private static List<LogCheck> values(AdmittedSource admitted, RowDirections directions) {
        List<LogCheck> checks = new ArrayList<>(ValueChecks.of(admitted.source(), admitted.winners()));
        checks.addAll(UnknownValues.checks(admitted.source(), admitted.winners()));
        checks.add(new LogCheck(
                admitted.source().connector().process(),
                "files-newest-first",
                directions.newestFirst().size(),
                directions.files()));
        checks.sort(Comparator.comparing(LogCheck::check));
        return List.copyOf(checks);
    }

    /** Whether figures as of a date know an event: one of its day, in the tenant's zone, or before. */
    private static Column isKnown(LocalDate asOf, ZoneId zone) {
        return asOf == null
                ? lit(true)
                : col("time_us")
                        .lt(Math.multiplyExact(
                                asOf.plusDays(1).atStartOfDay(zone).toEpochSecond(), MICROS_PER_SECOND));
    }
}
