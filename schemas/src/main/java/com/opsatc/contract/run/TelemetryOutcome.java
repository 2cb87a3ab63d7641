package com.opsatc.contract.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What telemetry work did. An ingest counts inside the restricted zone: its counts are for the operator, never released.
 *
 * @param days the days that were committed or released, in order
 * @param counts of an ingest: files, lines, points, {@code points used}, {@code refused <reason>}, which reconcile, and of the
 *     spool {@code raw files deleted} and {@code raw files kept}
 * @param released what became of each block of each day
 * @param utility of a simulation: how far its figures are off
 * @param files what was written for engineers, as paths below the release folder
 */
public record TelemetryOutcome(
        List<LocalDate> days,
        SortedMap<String, Long> counts,
        List<Released> released,
        List<Utility> utility,
        List<String> files) {
    public TelemetryOutcome {
        days = List.copyOf(days);
        counts = new TreeMap<>(counts);
        released = List.copyOf(released);
        utility = List.copyOf(utility);
        files = List.copyOf(files);
    }

    /** A block on a day; {@code status} as in the release. */
    public record Released(LocalDate day, String blockId, String status) {}

    /**
     * The error of one figure over a window of a simulated fleet.
     *
     * @param unit {@code ratio} for relative errors and {@code percentage-points} for absolute ones
     * @param median half of the releases are off by less; null where the figure is withheld as too imprecise
     * @param p90 nine of ten releases are off by less
     * @param shownShare of the releases that show the figure with precision OK
     */
    public record Utility(
            int windowDays, String metric, String unit, BigDecimal median, BigDecimal p90, BigDecimal shownShare) {}
}
