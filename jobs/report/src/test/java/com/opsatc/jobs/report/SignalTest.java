package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.DefinitionSensitivity;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.figure.ControlLimits;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.contract.figure.StartCohort;
import com.opsatc.contract.figure.Window;
import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.SampleDocuments;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tile and chart say of a KPI without a finding: the limits are the published ones, and no week at an edge counts. */
class SignalTest {
    private static final ReportInput SAMPLE = SampleDocuments.twoProcesses();
    private static final KpiValue KPI = SAMPLE.kpis().kpis().get(0);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final ControlLimits LIMITS = ControlLimits.xmr(
            BigDecimal.TEN, BigDecimal.valueOf(8), BigDecimal.valueOf(12), 12, FIRST, FIRST.plusWeeks(11));

    @Test
    void noShift_weekBeyondTheLimits_isNoMissingSignal() {
        Page page = page("10 8 12 10 10 10 10 10 10 10 10 10 13", LIMITS);

        assertThat(page.texts("signal"))
                .containsExactly("No lasting shift; 1 of 13 full weeks beyond the natural limits");
        assertThat(captions(page))
                .contains("Cycle time: no lasting shift found in 13 full weeks, 1 of them beyond the natural limits");
    }

    @Test
    void noShift_weekBeyondTheLimitsAtAnEdge_doesNotCount() {
        Page page = page("99^ 10 8 12 10 10 10 10 10 10 10 10 13^", LIMITS);

        assertThat(page.texts("signal")).containsExactly("No signal in 11 full weeks");
        assertThat(captions(page)).contains("Cycle time: no lasting shift found in 11 full weeks");
        assertThat(page.texts("note"))
                .contains(
                        "Natural limits (XmR, mean ± 2.66 mean moving range) from 12 full weeks; no week lies beyond them."
                                + " Pale rings are weeks that are not complete: not over, or at an edge of the extract, where cases"
                                + " began before it or could still be open. No limit or line uses them.");
        assertThat(page.elements("td"))
                .filteredOn(cell -> cell.getTextContent().equals("not complete"))
                .hasSize(2);
    }

    @Test
    void noShift_fewWeeksThatTakePart_isTooFewForASignal() {
        Page page = page("10^ 10^ 10 10 10 10 10 10 10 10^ 10^", null);

        assertThat(page.texts("signal")).containsExactly("Too few full weeks for a signal (7 of 8)");
        assertThat(page.texts("note")).anyMatch(note -> note.startsWith("Natural limits (XmR) need 12 full weeks."));
    }

    @Test
    void tile_survivalMedian_isByMonthOfStartAndSaidAsABound() {
        Window may = new Window(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31), "Europe/Berlin");
        BigDecimal tenDays = new BigDecimal("864000000000");
        KpiValue survival = KpiValueBuilder.builder(KPI)
                .aggregation(Aggregation.SURVIVAL_MEDIAN)
                .value(tenDays)
                .beyond(true)
                .interval(null)
                .periods(null)
                .series(List.of())
                .limits(null)
                .cohorts(List.of(
                        new StartCohort(may, 12, 30, tenDays, true, null),
                        new StartCohort(may, 9, 2, null, null, null)))
                .build();

        Page page = page(survival);

        assertThat(page.texts("value")).containsExactly("more than 10\u00a0d median, what is open taken as longer");
        assertThat(page.texts("signal")).containsExactly("By month of start; not searched for shifts");
        assertThat(page.texts("facts"))
                .anyMatch(facts -> facts.contains("began May\u00a02026more than 10\u00a0d, n 12 of 42")
                        && facts.contains("began May\u00a02026n 9 of 11, too few for a figure"));
    }

    @Test
    void tiles_definitionsOfOneNumber_areOneTileThatNamesThem() {
        KpiValue other = KpiValueBuilder.builder(KPI)
                .id(KPI.id() + "-other")
                .title("Cycle time, otherwise")
                .build();
        DefinitionSensitivity family = DefinitionSensitivity.of(
                KPI.process(),
                "cycle-time",
                KPI.unit(),
                List.of(
                        new DefinitionSensitivity.Variant(other.id(), other.value()),
                        new DefinitionSensitivity.Variant(KPI.id(), KPI.value())));

        assertThat(page(new KpisDocument(SAMPLE.header(), List.of(KPI, other))).texts("value"))
                .hasSize(2);
        Page page = page(new KpisDocument(SAMPLE.header(), List.of(KPI, other), List.of(family), List.of()));
        assertThat(page.texts("value")).hasSize(1);
        assertThat(page.texts("facts"))
                .anyMatch(facts ->
                        facts.contains("2 definitions give one figure, 6.2 d: Cycle time; Cycle time, otherwise."));
    }

    private static List<String> captions(Page page) {
        return page.elements("figcaption").stream()
                .map(caption -> caption.getTextContent())
                .toList();
    }

    /** @param weeks a figure each, {@code 10^} for one at an edge of the extract */
    private static Page page(String weeks, ControlLimits limits) {
        List<SeriesPoint> series = new ArrayList<>();
        for (String week : weeks.split(" ", -1)) {
            series.add(new SeriesPoint(
                    FIRST.plusWeeks(series.size()),
                    30,
                    new BigDecimal(week.replace("^", "")),
                    false,
                    week.endsWith("^")));
        }

        return page(KPI.charted(series, limits));
    }

    private static Page page(KpiValue kpi) {
        return page(new KpisDocument(SAMPLE.header(), List.of(kpi)));
    }

    private static Page page(KpisDocument kpis) {
        return Page.of(ReportInputBuilder.builder(SAMPLE)
                .kpis(kpis)
                .findings(SampleDocuments.empty().findings())
                .build());
    }
}
