package com.opsatc.telemetry.export;

import com.opsatc.contract.telemetry.Precision;
import com.opsatc.contract.telemetry.ProbeFigures;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.contract.telemetry.TelemetryView.BlockState;
import com.opsatc.contract.telemetry.WindowRow;
import com.opsatc.telemetry.export.Gauge.Point;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The gauges of a view: the figures of the windows that end on its last day, each with its 95 % interval beside it ({@code
 * ..._ci_low}, {@code ..._ci_high}), the budget, what became of each block, and the probe's last day.
 *
 * <p>A figure that has no value has no point; whether one can be acted on says {@code platform.figure.usable}. Weights, shares
 * and durations are never negative, and shares up to a bound never fall from one bound to the next.
 */
final class Gauges {
    private static final int MICRO_DECIMALS = 6;

    private final TelemetryView view;

    private Gauges(TelemetryView view) {
        this.view = view;
    }

    /** All gauges, also those without a point; always in the same order. */
    static List<Gauge> of(TelemetryView view) {
        Gauges gauges = new Gauges(view);
        List<Gauge> all = new ArrayList<>();
        for (GaugeNames figures : GaugeNames.values()) {
            all.addAll(gauges.figures(figures));
        }
        all.add(gauges.usable());
        all.addAll(gauges.budget());
        all.add(gauges.blocks());
        all.addAll(gauges.probe());
        return List.copyOf(all);
    }

    /** The end of the last day of the release, in seconds since 1970; empty before the first release. */
    static Optional<Long> asOfSeconds(TelemetryView view) {
        return Optional.ofNullable(view.asOfDay()).map(Gauges::endSeconds);
    }

    private static long endSeconds(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private List<Gauge> figures(GaugeNames figures) {
        return List.of(
                figure(figures, "", "", WindowRow::value),
                figure(figures, "_ci_low", ", lower end of the 95 % interval", WindowRow::ciLow),
                figure(figures, "_ci_high", ", upper end of the 95 % interval", WindowRow::ciHigh));
    }

    private Gauge figure(GaugeNames figures, String suffix, String what, Function<WindowRow, BigDecimal> value) {
        List<Point> points = current()
                .filter(row -> figures.covers(row.metric()) && value.apply(row) != null)
                .map(row -> new Point(attributes(figures, row), figures.scaled(value.apply(row))))
                .toList();
        return new Gauge(figures.gauge() + suffix, figures.unit(), figures.description() + what, points);
    }

    private Gauge usable() {
        List<Point> points = current()
                .map(row -> {
                    GaugeNames figures = GaugeNames.of(row.metric());
                    SortedMap<String, String> attributes = attributes(figures, row);
                    attributes.put("figure", figures.gauge());
                    return new Point(attributes, row.precision() == Precision.OK ? BigDecimal.ONE : BigDecimal.ZERO);
                })
                .toList();
        return new Gauge(
                "platform.figure.usable",
                "1",
                "1 when a figure is precise enough to act on, 0 when it is mostly noise or suppressed",
                points);
    }

    private List<Gauge> budget() {
        TelemetryView.Budget budget = view.budget();
        List<Gauge> gauges = new ArrayList<>(List.of(
                single(
                        "platform.privacy.epsilon_spent",
                        "Epsilon spent on any tenant in the 365 days up to the last day of the release, rounded up",
                        budget.epsilonSpent()),
                single(
                        "platform.privacy.epsilon_year",
                        "The annual ceiling of epsilon for any tenant",
                        BigDecimal.valueOf(budget.epsilonYear())),
                single(
                        "platform.privacy.days_left",
                        "Days that the rest of the annual budget covers",
                        BigDecimal.valueOf(budget.daysLeft()))));
        List<Point> asOf = asOfSeconds(view)
                .map(seconds -> List.of(new Point(new TreeMap<>(), BigDecimal.valueOf(seconds))))
                .orElse(List.of());
        gauges.add(new Gauge("platform.telemetry.as_of", "s", "End of the last day of the release, since 1970", asOf));
        return gauges;
    }

    private static Gauge single(String name, String description, BigDecimal value) {
        return new Gauge(name, "1", description, List.of(new Point(new TreeMap<>(), value)));
    }

    private Gauge blocks() {
        List<Point> points = view.blocks().stream().map(Gauges::block).toList();
        return new Gauge(
                "platform.block.status",
                "1",
                "Always 1: the status says what became of a block on the last day",
                points);
    }

    private static Point block(BlockState block) {
        return new Point(
                new TreeMap<>(
                        Map.of("block_id", block.id(), "status", block.status().name())),
                BigDecimal.ONE);
    }

    private List<Gauge> probe() {
        return List.of(
                probe("operations", "1", "synthetic operations", figures -> BigDecimal.valueOf(figures.operations())),
                probe("errors", "1", "failed synthetic operations", figures -> whole(figures.errors())),
                probe("duration.p50", "s", "median duration", figures -> seconds(figures.p50Us())),
                probe("duration.p95", "s", "95th percentile of durations", figures -> seconds(figures.p95Us())),
                probe("duration.p99", "s", "99th percentile of durations", figures -> seconds(figures.p99Us())));
    }

    private Gauge probe(String name, String unit, String what, Function<ProbeFigures, BigDecimal> value) {
        Map<String, LocalDate> lastDays = new TreeMap<>();
        view.probe()
                .forEach(figures -> lastDays.merge(
                        figures.source(), figures.day(), (one, other) -> one.isAfter(other) ? one : other));
        List<Point> points = view.probe().stream()
                .filter(figures -> figures.day().equals(lastDays.get(figures.source())) && value.apply(figures) != null)
                .map(figures -> new Point(
                        new TreeMap<>(Map.of("source", figures.source(), "service", figures.service())),
                        value.apply(figures)))
                .toList();
        return new Gauge("platform.probe." + name, unit, "Probe, exact: " + what + " on its last day", points);
    }

    private Stream<WindowRow> current() {
        return view.windows().stream().filter(row -> row.endDay().equals(view.asOfDay()));
    }

    private static SortedMap<String, String> attributes(GaugeNames figures, WindowRow row) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("window_days", Integer.toString(row.windowDays()));
        attributes.put("service_area", row.serviceArea());
        figures.key(row).ifPresent(key -> attributes.put(figures.keyName(), key));
        return attributes;
    }

    private static BigDecimal whole(Long count) {
        return count == null ? null : BigDecimal.valueOf(count);
    }

    static BigDecimal seconds(Long us) {
        return us == null ? null : BigDecimal.valueOf(us, MICRO_DECIMALS);
    }
}
