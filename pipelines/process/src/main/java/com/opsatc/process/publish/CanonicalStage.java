package com.opsatc.process.publish;

import static org.apache.spark.sql.functions.expr;

import com.opsatc.contract.QualityDocument.LogCheck;
import com.opsatc.process.admit.Mapping;
import com.opsatc.process.admit.SourceSpec;
import com.opsatc.process.canonical.CanonicalTables;
import com.opsatc.process.store.AttemptTables;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From the rows that speak to the source's canonical tables: objects, events, and which event concerns which object. */
final class CanonicalStage {
    private static final long MICROS_PER_SECOND = 1_000_000L;

    private CanonicalStage() {}

    /**
     * @param watermarkUs the latest event's instant; meaningless without events
     * @param reversed an event said to start after it completes: its start is taken as unknown, and counted here
     */
    record CanonicalSource(
            SourceSpec source,
            Dataset<Row> objects,
            Dataset<Row> events,
            long eventCount,
            long watermarkUs,
            LogCheck reversed) {}

    /** @param asOf figures know nothing after this date; null for everything there is */
    static CanonicalSource run(AttemptTables tables, AdmittedSource admitted, LocalDate asOf, ZoneId zone) {
        SourceSpec source = admitted.source();
        String name = source.source();
        Dataset<Row> mapped =
                until(Mapping.events(source, admitted.winners()), asOf, zone).persist();
        try {
            Row totals = mapped.agg(
                            expr("count(*)"), expr("coalesce(max(time_us), 0L)"), expr("count_if(start_us > time_us)"))
                    .head();
            tables.overwrite(
                    CanonicalTables.events(name),
                    mapped.withColumn("start_us", expr("CASE WHEN start_us <= time_us THEN start_us END")));
            tables.overwrite(CanonicalTables.objects(name), Mapping.objects(source, admitted.winners()));
            tables.overwrite(CanonicalTables.eventObjects(name), Mapping.eventObjects(source, admitted.winners()));
            return new CanonicalSource(
                    source,
                    tables.read(CanonicalTables.objects(name)),
                    tables.read(CanonicalTables.events(name)),
                    totals.getLong(0),
                    totals.getLong(1),
                    new LogCheck(
                            source.connector().process(),
                            "start-after-completion",
                            totals.getLong(2),
                            totals.getLong(0)));
        } finally {
            mapped.unpersist();
        }
    }

    private static Dataset<Row> until(Dataset<Row> events, LocalDate asOf, ZoneId zone) {
        if (asOf == null) {
            return events;
        }

        long end = Math.multiplyExact(asOf.plusDays(1).atStartOfDay(zone).toEpochSecond(), MICROS_PER_SECOND);
        return events.where("time_us < " + end + "L");
    }
}
