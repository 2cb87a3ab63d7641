package com.opsatc.telemetry.publish;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.telemetry.CellRow;
import com.opsatc.contract.telemetry.ReleaseRow;
import java.time.LocalDate;
import java.util.List;

/**
 * One day of the release, as its readers have it.
 *
 * @param release one row a block, in the manifest's order
 * @param cells one row a cell, in the manifest's order, whatever became of the blocks
 */
public record PublishedDay(LocalDate day, List<ReleaseRow> release, List<CellRow> cells) {
    public PublishedDay {
        requireNonNull(day, "day");
        release = List.copyOf(release);
        cells = List.copyOf(cells);
        boolean sameDay = release.stream().allMatch(row -> row.day().equals(day))
                && cells.stream().allMatch(row -> row.day().equals(day));
        if (!sameDay || release.isEmpty()) {
            throw new IllegalArgumentException("Invalid published day: expected rows of that day");
        }
    }
}
