package com.opsatc.process.eventlog;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What one aggregate over a stored log says of it as data, before anything is mined (definitions 1.1).
 *
 * @param firstUs and {@code lastUs}: the earliest and latest completion; 0 for an empty log
 * @param oneEventCases cases of a single event, whose cycle time is 0 by definition
 * @param reversed events that complete before they start
 * @param midnightOnly events stamped exactly midnight of the tenant's zone: a date without a time, so that their order
 *     within the day is not known
 * @param withStart events that record a start as well as a completion
 */
public record LogSummary(
        long events,
        long cases,
        long firstUs,
        long lastUs,
        long oneEventCases,
        long reversed,
        long midnightOnly,
        long withStart) {
    /** @param zone the tenant's zone, an IANA name */
    public static LogSummary of(Dataset<Row> log, String zone) {
        Row row = log.agg(
                        expr("count(*)"),
                        expr("count_if(position < 0)"),
                        expr("coalesce(min(complete_us), 0L)"),
                        expr("coalesce(max(complete_us), 0L)"),
                        expr("count_if(position = -1)"),
                        expr("count_if(start_us > complete_us)"),
                        expr("count_if(date_format(from_utc_timestamp(timestamp_micros(complete_us), '" + zone
                                + "'), 'HH:mm:ss.SSSSSS') = '00:00:00.000000')"),
                        expr("count(start_us)"))
                .head();
        return new LogSummary(
                row.getLong(0),
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7));
    }
}
