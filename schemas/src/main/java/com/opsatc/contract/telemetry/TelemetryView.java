package com.opsatc.contract.telemetry;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Document {@code telemetry-view.json}: all that engineers look at, computed from the release and the probe lane alone.
 *
 * @param asOfDay the last day of the release; null before the first
 * @param windows every figure of every window, ordered by metric, key, window, end day
 * @param ledger the charges of the 365 days up to {@code asOfDay}
 * @param probe ordered by day, source, service
 * @param neverRead what no part of the program reads
 */
public record TelemetryView(
        String schemaVersion,
        String manifestVersion,
        Sha256 manifestSha256,
        String codeVersion,
        LocalDate asOfDay,
        FleetStage stage,
        int fleetMinimum,
        Budget budget,
        List<BlockState> blocks,
        List<WindowRow> windows,
        List<LedgerRow> ledger,
        List<ProbeFigures> probe,
        String probeIdentity,
        List<Long> latencyBoundsUs,
        List<String> neverRead) {
    public TelemetryView {
        requireNonNull(schemaVersion, "schemaVersion");
        requireNonNull(manifestVersion, "manifestVersion");
        requireNonNull(manifestSha256, "manifestSha256");
        requireNonNull(codeVersion, "codeVersion");
        requireNonNull(stage, "stage");
        requireNonNull(budget, "budget");
        requireNonNull(probeIdentity, "probeIdentity");
        blocks = List.copyOf(blocks);
        windows = List.copyOf(windows);
        ledger = List.copyOf(ledger);
        probe = List.copyOf(probe);
        latencyBoundsUs = List.copyOf(latencyBoundsUs);
        neverRead = List.copyOf(neverRead);
    }

    /**
     * How much of the year's privacy budget is spent. The annual figure is the promise.
     *
     * @param epsilonYear the ceiling
     * @param epsilonSpent on any tenant in the 365 days up to the as-of day, rounded up
     * @param daysCharged days of those 365 that were charged
     * @param daysLeft days that the rest of the budget covers at the manifest's daily rate
     */
    public record Budget(
            String unit,
            int epsilonYear,
            String delta,
            String rhoYear,
            String rhoSpent,
            BigDecimal epsilonSpent,
            int daysCharged,
            int daysLeft) {
        public Budget {
            requireNonNull(unit, "unit");
            requireNonNull(delta, "delta");
            requireNonNull(rhoYear, "rhoYear");
            requireNonNull(rhoSpent, "rhoSpent");
            requireNonNull(epsilonSpent, "epsilonSpent");
        }
    }

    /**
     * A block and what became of it on the as-of day.
     *
     * @param sigmaWeight standard deviation of a day's noise, in weight: what the number of tenants is to be compared with
     */
    public record BlockState(
            String id, BlockKind kind, String title, int cells, ReleaseStatus status, BigDecimal sigmaWeight) {
        public BlockState {
            requireNonNull(id, "id");
            requireNonNull(kind, "kind");
            requireNonNull(title, "title");
            requireNonNull(status, "status");
            requireNonNull(sigmaWeight, "sigmaWeight");
        }
    }
}
