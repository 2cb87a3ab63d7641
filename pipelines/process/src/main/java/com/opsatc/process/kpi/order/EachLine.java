package com.opsatc.process.kpi.order;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Makes a row of each order line, with what reads the times of its attributes and the end of the logical date. */
abstract class EachLine implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    final String where;
    private final String zone;
    private final LocalDate asOf;

    /** @param where the connector entry that names the attributes, for messages */
    EachLine(String where, ZoneId zone, LocalDate asOf) {
        this.where = where;
        this.zone = zone.getId();
        this.asOf = asOf;
    }

    /** @param asOfUs the last microsecond of the logical date */
    abstract Row of(Row line, AttributeTimes times, long asOfUs);

    @Override
    public Iterator<Row> call(Iterator<Row> lines) {
        AttributeTimes times = new AttributeTimes(where, ZoneId.of(zone));
        long asOfUs = times.endUs(asOf.toString());
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public Row next() {
                return of(lines.next(), times, asOfUs);
            }
        };
    }
}
