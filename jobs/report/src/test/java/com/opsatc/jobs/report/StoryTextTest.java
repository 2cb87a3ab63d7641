package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.document.BottlenecksDocument;
import com.opsatc.contract.document.FindingsDocument;
import com.opsatc.contract.document.FindingsDocument.NotSupported;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.document.RulesDocument;
import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.SampleDocuments;
import com.opsatc.jobs.report.testing.SampleRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page says of a process before anything else. */
class StoryTextTest {
    private static final ReportInput SAMPLE = SampleDocuments.twoProcesses();

    @Test
    void story_everythingKnown_answersInOrderAndLeadsToThePlaces() {
        Page page = Page.of(SAMPLE);

        assertThat(texts(page))
                .containsExactly(
                        "What changedOn time, order lines fell, and stayed down for eight weeks in a row. 95 % interval 80.1 to"
                                + " 85.4 % (wilson); since 4 May 2026; 6 hypotheses tested beside it Where the time"
                                + " goesCredit check → Release order 1,300 d beyond its target; 38.1 % of all such time; 95 %"
                                + " interval 1,209 to 1,378 d What to doEscalate decisions that lie longer than nine in ten,"
                                + " from Credit check to Release order: 100 d to 1,300 d of elapsed time less; the upper end is"
                                + " an upper bound. observation",
                        "What changedTime to resolve rose by half and has not come back. 95 % interval 22.5 to 25.0 h"
                                + " (order-statistic); since 20 Apr 2026; 4 hypotheses tested beside it Where the time"
                                + " goesAssign to group → Work in progress 1,140 d beyond its target; 45.2 % of all such time;"
                                + " 95 % interval 1,060 to 1,208 d Why work waitsMost for contention: for earlier work of its"
                                + " resource 25 h; 50.0 % of what has a cause What to doNothing that the findings support. At"
                                + " risk now4 cases are open, 2 of them late. the largest risk of another to be late is 25.0 %, from 30 of 120 past cases");
        assertThat(page.html().indexOf("class=\"story\""))
                .isLessThan(page.html().indexOf("Key figures"));
    }

    @Test
    void story_severalMovedTogether_saysWhatAllHaveInCommonAndTheGreatest() {
        Finding first = SAMPLE.findings().findings().stream()
                .filter(finding -> finding.kind() == FindingKind.KPI_SHIFT)
                .findFirst()
                .orElseThrow();
        Finding other = FindingBuilder.builder(first).id(first.id() + "-2").build();
        Page page = Page.of(ReportInputBuilder.builder(SAMPLE)
                .findings(new FindingsDocument(
                        SAMPLE.findings().header(),
                        List.of(first.leading("2 KPIs were worse from the week of 2026-05-04 on.", List.of(other))),
                        List.of()))
                .build());

        assertThat(texts(page).get(0))
                .startsWith(
                        "What changed2 KPIs were worse from the week of 2026-05-04 on. most of all: On time, order lines"
                                + " fell, and stayed down for eight weeks in a row; 95 % interval 80.1 to 85.4 % (wilson); since 4"
                                + " May 2026; 6 hypotheses tested beside it ");
    }

    @Test
    void story_ruleThatIsBroken_isNamedWithHowMany() {
        Page page = Page.of(ReportInputBuilder.builder(SAMPLE)
                .rules(new RulesDocument(SAMPLE.rules().header(), SampleRules.incident()))
                .build());

        assertThat(texts(page).get(1))
                .contains(" Which rule is broken mostIncidents are diagnosed in time in 30 of 390 cases; 7.9 % of those"
                        + " decided; 95 % interval 5.6 to 11.0 % What to do");
        assertThat(page.html()).contains("-rules\">Rules</h3>");
    }

    @Test
    void story_nothingMovedAndNothingIsRecommended_saysSo() {
        Page page = Page.of(ReportInputBuilder.builder(SAMPLE)
                .findings(new FindingsDocument(
                        SAMPLE.findings().header(),
                        List.of(),
                        List.of(new NotSupported("order-to-cash", FindingKind.KPI_SHIFT, 12, "None moved."))))
                .bottlenecks(new BottlenecksDocument(SAMPLE.bottlenecks().header(), List.of()))
                .recommendations(new RecommendationsDocument(
                        SAMPLE.recommendations().header(),
                        List.of(),
                        List.of(),
                        SAMPLE.recommendations().lookedAt()))
                .build());

        assertThat(texts(page).get(0))
                .isEqualTo("What changedNothing beyond what weeks differ by of themselves. 12 hypotheses tested"
                        + " What to doNothing that the findings support.");
    }

    private static List<String> texts(Page page) {
        return page.texts("story").stream()
                .map(text -> text.replace('\u00a0', ' '))
                .toList();
    }
}
