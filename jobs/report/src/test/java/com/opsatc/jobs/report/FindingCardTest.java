package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.FindingsDocument;
import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.SampleDocuments;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What moved in one week is one card, which lists all of it. */
class FindingCardTest {
    private static final ReportInput SAMPLE = SampleDocuments.twoProcesses();
    private static final String CARD = "F-order-to-cash-002";

    @Test
    void finding_withMembers_isOneCardWithItsHeadlineAndEachMember() {
        Page page = page(7);

        assertThat(page.texts("finding")).hasSize(5);
        String card = page.texts("finding").get(1).replace('\u00a0', ' ');
        assertThat(card)
                .startsWith(
                        "KPI shift " + CARD + " 8 KPIs were worse from the week of 2026-05-04 on. On time, order lines"
                                + " fell, and stayed down for eight weeks in a row. 83.0 % share")
                .contains("Moved with it From Pick 2 to Ship it takes longer. 20.0 % share")
                .contains("771 cited records: opsatc explain " + CARD + "-2 --tenant acme --all")
                .contains("2 more that moved with it");
        assertThat(page.elements("ul"))
                .filteredOn(list -> list.getAttribute("class").equals("members"))
                .extracting(list -> list.getElementsByTagName("li").getLength())
                .containsExactly(5, 2);
    }

    @Test
    void finding_withMoreMembersThanThePageTakes_saysWhereTheyAre() {
        assertThat(page(70).texts("cut")).contains("5 more in findings.json.");
    }

    /** A tile's signal leads to its own figure, wherever on the page that stands. */
    @Test
    void tile_kpiThatMovedWithAnother_leadsToItsMember() {
        KpiValue kpi = SAMPLE.kpis().kpis().get(0);
        Finding member = moved(FindingKind.KPI_SHIFT, CARD + "-2", List.of(kpi.id()), "{subject.1} rose.");

        Page page = page(List.of(sample().leading("2 KPIs were worse.", List.of(member))));

        assertThat(page.elements("a"))
                .extracting(link -> link.getAttribute("href"))
                .contains("#finding-" + CARD + "-2");
        assertThat(page.elements("li"))
                .extracting(item -> item.getAttribute("id"))
                .contains("finding-" + CARD + "-2");
        assertThat(page.texts("signal").get(0)).contains("since");
    }

    @Test
    void tile_kpiThatPassedWithAnother_leadsToItsMember() {
        KpiValue kpi = SAMPLE.kpis().kpis().get(0);
        Finding passing =
                moved(FindingKind.KPI_EPISODE, CARD + "-2", List.of(kpi.id()), "{subject.1} rose, then recovered.");

        Page page = page(List.of(sample().leading("2 KPIs were worse.", List.of(passing))));

        assertThat(page.texts("signal").get(0).replace('\u00a0', ' '))
                .isEqualTo("Other from 4 May 2026 to 28 Jun 2026, then as before");
    }

    private static Page page(int members) {
        List<Finding> moved = IntStream.rangeClosed(2, members + 1)
                .mapToObj(i -> moved(
                        FindingKind.KPI_SHIFT,
                        CARD + "-" + i,
                        List.of("Pick " + i, "Ship"),
                        "From {subject.1} to {subject.2} it takes longer."))
                .toList();
        return page(List.of(
                SAMPLE.findings().findings().get(0),
                sample().leading(members + 1 + " KPIs were worse from the week of 2026-05-04 on.", moved),
                SAMPLE.findings().findings().get(2),
                SAMPLE.findings().findings().get(3),
                SAMPLE.findings().findings().get(4)));
    }

    private static Page page(List<Finding> findings) {
        return Page.of(ReportInputBuilder.builder(SAMPLE)
                .findings(new FindingsDocument(SAMPLE.header(), findings, List.of()))
                .build());
    }

    private static Finding sample() {
        return SAMPLE.findings().findings().stream()
                .filter(finding -> finding.id().equals(CARD))
                .findFirst()
                .orElseThrow();
    }

    private static Finding moved(FindingKind kind, String id, List<String> subjects, String statement) {
        Finding with = sample();

        return FindingBuilder.builder(with)
                .id(id)
                .kind(kind)
                .subjects(subjects)
                .statement(statement)
                .value(new BigDecimal("0.2"))
                .facts(Map.of(FigureName.BEFORE, BigDecimal.ZERO, FigureName.AFTER, new BigDecimal("0.2")))
                .build();
    }
}
