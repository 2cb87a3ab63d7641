package com.opsatc.jobs.report.telemetry;

import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.jobs.report.StyleSheet;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.ArrayList;
import java.util.List;

/** All that the page says, as text: the templates add structure and nothing else. */
record PageView(
        String policy,
        String style,
        String asOf,
        String stage,
        String fleetMinimum,
        List<Fact> scope,
        BudgetView budget,
        List<NoiseRow> blocks,
        List<WindowView> windows,
        LedgerView ledger,
        ProbeView probe,
        List<String> neverRead) {
    private static final int SHOWN_DIGEST = 12;

    static PageView of(TelemetryView view, StyleSheet style) {
        return new PageView(
                style.contentSecurityPolicy(),
                style.css(),
                view.asOfDay() == null ? null : PageFigures.date(view.asOfDay()),
                stage(view),
                PageFigures.count(view.fleetMinimum()),
                scope(view),
                BudgetView.of(view.budget()),
                view.blocks().stream().map(block -> NoiseRow.of(block, view)).toList(),
                view.asOfDay() == null ? List.of() : WindowView.all(view),
                LedgerView.of(view),
                ProbeView.of(view),
                view.neverRead().stream().map(Words::sentence).toList());
    }

    private static String stage(TelemetryView view) {
        int minimum = view.fleetMinimum();
        return switch (view.stage()) {
            case S0 -> "fewer than " + minimum + " tenants: the probe lane only";
            case S1 -> minimum + " to 99 tenants: windows of 28 and 91 days";
            case S2 -> "100 to 999 tenants: windows of 7 days and more, features over 28 days";
            case S3 -> "1,000 tenants and more: weekly figures hold";
        };
    }

    private static List<Fact> scope(TelemetryView view) {
        List<Fact> scope = new ArrayList<>();
        scope.add(new Fact("Stage " + view.stage(), stage(view)));
        scope.add(new Fact("Unit of privacy", Words.name(view.budget().unit())));
        scope.add(new Fact("Manifest", "version " + Words.name(view.manifestVersion())));
        scope.add(new Fact("SHA-256", view.manifestSha256().hex().substring(0, SHOWN_DIGEST) + "…"));
        scope.add(new Fact("Produced by", Words.name(view.codeVersion())));

        return List.copyOf(scope);
    }
}
