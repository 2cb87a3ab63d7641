package com.opsatc.telemetry.window;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.telemetry.WindowRow;
import com.opsatc.kernel.privacy.NoisyHistogram;
import com.opsatc.kernel.privacy.NoisyMean;
import com.opsatc.kernel.privacy.NoisyShare;
import com.opsatc.kernel.privacy.Projection;
import com.opsatc.kernel.privacy.Rational;
import com.opsatc.kernel.privacy.Zcdp;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.publish.PublishedDay;
import com.opsatc.tenancy.key.LengthPrefixed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The figures of windows of 7, 28 and 91 days, which end on every day from the first of the release to the last.
 *
 * <p>Input is the release alone: noisy cells, their public variance, the manifest. A day on which a block was not released, or
 * that is missing, adds nothing to it; days that were counted under another manifest are left out, because their cells may
 * stand for something else. Intervals are of the noise alone, by simulation from seeds that follow from manifest, window and
 * metric: the same release gives the same bytes.
 *
 * <pre>
 *   active_weight     mean of a day                       weight
 *   error_ratio       clip * errors / operations          ratio
 *   over_clip_share   over_clip / operations              ratio
 *   latency_p50 ...   quantile of the fitted histogram    us
 *   latency_share_le  share up to a bound (key)           ratio
 *   feature_users     mean of a day, of a feature (key)   weight
 * </pre>
 */
public final class WindowFigures {
    /** Lengths of windows in days; multiples of a week, so that every weekday counts the same. */
    public static final List<Integer> WINDOWS = List.of(7, 28, 91);

    static final String SERVICE_AREA = "all";
    private static final String RATIO = "ratio";
    private static final String WEIGHT = "weight";
    private static final String MICROSECONDS = "us";
    private static final Rational UNIT = Rational.of(1, Projection.UNIT_SCALE);
    private static final int[] PERCENTILES = {50, 95, 99};
    private static final Comparator<WindowRow> ORDER = Comparator.comparing(WindowRow::metric)
            .thenComparing(row -> row.key().length())
            .thenComparing(WindowRow::key)
            .thenComparing(WindowRow::windowDays)
            .thenComparing(WindowRow::endDay);

    private final Manifest manifest;
    private final SortedMap<LocalDate, PublishedDay> days = new TreeMap<>();

    /** @param days of the release, in any order */
    public WindowFigures(Manifest manifest, List<PublishedDay> days) {
        this.manifest = requireNonNull(manifest, "manifest");
        days.stream()
                .filter(day -> day.release().get(0).manifestSha256().equals(manifest.sha256()))
                .forEach(day -> this.days.put(day.day(), day));
    }

    /** Every figure of every window that ends on {@code first} or later; by metric, key, window and end day. */
    public List<WindowRow> from(LocalDate first) {
        if (days.isEmpty()) {
            return List.of();
        }

        LocalDate start = first.isAfter(days.firstKey()) ? first : days.firstKey();
        return start.datesUntil(days.lastKey().plusDays(1))
                .parallel()
                .flatMap(end -> endingOn(end).stream())
                .sorted(ORDER)
                .toList();
    }

    /** Every figure of the windows that end on a day; in the manifest's order. */
    public List<WindowRow> endingOn(LocalDate end) {
        List<WindowRow> rows = new ArrayList<>();
        WINDOWS.forEach(length -> rows.addAll(window(end, length)));
        return rows;
    }

    /**
     * The figures of one window from the sums of its noisy cells, e.g. of a simulated release.
     *
     * @param length of the window in days, all of them released under this manifest
     * @param noisySums by block id, in units
     */
    public List<WindowRow> ofSums(LocalDate end, int length, Map<String, long[]> noisySums) {
        return window(
                end,
                length,
                null,
                block -> new WindowSum(noisySums.get(block.id()), length, Zcdp.sigmaSquared(block.rho())));
    }

    private List<WindowRow> window(LocalDate end, int length) {
        List<PublishedDay> window = List.copyOf(
                days.subMap(end.minusDays(length - 1L), end.plusDays(1)).values());
        BigDecimal epsilon =
                days.containsKey(end) ? days.get(end).release().get(0).epsYearToDate() : null;
        return window(end, length, epsilon, block -> WindowSum.of(block, window));
    }

    private List<WindowRow> window(LocalDate end, int length, BigDecimal epsilon, Function<Block, WindowSum> sums) {
        List<WindowRow> rows = new ArrayList<>();
        for (Block block : manifest.blocks()) {
            Rows into = new Rows(length, end, epsilon, rows, sums.apply(block));
            switch (block.kind()) {
                case ACTIVITY -> into.add("active_weight", "", WEIGHT, mean(into.sum, 0));
                case ERRORS -> errors(block, into);
                case LATENCY -> latency(block, into);
                case FEATURES ->
                    block.cells()
                            .forEach(cell ->
                                    into.add("feature_users", cell.key(), WEIGHT, mean(into.sum, cell.index())));
            }
        }
        return rows;
    }

    private void errors(Block block, Rows into) {
        into.add("error_ratio", "", RATIO, share(into, "error_ratio", 0, block.clip()));
        into.add("over_clip_share", "", RATIO, share(into, "over_clip_share", 2, Rational.ONE));
    }

    private void latency(Block block, Rows into) {
        Optional<NoisyHistogram> histogram = into.sum.isEmpty()
                ? Optional.empty()
                : Optional.of(NoisyHistogram.of(
                        into.sum.cells(),
                        block.boundsUs().stream().mapToLong(Long::longValue).toArray(),
                        into.sum.variance(),
                        seed(into, "latency")));
        for (int percentile : PERCENTILES) {
            Figure figure = histogram
                    .map(fitted -> Figure.of(fitted.quantile(percentile, 100)))
                    .orElse(Figure.SUPPRESSED);
            into.add("latency_p" + percentile, "", MICROSECONDS, figure);
        }

        for (int bucket = 0; bucket < block.boundsUs().size(); bucket++) {
            int upTo = bucket;
            Figure figure = histogram
                    .map(fitted -> fitted.shareAtMost(upTo).map(Figure::of).orElse(Figure.UNKNOWN))
                    .orElse(Figure.SUPPRESSED);
            into.add("latency_share_le", block.boundsUs().get(bucket).toString(), RATIO, figure);
        }
    }

    private static Figure mean(WindowSum sum, int cell) {
        return sum.isEmpty()
                ? Figure.SUPPRESSED
                : Figure.of(NoisyMean.of(sum.cells()[cell], sum.days(), sum.dailyVariance(), UNIT));
    }

    /** A cell's share of the cell of operations. */
    private Figure share(Rows into, String metric, int cell, Rational factor) {
        WindowSum sum = into.sum;
        if (sum.isEmpty()) {
            return Figure.SUPPRESSED;
        }

        return NoisyShare.of(sum.cells()[cell], sum.cells()[1], sum.variance(), factor, seed(into, metric))
                .map(Figure::of)
                .orElse(Figure.UNKNOWN);
    }

    private long seed(Rows into, String metric) {
        Sha256 digest = Sha256.of(LengthPrefixed.of(
                "opsatc/v1/telemetry-window",
                manifest.sha256().hex(),
                Integer.toString(into.length),
                into.end.toString(),
                metric));
        return HexFormat.fromHexDigitsToLong(digest.hex(), 0, 16);
    }

    /** Where the figures of one block and window go. */
    private record Rows(int length, LocalDate end, BigDecimal epsilon, List<WindowRow> rows, WindowSum sum) {
        void add(String metric, String key, String unit, Figure figure) {
            rows.add(new WindowRow(
                    length,
                    end,
                    metric,
                    key,
                    SERVICE_AREA,
                    unit,
                    figure.value(),
                    figure.low(),
                    figure.high(),
                    figure.precision(),
                    sum.days(),
                    epsilon));
        }
    }
}
