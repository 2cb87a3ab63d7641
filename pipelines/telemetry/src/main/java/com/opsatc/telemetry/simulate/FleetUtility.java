package com.opsatc.telemetry.simulate;

import com.opsatc.contract.run.TelemetryOutcome.Utility;
import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.contract.telemetry.WindowRow;
import com.opsatc.kernel.privacy.IsotonicHistogram;
import com.opsatc.kernel.privacy.Projection;
import com.opsatc.kernel.privacy.Zcdp;
import com.opsatc.telemetry.aggregate.bound.Bounding;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.release.Noise;
import com.opsatc.telemetry.simulate.SimulatedFleet.Days;
import com.opsatc.telemetry.window.WindowFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How far the figures of a release are off for a fleet of a given size, found by releasing a simulated one many times.
 *
 * <p>The truth that a figure is compared with is of the same tenants, each weighing at most 1 a day, without noise and without
 * any other bound; quantiles are interpolated within the same buckets. So an error is that of noise, of users' bounds, and of
 * the error clip.
 *
 * <pre>
 *   latency_p50, latency_p95   off by a ratio of the truth
 *   error_ratio                off by percentage points
 *   latency_share_over_500ms   off by percentage points
 *   feature_users              half width of the 95 % interval, as a ratio of the truth
 * </pre>
 */
public final class FleetUtility {
    private static final LocalDate LAST_DAY = LocalDate.EPOCH;
    private static final long SHARE_BOUND_US = 500_000;

    private final Manifest manifest;
    private final Days fleet;
    private final WindowFigures figures;

    private FleetUtility(Manifest manifest, Days fleet) {
        this.manifest = manifest;
        this.fleet = fleet;
        this.figures = new WindowFigures(manifest, List.of());
    }

    /**
     * Releases a fleet again and again.
     *
     * @param runs independent releases, at least 1
     * @param noise what each is drawn with
     * @return by window, then in the order above; only windows that the fleet's days fill
     */
    public static List<Utility> simulate(Manifest manifest, SimulatedFleet fleet, int runs, Noise noise) {
        if (runs < 1) {
            throw new IllegalArgumentException("Invalid simulation: expected at least one run");
        }

        return simulate(manifest, fleet.sums(manifest), WindowFigures.WINDOWS, runs, noise);
    }

    /** Releases the sums of a fleet again and again, and looks at the windows among these that its days fill. */
    static List<Utility> simulate(Manifest manifest, Days fleet, List<Integer> windows, int runs, Noise noise) {
        FleetUtility utility = new FleetUtility(manifest, fleet);
        List<long[][]> releases = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            releases.add(utility.released(noise));
        }
        return windows.stream()
                .filter(window -> window <= fleet.bounded().length)
                .flatMap(window -> utility.window(window, releases).stream())
                .toList();
    }

    /** The noisy vectors of all days, drawn block by block as a release does. */
    private long[][] released(Noise noise) {
        long[][] days = new long[fleet.bounded().length][];
        for (int day = 0; day < days.length; day++) {
            days[day] = new long[manifest.cellCount()];
            for (Block block : manifest.blocks()) {
                long[] noised = noise.added(Bounding.of(block, fleet.bounded()[day]), Zcdp.sigmaSquared(block.rho()));
                System.arraycopy(noised, 0, days[day], block.offset(), noised.length);
            }
        }
        return days;
    }

    private List<Utility> window(int length, List<long[][]> releases) {
        Truth truth = truth(length);
        List<Errors> measures = truth.measures();
        List<List<WindowRow>> rows = IntStream.range(0, releases.size())
                .parallel()
                .mapToObj(run -> figures.ofSums(LAST_DAY.plusDays(run), length, sums(releases.get(run), length)))
                .toList();
        rows.forEach(release -> measures.forEach(measure -> measure.add(release)));
        return measures.stream()
                .map(measure -> measure.utility(length, releases.size()))
                .toList();
    }

    private Map<String, long[]> sums(long[][] release, int length) {
        long[] sum = Days.last(release, length);
        Map<String, long[]> blocks = new HashMap<>();
        manifest.blocks().forEach(block -> blocks.put(block.id(), Bounding.of(block, sum)));
        return blocks;
    }

    private Truth truth(int length) {
        long[] weighted = Days.last(fleet.weighted(), length);
        long[] buckets = Arrays.copyOfRange(weighted, 2, weighted.length);
        Block latency = manifest.block(BlockKind.LATENCY).orElseThrow();
        IsotonicHistogram histogram = IsotonicHistogram.of(
                buckets, latency.boundsUs().stream().mapToLong(Long::longValue).toArray());
        int shareBucket = latency.boundsUs().indexOf(SHARE_BOUND_US);
        Block features = manifest.block(BlockKind.FEATURES).orElseThrow();
        long[] users = Bounding.of(features, Days.last(fleet.bounded(), length));
        return new Truth(
                histogram.quantile(50, 100).us(),
                histogram.quantile(95, 100).us(),
                (double) weighted[1] / weighted[0],
                shareBucket < 0
                        ? Optional.empty()
                        : histogram.shareAtMost(shareBucket).map(BigDecimal::doubleValue),
                (double) users[0] / length / Projection.UNIT_SCALE);
    }

    /**
     * What the figures would be without noise.
     *
     * @param shareWithin the share of operations within half a second; empty when the manifest has no such bound
     */
    private record Truth(double p50Us, double p95Us, double errorRatio, Optional<Double> shareWithin, double users) {
        List<Errors> measures() {
            List<Errors> measures = new ArrayList<>(List.of(
                    Errors.ratio("latency_p50", "latency_p50", "", p50Us),
                    Errors.ratio("latency_p95", "latency_p95", "", p95Us),
                    Errors.points("error_ratio", "error_ratio", "", errorRatio)));
            shareWithin.ifPresent(within -> measures.add(Errors.points(
                    "latency_share_over_500ms", "latency_share_le", Long.toString(SHARE_BOUND_US), within)));
            measures.add(Errors.halfWidth("feature_users", "feature_users", users));
            return measures;
        }
    }
}
