package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Alternation;
import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.BottleneckBuilder;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.GapMeasure;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.claim.Trend;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.BottlenecksDocument;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.EdgeBuilder;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessEdgesBuilder;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.WorkTimes;
import com.opsatc.contract.id.Sha256;
import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.SampleDocuments;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page says of work and waiting, where activity instances tell them apart. */
class WorkTextTest {
    private static final long HOUR = 3_600_000_000L;
    private static final Edge WAITING = EdgeBuilder.builder()
            .from("Check")
            .to("Decide")
            .n(9)
            .cases(9)
            .sumUs(90 * HOUR)
            .meanUs(10 * HOUR)
            .p50Us(9 * HOUR)
            .p90Us(20 * HOUR)
            .minUs(0)
            .maxUs(30 * HOUR)
            .overlapN(0)
            .overlapUs(0)
            .ties(0)
            .build();
    private static final WorkTimes TIMES = new WorkTimes(13, 50 * HOUR, 7 * HOUR, 30 * HOUR, 120 * HOUR);
    private static final Edge WITH_WORK = EdgeBuilder.builder()
            .from("Register")
            .to("Check")
            .n(10)
            .cases(10)
            .sumUs(20 * HOUR)
            .meanUs(2 * HOUR)
            .p50Us(HOUR)
            .p90Us(4 * HOUR)
            .minUs(0)
            .maxUs(5 * HOUR)
            .overlapN(0)
            .overlapUs(0)
            .ties(0)
            .build();

    @Test
    void work_someStartsNotRecorded_saysThatTheShareIsALowerBound() {
        Page page = page(List.of(
                bottleneck(1, WAITING, GapMeasure.WAITING), bottleneck(2, WITH_WORK, GapMeasure.INTER_COMPLETION)));

        assertThat(texts(page, "worked"))
                .containsExactly(
                        "Recorded work fills 20.0 % of the time from first start to last completion of 10 cases:"
                                + " 30 h in which an execution that ended was worked on, and 5 d in which none was. 20.0 %");
        assertThat(texts(page, "suspended"))
                .containsExactly("Executions were suspended for 7 h in all, which is no work.");
        assertThat(texts(page, "unknown-work"))
                .containsExactly(
                        "16 of 29 executions record no start. What work they took is not known and not counted, so the"
                                + " share of work is at least the one shown.");
        assertThat(texts(page, "processing").get(0))
                .isEqualTo("ActivityExecutionsWith a startMedian processingp90Total Check10410 h20 h32 h"
                        + " Register100not recorded–– Decide992 h3 h18 h");
    }

    @Test
    void map_withInstances_showsTheirEdgesAndTheSizeIsOfTheRecordedEvents() {
        Page page = page(List.of(bottleneck(1, WAITING, GapMeasure.WAITING)));

        assertThat(page.texts("size").get(0)).contains("58 events");
        assertThat(page.html()).contains("Claims: 3 activities, 2 transitions of executions from start to completion");
    }

    @Test
    void bottlenecks_mixedMeasures_markThoseThatHoldWork() {
        Page page = page(List.of(
                bottleneck(1, WAITING, GapMeasure.WAITING), bottleneck(2, WITH_WORK, GapMeasure.INTER_COMPLETION)));

        assertThat(page.texts("holds-work")).containsExactly("holds work");
        assertThat(page.html())
                .contains(
                        "Times are waiting, from the completion of one activity to the start of the next; where marked,"
                                + " starts are not recorded, or of too few passages, and the time holds work as well.");
    }

    @Test
    void bottlenecks_oneMeasure_isSaidOnceAndMarksNone() {
        Page waiting = page(List.of(bottleneck(1, WAITING, GapMeasure.WAITING)));
        Page work = page(List.of(bottleneck(1, WITH_WORK, GapMeasure.INTER_COMPLETION)));

        assertThat(waiting.html())
                .contains("Times are waiting: from the completion of one activity to the start of the next.");
        assertThat(work.html())
                .contains(
                        "Times run from one completion to the next: starts are not recorded, or of too few passages, so"
                                + " waiting cannot be told from work.");
        assertThat(waiting.texts("holds-work")).isEmpty();
        assertThat(work.texts("holds-work")).isEmpty();
    }

    @Test
    void work_noTimePassedAndNoneSuspended_claimsNoShare() {
        Page page = page(List.of(), new WorkTimes(29, 0, 0, 0, 0));

        assertThat(page.html()).contains("Work and waiting");
        assertThat(page.texts("worked")).isEmpty();
        assertThat(page.texts("suspended")).isEmpty();
        assertThat(page.texts("unknown-work")).isEmpty();
    }

    @Test
    void bottlenecks_passagesWithoutAStart_areSaidToBeLeftOut() {
        Bottleneck all = bottleneck(1, WAITING, GapMeasure.WAITING);
        Bottleneck some = BottleneckBuilder.builder(all)
                .rank(1)
                .targetUs(0)
                .nWithoutStart(2L)
                .build();

        assertThat(page(List.of(all)).texts("without-start")).isEmpty();
        assertThat(page(List.of(some)).texts("without-start")).containsExactly("2 left out, no start");
    }

    @Test
    void bottlenecks_spreadAndTrend_areSaidWhereTheySaySomething() {
        Bottleneck plain = bottleneck(1, WAITING, GapMeasure.WAITING);
        Bottleneck steady = BottleneckBuilder.builder(plain)
                .concentration(new BigDecimal("0.412345"))
                .trend(Trend.NO_SIGNAL)
                .build();
        Bottleneck worse =
                BottleneckBuilder.builder(steady).trend(Trend.WORSENED).build();

        assertThat(page(List.of(plain)).texts("spread")).isEmpty();
        assertThat(texts(page(List.of(steady)), "spread")).containsExactly("41.2 % of it in a tenth of the cases");
        assertThat(page(List.of(steady)).texts("trend")).isEmpty();
        assertThat(page(List.of(worse)).texts("trend")).containsExactly("it has worsened");
    }

    @Test
    void alternations_aPair_isShownWithCasesIntervalAndRecords() {
        Alternation pair = new Alternation(
                "claims",
                "Check",
                "Decide",
                4,
                3,
                new BigDecimal("0.300000"),
                new Interval(new BigDecimal("0.95"), new BigDecimal("0.107789"), new BigDecimal("0.603226"), "wilson"),
                18,
                50 * HOUR,
                List.of(new Citation("sap", Sha256.of("x"), 17, "Claim 4711")));
        String html = page(List.of(), TIMES, List.of(pair)).html().replace('\u00a0', ' ');

        assertThat(html)
                .contains("<h3>Back and forth</h3>")
                .contains("<bdi>Check</bdi> ⇄ <bdi>Decide</bdi>")
                .contains("<bdi class=\"tenant-text\">Claim 4711</bdi>");
        assertThat(page(List.of()).html()).doesNotContain("Back and forth");
    }

    @Test
    void work_eventsOnly_isNotOnThePage() {
        assertThat(Page.of(SampleDocuments.twoProcesses()).html()).doesNotContain("Work and waiting");
    }

    private static List<String> texts(Page page, String cssClass) {
        return page.texts(cssClass).stream()
                .map(text -> text.replace('\u00a0', ' '))
                .toList();
    }

    private static Page page(List<Bottleneck> bottlenecks) {
        return page(bottlenecks, TIMES);
    }

    private static Page page(List<Bottleneck> bottlenecks, WorkTimes times) {
        return page(bottlenecks, times, List.of());
    }

    private static Page page(List<Bottleneck> bottlenecks, WorkTimes times, List<Alternation> alternations) {
        ReportInput sample = SampleDocuments.empty();
        ProcessEdges events = ProcessEdgesBuilder.builder()
                .process("claims")
                .caseNotion("claim")
                .view(LogView.ACTIVITY)
                .cases(10)
                .events(58)
                .variants(4)
                .edges(List.of(WAITING))
                .build();
        ProcessEdges instances = ProcessEdgesBuilder.builder()
                .process("claims")
                .caseNotion("claim")
                .view(LogView.ACTIVITY_INSTANCE)
                .cases(10)
                .events(29)
                .variants(3)
                .edges(List.of(WITH_WORK, WAITING))
                .activities(List.of(
                        activity("Check", 10, new DurationFigures(4, 32 * HOUR, 8 * HOUR, 10 * HOUR, 20 * HOUR)),
                        activity("Register", 10, null),
                        activity("Decide", 9, new DurationFigures(9, 18 * HOUR, 2 * HOUR, 2 * HOUR, 3 * HOUR))))
                .times(times)
                .build();
        return Page.of(ReportInputBuilder.builder(sample)
                .edges(new EdgesDocument(sample.header(), List.of(events, instances)))
                .bottlenecks(new BottlenecksDocument(sample.header(), bottlenecks, List.of(), alternations, List.of()))
                .build());
    }

    private static ActivityStats activity(String name, long executions, DurationFigures processing) {
        return new ActivityStats(name, executions, 0, 0, 0, 0, 0, processing);
    }

    private static Bottleneck bottleneck(int rank, Edge edge, GapMeasure measure) {
        return BottleneckBuilder.builder()
                .from(edge.from())
                .to(edge.to())
                .n(edge.n())
                .cases(edge.cases())
                .p50Us(edge.p50Us())
                .p90Us(edge.p90Us())
                .meanUs(edge.meanUs())
                .process("claims")
                .rank(rank)
                .measure(measure)
                .recoverableUs(edge.sumUs())
                .targetUs(0)
                .share(new BigDecimal("0.500000"))
                .build();
    }
}
