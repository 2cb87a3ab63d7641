package com.opsatc.jobs.cli.view;

import com.opsatc.contract.telemetry.TelemetryManifest;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.contract.telemetry.WindowRow;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.math.BigDecimal;
import java.util.List;

/** Telemetry as tables. */
public final class TelemetryTables {
    private TelemetryTables() {}

    /** The figures of the windows that end on the as-of day; exact values, whose unit stands beside them. */
    public static Table windows(TelemetryView view) {
        return new Table(
                List.of(
                        Column.text("window_days", "days"),
                        Column.text("end_day", "to"),
                        Column.text("metric", "metric"),
                        Column.text("key", "of"),
                        Column.text("value", "value"),
                        Column.text("ci_low", "from"),
                        Column.text("ci_high", "to"),
                        Column.text("unit", "unit"),
                        Column.text("precision", "precision")),
                view.windows().stream()
                        .filter(row -> row.endDay().equals(view.asOfDay()))
                        .map(TelemetryTables::row));
    }

    /** The annual promise in one line: the year's figure, not the day's. */
    public static String budget(TelemetryView view) {
        TelemetryView.Budget budget = view.budget();

        return "Privacy budget: epsilon " + budget.epsilonSpent().toPlainString() + " of " + budget.epsilonYear()
                + " a " + budget.unit() + " (delta " + budget.delta() + "), " + budget.daysLeft() + " days left";
    }

    public static Table manifest(TelemetryManifest manifest) {
        return new Table(
                List.of(
                        Column.text("block_id", "block"),
                        Column.text("title", "title"),
                        Column.text("cells", "cells"),
                        Column.text("share", "share of budget"),
                        Column.text("scale_per_day", "a day at weight 1")),
                manifest.blocks().stream()
                        .map(block -> Table.row(
                                block.id(),
                                block.title(),
                                Integer.toString(block.cells()),
                                block.share(),
                                Long.toString(block.scalePerDay()))));
    }

    private static List<Object> row(WindowRow row) {
        return Table.row(
                Integer.toString(row.windowDays()),
                row.endDay().toString(),
                row.metric(),
                row.key(),
                text(row.value()),
                text(row.ciLow()),
                text(row.ciHigh()),
                row.unit(),
                row.precision().name());
    }

    private static String text(BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
