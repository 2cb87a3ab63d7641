package com.opsatc.jobs.report;

import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.figure.Window;
import com.opsatc.jobs.report.part.Anchors;
import com.opsatc.jobs.report.part.FactText;
import com.opsatc.jobs.report.part.MovedSince;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that the page says, as text: the templates add structure and nothing else.
 *
 * @param moved since an earlier run; null where the page is of one run
 */
record ReportView(
        String policy,
        String style,
        String tenant,
        String asOf,
        List<FactText> scope,
        MovedSince moved,
        List<ProcessView> processes,
        QualityView quality,
        List<DefinitionView> definitions) {
    static ReportView of(ReportInput input, MovedSince moved, StyleSheet style) {
        Anchors anchors = new Anchors(input.definitions().definitions());
        List<ProcessView> processes = new ArrayList<>();
        for (String process : processes(input)) {
            processes.add(ProcessView.of(process, processes.size() + 1, input, anchors));
        }

        return new ReportView(
                style.contentSecurityPolicy(),
                style.css(),
                input.header().tenant().value(),
                PageFigures.date(input.header().asOf()),
                scope(input),
                moved,
                List.copyOf(processes),
                QualityView.of(input.quality()),
                input.definitions().definitions().stream()
                        .map(definition -> DefinitionView.of(definition, anchors))
                        .toList());
    }

    private static Set<String> processes(ReportInput input) {
        Set<String> processes = new LinkedHashSet<>();
        input.edges().processes().forEach(edges -> processes.add(edges.process()));
        Set<String> others = new TreeSet<>();
        input.kpis().kpis().forEach(kpi -> others.add(kpi.process()));
        input.findings().findings().forEach(finding -> others.add(finding.process()));
        processes.addAll(others);

        return processes;
    }

    private static List<FactText> scope(ReportInput input) {
        DocumentHeader header = input.header();
        List<Window> windows = new ArrayList<>();
        input.kpis().kpis().stream()
                .map(KpiValue::window)
                .filter(Objects::nonNull)
                .forEach(windows::add);
        input.findings().findings().stream().map(Finding::window).forEach(windows::add);
        List<FactText> scope = new ArrayList<>();
        if (!windows.isEmpty()) {
            LocalDate from =
                    windows.stream().map(Window::from).min(LocalDate::compareTo).orElseThrow();
            LocalDate to =
                    windows.stream().map(Window::to).max(LocalDate::compareTo).orElseThrow();
            scope.add(new FactText("Window", PageFigures.date(from) + " to " + PageFigures.date(to)));
        }
        scope.add(new FactText("As of", PageFigures.date(header.asOf())));
        scope.add(new FactText("Time zone", Words.name(header.zone())));
        scope.add(new FactText("Clock", clocks(input)));
        scope.add(new FactText("Run", Words.name(header.runId())));
        scope.add(new FactText("Produced by", Words.name(header.producer())));

        return List.copyOf(scope);
    }

    private static String clocks(ReportInput input) {
        Set<String> clocks = new TreeSet<>();
        input.definitions().definitions().forEach(definition -> clocks.add(Words.name(definition.clock())));

        return clocks.isEmpty() ? "–" : String.join(", ", clocks);
    }
}
