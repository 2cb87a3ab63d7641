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
 * @param from the day that a first ingest begins with, at most {@code to}; without effect once a day is committed. It says
 *     something public, such as which days were made up, and nothing that was found in files
 * @param to the last day to commit, before {@code today}
 * @param files OTLP lines of tenants
 * @param probeFiles files of the probe lane
 * @param comingAgain whether the tenants' files come again and again, as those of the spool do each night: when all days are
 *     committed there is nothing to do. Other files must then be those that were read
 */
public record IngestRequest(
        Manifest manifest,
        LocalDate today,
        LocalDate from,
        LocalDate to,
        List<Path> files,
        SortedMap<ProbeSource, List<Path>> probeFiles,
        boolean comingAgain) {
    public IngestRequest {
        requireNonNull(manifest, "manifest");
        requireNonNull(today, "today");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("Invalid ingest: its first day is not after its last");
        }
        files = List.copyOf(files);
        probeFiles = Collections.unmodifiableSortedMap(new TreeMap<>(probeFiles));
    }

    /** Files that are named once; a first ingest of them counts one day, its last. */
    public IngestRequest(
            Manifest manifest,
            LocalDate today,
            LocalDate to,
            List<Path> files,
            SortedMap<ProbeSource, List<Path>> probeFiles) {
        this(manifest, today, to, to, files, probeFiles, false);
    }

    /** Such an ingest says nothing of tenants: their days stay open. */
    boolean ofProbeAlone() {
        return files.isEmpty() && !probeFiles.isEmpty();
    }
}
