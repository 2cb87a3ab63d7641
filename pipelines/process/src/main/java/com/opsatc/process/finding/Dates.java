package com.opsatc.process.finding;

import static org.apache.spark.sql.functions.col;

import com.opsatc.process.evidence.ContributionTable;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A range of dates, first and last included, of the tenant's zone. */
record Dates(LocalDate first, LocalDate last, ZoneId zone) {
    private static final long MICROS_PER_SECOND = 1_000_000;

    /** The contributions that fall into it. */
    Dataset<Row> of(Dataset<Row> contributions) {
        return contributions.where(col(ContributionTable.AT_US)
                .geq(startUs(first))
                .and(col(ContributionTable.AT_US).lt(startUs(last.plusDays(1)))));
    }

    private long startUs(LocalDate date) {
        return Math.multiplyExact(date.atStartOfDay(zone).toEpochSecond(), MICROS_PER_SECOND);
    }
}
