package com.opsatc.process.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.admit.map.Mapping;
import com.opsatc.process.run.input.Foundation;
import com.opsatc.process.run.input.RunConfiguration;
import com.opsatc.process.run.input.RunEnvironment;
import com.opsatc.process.run.input.SourceFilesSeen;
import com.opsatc.process.run.stage.AdmitStage;
import com.opsatc.process.store.AttemptTables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Reads the extracts as a run would, only to learn its date; nothing is written. */
final class Foresight {
    private Foresight() {}

    /** Date of the latest event that a run would have, in the tenant's zone; empty when there would be none. */
    static Optional<LocalDate> watermark(
            RunEnvironment environment,
            RunRequest request,
            RunConfiguration configuration,
            Foundation foundation,
            List<SourceFilesSeen> seen) {
        AttemptTables tables = new AttemptTables(
                environment.session(),
                environment.catalog(),
                request.attemptId(),
                foundation.snapshots(configuration.sources()),
                table -> {});
        return seen.stream()
                .map(source -> Mapping.events(
                                source.source(), AdmitStage.foreseen(environment.session(), tables, source))
                        .made()
                        .agg(max(col("time_us")))
                        .head())
                .filter(row -> !row.isNullAt(0))
                .map((Row row) -> Instant.EPOCH
                        .plus(row.getLong(0), ChronoUnit.MICROS)
                        .atZone(configuration.zone())
                        .toLocalDate())
                .max(LocalDate::compareTo);
    }
}
