package com.opsatc.jobs.report.guard;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.figure.GuardRule;
import com.opsatc.contract.guard.GuardFigure;
import com.opsatc.contract.guard.GuardSign;
import com.opsatc.contract.guard.GuardVerdict;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.report.csv.AdviceCsv;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.part.Anchors;
import com.opsatc.jobs.report.part.Cited;
import com.opsatc.jobs.report.text.IntervalText;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The guards of a process, those that signal first.
 *
 * @param signals how many do
 */
public record GuardsView(List<Guard> guards, int signals, CsvLink csv) {
    /**
     * A guard.
     *
     * @param value the figure, {@code interval} and {@code n} likewise; null where it is not measured
     * @param asked when it signals, and why then
     * @param verdict what it says; {@code signal} whether that it does
     * @param note why it is not measured, or a caveat; null for nothing
     * @param cited null where it is not measured
     */
    public record Guard(
            String title,
            String definition,
            String guarded,
            String value,
            String interval,
            String n,
            String asked,
            String verdict,
            boolean signal,
            String note,
            Cited cited) {
        static Guard of(GuardFigure guard, Map<String, KpiValue> kpis, TenantId tenant, Anchors anchors) {
            KpiValue kpi = kpis.get(guard.id());
            boolean measured = kpi.measured();
            return new Guard(
                    Words.name(kpi.title()),
                    anchors.definition(kpi.definition()),
                    guard.guarded().stream()
                            .map(kpis::get)
                            .map(each -> Words.name(each.title()))
                            .collect(Collectors.joining("; ")),
                    measured ? PageFigures.value(kpi.value(), kpi.unit()) : null,
                    measured ? IntervalText.ends(kpi.interval(), kpi.unit()) : null,
                    measured ? PageFigures.count(kpi.n()) : null,
                    asked(guard.rule()),
                    verdict(guard),
                    guard.signals(),
                    measured ? null : Words.sentence(kpi.reason()),
                    measured ? Cited.of(kpi.id(), kpi.evidence(), tenant) : null);
        }

        private static String asked(GuardRule rule) {
            String when = rule.above() == null
                    ? "It signals where it became worse. "
                    : "It signals above " + share(rule.above())
                            + (rule.below() == null ? "" : " and below " + share(rule.below()))
                            + ", or where it became worse. ";
            return when + Words.sentence(rule.because());
        }

        private static String share(BigDecimal share) {
            return PageFigures.ratio(share);
        }

        private static String verdict(GuardFigure guard) {
            return switch (guard.verdict()) {
                case SIGNAL ->
                    "Signal: " + guard.signs().stream().map(GuardSign::words).collect(Collectors.joining(", "));
                case NO_SIGNAL -> "No signal";
                case NOT_MEASURED -> "Not measured";
            };
        }
    }

    public static GuardsView of(String process, KpisDocument document, TenantId tenant, Anchors anchors) {
        Map<String, KpiValue> kpis = document.kpis().stream()
                .collect(Collectors.toMap(KpiValue::id, Function.identity(), (first, second) -> first));
        List<GuardFigure> own = document.guards().stream()
                .filter(guard -> guard.process().equals(process))
                .sorted(Comparator.comparing(GuardFigure::verdict))
                .toList();
        return new GuardsView(
                own.stream()
                        .map(guard -> Guard.of(guard, kpis, tenant, anchors))
                        .toList(),
                (int) own.stream().filter(GuardFigure::signals).count(),
                new AdviceCsv(tenant).guards(process, own, kpis));
    }

    /** Whether a KPI has its place among the guards alone: one that does not signal. */
    public static boolean tellsAll(KpiValue kpi, KpisDocument document) {
        return document.guard(kpi.id())
                .filter(guard -> guard.verdict() == GuardVerdict.NO_SIGNAL)
                .isPresent();
    }

    public boolean isEmpty() {
        return guards.isEmpty();
    }
}
