package com.opsatc.jobs.report.telemetry;

import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.contract.telemetry.FleetStage;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.contract.telemetry.WindowRow;
import com.opsatc.jobs.report.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of one block in one window.
 *
 * @param withheld why the whole block is not shown; null when its figures are
 * @param notice what became of the as-of day where older days still make figures; null when nothing
 */
record SectionView(
        String title, Withheld withheld, String notice, List<FigureView> figures, Optional<Distribution> distribution) {
    /** The order in which an engineer asks: does it fail, is it slow, is it used, how much goes on. */
    private static final List<BlockKind> ORDER =
            List.of(BlockKind.ERRORS, BlockKind.LATENCY, BlockKind.FEATURES, BlockKind.ACTIVITY);

    private static final Comparator<WindowRow> BY_METRIC = Comparator.comparingInt(
            row -> Metric.of(row.metric()).map(Metric::ordinal).orElse(Integer.MAX_VALUE));

    /** Every section of a window of that many days; metrics of no known block come last, under their own names. */
    static List<SectionView> all(TelemetryView view, int windowDays) {
        List<SectionView> sections = new ArrayList<>();
        for (BlockKind kind : ORDER) {
            view.blocks().stream()
                    .filter(block -> block.kind() == kind)
                    .findFirst()
                    .ifPresent(
                            block -> sections.add(of(block, status(view, block), rows(view, windowDays, kind), view)));
        }
        List<WindowRow> others = view.windows().stream()
                .filter(row -> row.windowDays() == windowDays)
                .filter(row -> Metric.of(row.metric()).isEmpty())
                .toList();
        boolean gated =
                view.blocks().stream().anyMatch(block -> status(view, block) == ReleaseStatus.SUPPRESSED_MIN_TENANTS);
        if (!others.isEmpty() && !gated) {
            Withheld absent = Withheld.of(ReleaseStatus.RELEASED, view.fleetMinimum());
            sections.add(new SectionView("Other figures", null, null, figures(others, absent), Optional.empty()));
        }

        return List.copyOf(sections);
    }

    private static SectionView of(
            TelemetryView.BlockState block, ReleaseStatus status, List<WindowRow> rows, TelemetryView view) {
        String title = Words.name(block.title());
        Withheld withheld = Withheld.of(status, view.fleetMinimum());
        if (status == ReleaseStatus.SUPPRESSED_MIN_TENANTS || rows.stream().noneMatch(FigureView::shown)) {
            return new SectionView(title, withheld, null, List.of(), Optional.empty());
        }

        List<WindowRow> single = rows.stream().filter(row -> !isShare(row)).toList();
        List<WindowRow> shares = rows.stream().filter(SectionView::isShare).toList();
        return new SectionView(
                title,
                null,
                status == ReleaseStatus.RELEASED
                        ? null
                        : "The last day is not shown: " + withheld.reason() + ". " + withheld.meaning(),
                figures(single, withheld),
                shares.isEmpty() ? Optional.empty() : Optional.of(Distribution.of(series(shares), withheld)));
    }

    /** A small fleet withholds every block, whatever else became of it. */
    private static ReleaseStatus status(TelemetryView view, TelemetryView.BlockState block) {
        return view.stage() == FleetStage.S0 ? ReleaseStatus.SUPPRESSED_MIN_TENANTS : block.status();
    }

    private static boolean isShare(WindowRow row) {
        return Metric.of(row.metric()).equals(Optional.of(Metric.LATENCY_SHARE_LE));
    }

    private static List<WindowRow> rows(TelemetryView view, int windowDays, BlockKind kind) {
        return view.windows().stream()
                .filter(row -> row.windowDays() == windowDays)
                .filter(row -> Metric.of(row.metric())
                        .map(metric -> metric.kind() == kind)
                        .orElse(false))
                .toList();
    }

    private static List<FigureView> figures(List<WindowRow> rows, Withheld ifAbsent) {
        return series(rows).stream()
                .map(series -> FigureView.of(series, ifAbsent))
                .toList();
    }

    /** Rows that differ in their end day only, together and oldest first; in the order of metrics, then of the view. */
    private static List<List<WindowRow>> series(List<WindowRow> rows) {
        Map<List<String>, List<WindowRow>> series = new LinkedHashMap<>();
        rows.stream()
                .sorted(BY_METRIC)
                .forEach(row -> series.computeIfAbsent(
                                List.of(row.metric(), row.key(), row.serviceArea()), key -> new ArrayList<>())
                        .add(row));
        series.values().forEach(list -> list.sort(Comparator.comparing(WindowRow::endDay)));

        return series.values().stream()
                .sorted(Comparator.comparingLong(SectionView::place))
                .sorted(Comparator.comparing(list -> list.get(0), BY_METRIC))
                .toList();
    }

    /** Bounds are ordered as numbers, whatever the order of their texts; what stands for all others comes last. */
    private static long place(List<WindowRow> series) {
        String key = series.get(0).key();
        if (key.matches("[0-9]{1,15}")) {
            return Long.parseLong(key);
        }

        return key.equals("_OTHER") ? Long.MAX_VALUE : Long.MAX_VALUE - 1;
    }
}
