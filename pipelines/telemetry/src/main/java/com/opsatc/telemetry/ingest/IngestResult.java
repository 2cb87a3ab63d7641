package com.opsatc.telemetry.ingest;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.telemetry.ProbeFigures;
import com.opsatc.telemetry.input.ReadCounts;
import java.time.LocalDate;
import java.util.List;

/**
 * What an ingest did; it may be shown to operators, who run the restricted zone, and holds no vector.
 *
 * @param committed days, ascending; empty when all days up to the asked one were committed before
 * @param counts of the tenants' lane
 * @param probeCounts of the probe lane
 * @param figures of the probe, ordered by day, source and service
 * @param messages one for each file that was not read
 */
public record IngestResult(
        List<LocalDate> committed,
        ReadCounts counts,
        ReadCounts probeCounts,
        List<ProbeFigures> figures,
        List<String> messages) {
    public IngestResult {
        committed = List.copyOf(committed);
        requireNonNull(counts, "counts");
        requireNonNull(probeCounts, "probeCounts");
        figures = List.copyOf(figures);
        messages = List.copyOf(messages);
    }
}
