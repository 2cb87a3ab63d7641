package com.opsatc.telemetry.testing;

import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.exact.ExactDay;
import com.opsatc.telemetry.input.ReadCounts;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Exact days without an ingest. */
public final class ExactFixtures {
    private ExactFixtures() {}

    /** A day whose every cell has the same value, in units. */
    public static ExactDay day(Manifest manifest, LocalDate day, long units, LocalDate committedOn) {
        SortedMap<String, List<Long>> vectors = new TreeMap<>();
        for (Block block : manifest.blocks()) {
            vectors.put(block.id(), Collections.nCopies(block.cells().size(), units));
        }
        return new ExactDay(
                day,
                manifest.version(),
                manifest.sha256(),
                Sha256.of("input of " + day),
                committedOn,
                List.of(),
                vectors,
                ReadCounts.NONE);
    }
}
