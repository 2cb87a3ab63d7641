package com.opsatc.telemetry.ingest;

import static java.util.Objects.requireNonNull;

import com.opsatc.telemetry.input.ProbeSource;
import com.opsatc.telemetry.manifest.Manifest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to ingest.
 *
 * @param today the UTC day on which it is done
 * @param to the last day to commit, before {@code today}
 * @param files OTLP lines of tenants
 * @param probeFiles files of the probe lane
 */
public record IngestRequest(
        Manifest manifest,
        LocalDate today,
        LocalDate to,
        List<Path> files,
        SortedMap<ProbeSource, List<Path>> probeFiles) {
    public IngestRequest {
        requireNonNull(manifest, "manifest");
        requireNonNull(today, "today");
        requireNonNull(to, "to");
        files = List.copyOf(files);
        probeFiles = Collections.unmodifiableSortedMap(new TreeMap<>(probeFiles));
    }

    /** Such an ingest says nothing of tenants: their days stay open. */
    boolean ofProbeAlone() {
        return files.isEmpty() && !probeFiles.isEmpty();
    }
}
