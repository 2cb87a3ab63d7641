package com.opsatc.process.evidence;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Replaces the instant of a contribution by its date in the tenant's zone: evidence shows no finer time (people handle
 * these records), and the date does not depend on the session's zone.
 */
final class Dated implements MapPartitionsFunction<Row, Row> {
    static final String DAY = "day";
    static final StructType SCHEMA = new StructType()
            .add(ContributionTable.RECORD, StringType, false)
            .add(ContributionTable.FILE, StringType, false)
            .add(ContributionTable.ROW, LongType, false)
            .add(ContributionTable.KEY, StringType, true)
            .add(ContributionTable.TO_FILE, StringType, true)
            .add(ContributionTable.TO_ROW, LongType, true)
            .add(ContributionTable.TO_KEY, StringType, true)
            .add(DAY, IntegerType, false)
            .add(ContributionTable.CONTRIBUTION, LongType, false)
            .add(ContributionTable.WEIGHT, LongType, false)
            .add(ContributionTable.OPEN, BooleanType, false)
            .add(ContributionTable.CLUSTER, StringType, true)
            .add(ContributionTable.MORE, ContributionTable.CITED, false)
            .add(ContributionTable.ATTRIBUTES, ContributionTable.ATTRIBUTED, false);

    private static final long serialVersionUID = 1L;

    private final String zone;

    Dated(ZoneId zone) {
        this.zone = zone.getId();
    }

    /** The date of an instant in microseconds since 1970 UTC. */
    static LocalDate dateOf(long us, ZoneId zone) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS).atZone(zone).toLocalDate();
    }

    /** Rows come as record, file, row, key, to_file, to_row, to_key, at_us, contribution, weight, open, cluster, more, attributes. */
    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        ZoneId tenantZone = ZoneId.of(zone);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                Row row = rows.next();
                return RowFactory.create(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        row.get(4),
                        row.get(5),
                        row.get(6),
                        Math.toIntExact(dateOf(row.getLong(7), tenantZone).toEpochDay()),
                        row.get(8),
                        row.get(9),
                        row.get(10),
                        row.get(11),
                        row.get(12),
                        row.get(13));
            }
        };
    }
}
