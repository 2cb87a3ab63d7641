package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.ProcessEdgesBuilder;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.SampleDocuments;
import com.opsatc.jobs.report.testing.SampleKpis;
import com.opsatc.jobs.report.testing.SampleProcess;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the page of the sample tenant says, section by section. */
class PageTextTest {
    private static final Page PAGE = Page.of(SampleDocuments.twoProcesses());

    @Test
    void masthead_statesWhatTheFiguresCover() {
        assertThat(PAGE.texts("scope"))
                .containsExactly("Window5\u00a0Jan\u00a02026 to 28\u00a0Jun\u00a02026 As of30\u00a0Jun\u00a02026 Time"
                        + " zoneEurope/Berlin Clockwall Run9f86d081884c7d65 Produced byopsatc 0.1.0");
        assertThat(PAGE.texts("notice").get(0))
                .isEqualTo("Before you read on. 1 file was refused whole. 1 quality rule failed. 22 rows are in"
                        + " quarantine (0.1\u00a0% of those read). 2 records are in conflict: nothing tells which"
                        + " version is newer. 1 file stands aside for a later one of the same name. Mapping event 3, Post goods issue from lips: 90"
                        + " of 2,100 rows gave no event (90 no partner). Mapping event 3, Post goods issue from"
                        + " lips: the join with likp found 2,010 of 2,100. In 12 of 1,180 (case) Post goods issue"
                        + " comes before Create order, which cannot be; figures that rest on the order leave them"
                        + " out. Data quality");
        assertThat(PAGE.texts("not-measured"))
                .containsExactly("Not measured: 1 OTIF, orders The extract holds no delivered quantity.");
    }

    @Test
    void finding_statesMagnitudeUnitIntervalMembersWindowAndRecords() {
        assertThat(PAGE.texts("finding").get(0).replace('\u00a0', ' '))
                .startsWith("Bottleneck F-order-to-cash-001 The step from Credit check to Release order holds the most"
                        + " recoverable time of the process. 1,300 d longer than the fastest quarter95 % interval 1,209 to 1,378 d"
                        + " (bucket-bootstrap)n 1,1055 Jan 2026 to 28 Jun 2026 share of the time beyond targets38.1 %")
                .contains("1,105 cited records RecordSystemFile (SHA-256)Row Order 4711 / Line 10sap"
                        + Sha256.of("sap0").hex().substring(0, 12) + "12 Order 4711 / Line 20sap")
                .endsWith(
                        "1,097 more rows. All of them: opsatc explain F-order-to-cash-001 --tenant acme --all, row set "
                                + Sha256.of("F-order-to-cash-001").hex().substring(0, 12) + ".");
    }

    @Test
    void tiles_eachStateIsToldInWords() {
        assertThat(PAGE.texts("signal").stream().map(text -> text.replace('\u00a0', ' ')))
                .containsExactly(
                        "No signal in 23 full weeks",
                        "▼ Down since 4 May 2026, worse",
                        "▲ Up since 20 Apr 2026, worse",
                        "Too few full weeks for a signal (7 of 8)");
        assertThat(PAGE.texts("low-n")).containsExactly("Few members: fewer than 20, read with care");
    }

    @Test
    void tiles_sayInPlainWordsWhatTheFigureIsBeforeItsStatistics() {
        assertThat(tile(0))
                .startsWith("Cycle time 6.2 d median Half of them took this long or less. No signal in 23 full weeks");
        assertThat(tile(0).indexOf("n 1,240 · 95 % interval")).isGreaterThan(tile(0).indexOf("Period"));
        assertThat(tile(3)).startsWith("Decision latency 11 h median Few members: fewer than 20, read with care");
    }

    @Test
    void tiles_showTheirPeriodAndTheOneBefore() {
        assertThat(PAGE.texts("period").stream().map(text -> text.replace('\u00a0', ' ')))
                .containsExactly(
                        "Period5 Jan 2026 to 28 Jun 2026 (Europe/Berlin)"
                                + " Latest 4 weeks6.3 d, 25 May 2026 to 21 Jun 2026, n 310"
                                + " 4 weeks before5.8 d, 27 Apr 2026 to 24 May 2026, n 298"
                                + " Change▲ Up by 11.1 h, worse; chance alone may do that, for their intervals overlap",
                        "Period5 Jan 2026 to 28 Jun 2026 (Europe/Berlin)"
                                + " Latest 4 weeks83.0 %, 25 May 2026 to 21 Jun 2026, n 310"
                                + " 4 weeks before91.1 %, 27 Apr 2026 to 24 May 2026, n 298"
                                + " Change▼ Down by 8.1 percentage points, worse",
                        "Period5 Jan 2026 to 28 Jun 2026 (Europe/Berlin) BeforeNo previous period in the extract",
                        "Period5 Jan 2026 to 28 Jun 2026 (Europe/Berlin) BeforeNo previous period in the extract");
    }

    /** One of several figures stands in the list alone; one of a single figure stays with it. */
    @Test
    void caveats_ofSeveralFigures_areSaidOnceAndReferredTo() {
        assertThat(PAGE.texts("shared-caveats"))
                .containsExactly(SampleKpis.CAVEAT + " The target is the 25th percentile of the transition itself.");
        assertThat(PAGE.texts("marks"))
                .containsExactly(
                        "Read with caveat 1", "Read with caveat 1", "Read with caveat 2", "Read with caveat 2");
        assertThat(PAGE.texts("caveats"))
                .containsExactly(
                        "Half of the lines are of one customer.",
                        "A shift says when, not why.",
                        "It rests on the order of events, of which little is known.",
                        "The target is the 25th percentile of the transition itself.");
    }

    @Test
    void process_isTiles_thenFindings_thenDetails() {
        String html = PAGE.html().substring(0, PAGE.html().indexOf("IT incidents</h2>"));

        assertThat(List.of(
                        "<h2", "Key figures", "Caveats of several figures", "Findings", "Week by week", "Process map"))
                .extracting(html::indexOf)
                .isSorted()
                .doesNotContain(-1);
    }

    private static String tile(int i) {
        return PAGE.texts("tile").get(i).replace('\u00a0', ' ');
    }

    @Test
    void tile_ofAKpiThatLostRowsToQuarantine_saysHowMany() {
        assertThat(String.join(" ", PAGE.texts("facts"))).containsOnlyOnce("in quarantine22 of 30,919 rows (0.1 %)");
    }

    @Test
    void map_ofEventsWhoseOrderIsNotKnown_saysSo() {
        assertThat(PAGE.texts("caveats"))
                .containsOnlyOnce("It rests on the order of events, of which little is known.");
    }

    @Test
    void trends_titlesSayWhatIsSeen() {
        assertThat(PAGE.elements("figcaption"))
                .extracting(caption -> caption.getTextContent().replace('\u00a0', ' '))
                .containsExactly(
                        "Cycle time: no lasting shift found in 23 full weeks",
                        "On time, order lines went from 91.1 % to 83.0 % in the week of 4 May 2026",
                        "Order to cash: 8 activities, 15 transitions",
                        "Time to resolve went from 15.9 h to 23.8 h in the week of 20 Apr 2026",
                        "Decision latency: too few full weeks to judge",
                        "IT incidents: 6 activities, 9 transitions");
    }

    @Test
    void trend_afterAShift_takesItsLimitsFromTheWeeksBefore() {
        assertThat(PAGE.texts("note"))
                .contains("Natural limits (XmR, mean ± 2.66 mean moving range) from 15 full weeks before the shift; 9"
                        + " beyond them, drawn as diamonds. Pale rings are weeks that are not complete: not over,"
                        + " or at an edge of the extract, where cases began before it or could still be open. No limit or"
                        + " line uses them.");
    }

    @Test
    void trend_ofAShare_saysHowMuchItsWeeksVaryBeyondChance() {
        assertThat(PAGE.texts("note"))
                .anyMatch(note -> note.startsWith(
                        "Natural limits (p′ of Laney, by the size of each week; weeks vary 0.5 times as much as chance alone"
                                + " would have them) from 16 full weeks before the shift; "));
    }

    @Test
    void charts_eachHaveATableBesideThem() {
        assertThat(PAGE.elements("figure"))
                .hasSize(6)
                .allSatisfy(figure -> assertThat(
                                figure.getElementsByTagName("table").getLength())
                        .isPositive());
        assertThat(PAGE.elements("svg"))
                .isNotEmpty()
                .allSatisfy(svg ->
                        assertThat(((Element) svg.getFirstChild()).getTagName()).isEqualTo("title"));
    }

    @Test
    void tables_everyColumnHasAScope() {
        assertThat(PAGE.elements("th"))
                .isNotEmpty()
                .allSatisfy(head -> assertThat(head.getAttribute("scope")).isIn("col", "row"));
    }

    @Test
    void quality_refusalsComeFirstAndFailedRulesLead() {
        assertThat(PAGE.texts("refused").get(0))
                .startsWith("lips_2026-06-30.csv.gzThe gzip stream ends early: the file was cut in transfer; deliver it"
                        + " again.");
        assertThat(PAGE.texts("balance").get(0))
                .isEqualTo("30,919 rows read = 30,731 admitted + 22 quarantined + 166 duplicate, in 6 files");
        assertThat(PAGE.texts("failed")).containsExactly("✕ failed");
        assertThat(PAGE.html().indexOf("✕ failed")).isLessThan(PAGE.html().indexOf("✓ passed"));
    }

    @Test
    void quality_filesWhoseRowsDoNotCount_areMarked() {
        ReportInput sample = SampleDocuments.twoProcesses();
        QualityDocument all = sample.quality();
        List<FileQuality> files = new ArrayList<>(all.files());
        files.add(aside("resent.csv", FileQuality.WITHDRAWN, 0));
        files.add(aside("corrected.csv", FileQuality.SUPERSEDED, 3));
        Page page = Page.of(ReportInputBuilder.builder(sample)
                .quality(new QualityDocument(
                        all.header(),
                        files,
                        all.quarantine(),
                        all.rules(),
                        all.log(),
                        all.streams(),
                        all.mappings(),
                        all.order()))
                .build());

        assertThat(page.elements("th").stream()
                        .map(Element::getTextContent)
                        .filter(text -> text.startsWith("resent.csv") || text.startsWith("corrected.csv")))
                .containsExactly(
                        "resent.csv withdrawn: its rows count nowhere",
                        "corrected.csv stands aside for a later file of its name");
        assertThat(page.texts("notice").get(0)).contains("1 file was withdrawn: its rows count nowhere.");
        assertThat(PAGE.html()).doesNotContain("withdrawn");
    }

    private static FileQuality aside(String name, String status, long duplicate) {
        return new FileQuality("sap", "vbak", Sha256.of(name), name, status, null, 20, duplicate, 0, 0, duplicate);
    }

    @Test
    void spaghetti_page_saysWhatTheMapLeavesOut() {
        ReportInput sample = SampleDocuments.empty();
        ReportInput input = ReportInputBuilder.builder(sample)
                .edges(new EdgesDocument(sample.header(), List.of(SampleProcess.spaghetti(2, 60, 1_500))))
                .build();
        Page page = Page.of(input);

        assertThat(page.bytes()).hasSizeLessThan(2 * 1024 * 1024);
        assertThat(page.texts("note").get(0))
                .matches("[0-9]+ of 1,500 transitions are drawn, the most that one drawing takes; they carry [0-9.]+.%"
                        + " of 161,881 steps from one activity to the next\\. 1,[0-9]+ are not drawn, nor are"
                        + " [0-9]+ activities\\.");
        assertThat(page.texts("cut")).contains("1,350 more in edges.json.");
    }

    @Test
    void noTransition_page_saysSo() {
        ReportInput sample = SampleDocuments.empty();
        ReportInput input = ReportInputBuilder.builder(sample)
                .edges(new EdgesDocument(
                        sample.header(),
                        List.of(ProcessEdgesBuilder.builder()
                                .process("calls")
                                .caseNotion("call")
                                .view(LogView.ACTIVITY)
                                .cases(3)
                                .events(3)
                                .variants(1)
                                .activities(List.of(SampleProcess.activity("Call", 3, 3, 3, 0, 0)))
                                .build())))
                .build();

        assertThat(Page.of(input).texts("note").get(0)).isEqualTo("No activity ever follows another in this extract.");
    }
}
