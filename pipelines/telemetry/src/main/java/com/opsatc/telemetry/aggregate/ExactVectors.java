package com.opsatc.telemetry.aggregate;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.telemetry.ProbeFigures;
import com.opsatc.telemetry.input.FileMark;
import com.opsatc.telemetry.input.ReadCounts;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a pipeline found. The vectors are exact: they belong to the restricted zone.
 *
 * @param vectors of every day that the ingest covers, also those without data: block to cells, in units
 * @param marks what was read of the tenants' files
 * @param counts of the tenants' lane
 * @param probeCounts of the probe lane
 * @param figures of the probe, ordered by day, source and service
 * @param messages one for each file that was not read
 */
public record ExactVectors(
        SortedMap<LocalDate, SortedMap<String, List<Long>>> vectors,
        List<FileMark> marks,
        ReadCounts counts,
        ReadCounts probeCounts,
        List<ProbeFigures> figures,
        List<String> messages) {
    public ExactVectors {
        vectors = Collections.unmodifiableSortedMap(new TreeMap<>(vectors));
        marks = List.copyOf(marks);
        requireNonNull(counts, "counts");
        requireNonNull(probeCounts, "probeCounts");
        figures = List.copyOf(figures);
        messages = List.copyOf(messages);
    }

    @Override
    public String toString() {
        return "Aggregation[" + vectors.size() + " days]";
    }
}
