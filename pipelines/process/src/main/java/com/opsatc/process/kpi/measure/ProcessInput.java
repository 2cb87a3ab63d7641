package com.opsatc.process.kpi.measure;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One process of a tenant, as KPIs and findings see it.
 *
 * @param process name in documents, e.g. {@code order-to-cash}
 * @param system the source system as citations name it
 * @param mapping what the connector says about KPIs
 * @param log case_id, position (from 0, the total order), is_last, activity, lifecycle (null when not recorded), start_us,
 *     complete_us, file, row, key (what the system of record calls the row; null for nothing)
 * @param objects object_type, object_id, attributes (dates ISO-8601, decimals plain, instants as microseconds), file, row,
 *     key
 * @param zone the tenant's: dates and weeks are of this zone
 * @param asOf the logical date; nothing after it is known, and the day itself is not over
 * @param clocks what its durations can be measured by
 */
public record ProcessInput(
        String process,
        String system,
        KpiMapping mapping,
        Dataset<Row> log,
        Dataset<Row> objects,
        ZoneId zone,
        LocalDate asOf,
        Clocks clocks) {
    public ProcessInput {
        requireNonNull(process, "process");
        requireNonNull(system, "system");
        requireNonNull(mapping, "mapping");
        requireNonNull(log, "log");
        requireNonNull(objects, "objects");
        requireNonNull(zone, "zone");
        requireNonNull(asOf, "asOf");
        requireNonNull(clocks, "clocks");
    }

    /** Of a process without a business calendar. */
    public ProcessInput(
            String process,
            String system,
            KpiMapping mapping,
            Dataset<Row> log,
            Dataset<Row> objects,
            ZoneId zone,
            LocalDate asOf) {
        this(process, system, mapping, log, objects, zone, asOf, Clocks.WALL_ONLY);
    }

    /** The same process with other clocks. */
    public ProcessInput with(Clocks given) {
        return new ProcessInput(process, system, mapping, log, objects, zone, asOf, given);
    }

    /** The last microsecond of the logical date: how far what is still open is known. */
    public long knownUntilUs() {
        return knownUntilUs(asOf, zone);
    }

    /** The same of any logical date and zone. */
    public static long knownUntilUs(LocalDate asOf, ZoneId zone) {
        return Math.multiplyExact(asOf.plusDays(1).atStartOfDay(zone).toEpochSecond(), 1_000_000L) - 1;
    }
}
