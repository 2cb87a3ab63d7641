package com.opsatc.contract.telemetry;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import java.time.LocalDate;

/**
 * One cell of a released vector. Every cell of the manifest has its row every day, in the manifest's order, so that neither
 * rows nor their number say anything about the data.
 *
 * @param serviceArea {@code all}: the fleet is not split yet
 * @param leUs for latency, the bucket's upper bound in microseconds; null for the last bucket and for other blocks
 * @param key for features, the feature or {@code _OTHER}; for errors {@code errors}, {@code operations}, {@code over_clip}
 * @param noisyUnits the sum with its noise, in units; null when the block was not released that day
 */
public record CellRow(
        Sha256 releaseId,
        LocalDate day,
        String blockId,
        String serviceArea,
        int cellIndex,
        Long leUs,
        String key,
        Long noisyUnits) {
    public CellRow {
        requireNonNull(releaseId, "releaseId");
        requireNonNull(day, "day");
        requireNonNull(blockId, "blockId");
        requireNonNull(serviceArea, "serviceArea");
    }
}
