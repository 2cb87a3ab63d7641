package com.opsatc.telemetry.aggregate;

import static java.util.Objects.requireNonNull;

import com.opsatc.telemetry.input.FileMark;
import com.opsatc.telemetry.input.ProbeSource;
import com.opsatc.telemetry.manifest.Manifest;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to aggregate.
 *
 * @param files OTLP lines of tenants
 * @param probeFiles files of the probe lane
 * @param known what earlier ingests have read of the tenants' files
 * @param rangeBytes how much of a plain file one worker reads at a time; the result does not depend on it
 */
public record Request(
        Manifest manifest,
        Days days,
        List<Path> files,
        SortedMap<ProbeSource, List<Path>> probeFiles,
        List<FileMark> known,
        long rangeBytes) {
    /** Enough for a worker to be busy, little enough for two to share a file. */
    public static final long RANGE_BYTES = 16L << 20;

    public Request {
        requireNonNull(manifest, "manifest");
        requireNonNull(days, "days");
        files = List.copyOf(files);
        SortedMap<ProbeSource, List<Path>> copied = new TreeMap<>();
        probeFiles.forEach((source, paths) -> copied.put(source, List.copyOf(paths)));
        probeFiles = Collections.unmodifiableSortedMap(copied);
        known = List.copyOf(known);
    }
}
