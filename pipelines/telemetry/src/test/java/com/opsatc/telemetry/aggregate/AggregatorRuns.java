package com.opsatc.telemetry.aggregate;

import com.opsatc.telemetry.input.FileMark;
import com.opsatc.telemetry.input.ProbeSource;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.testing.CountingKeys;
import com.opsatc.telemetry.testing.SampleManifests;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs of the aggregator with the shipped manifest and keys that are counted. */
final class AggregatorRuns {
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);
    static final List<Long> NO_LATENCY = java.util.Collections.nCopies(15, 0L);

    private static final SortedMap<ProbeSource, List<Path>> NO_PROBE = new TreeMap<>();

    private AggregatorRuns() {}

    static ExactVectors run(Days days, Path... files) {
        return run(days, List.of(), files);
    }

    static ExactVectors run(Days days, List<FileMark> known, Path... files) {
        return Aggregator.run(request(days, known, files), new CountingKeys(), Runner.direct(2));
    }

    static Request request(Days days, List<FileMark> known, Path... files) {
        return new Request(SampleManifests.shipped(), days, List.of(files), NO_PROBE, known, Request.RANGE_BYTES);
    }

    static ExactVectors probe(Manifest manifest, ProbeSource source, List<Path> files) {
        SortedMap<ProbeSource, List<Path>> probe = new TreeMap<>(Map.of(source, files));
        return Aggregator.run(
                new Request(manifest, Days.upTo(TUESDAY), List.of(), probe, List.of(), Request.RANGE_BYTES),
                new CountingKeys(),
                Runner.direct(2));
    }
}
