package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.document.BottlenecksDocument;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.unusual.UnusualStep;
import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.SampleDocuments;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page says of times far from the others. */
class UnusualTextTest {
    private static final ReportInput SAMPLE = SampleDocuments.twoProcesses();
    private static final long HOUR = 3_600_000_000L;

    @Test
    void unusual_slowPassages_areShownWithTheRecordsTheyEndWith() {
        Page page = page(new UnusualStep(
                "incident",
                "Assign",
                "Work <in> progress",
                400,
                2 * HOUR,
                HOUR / 60,
                0,
                90 * HOUR,
                1,
                List.of(new UnusualStep.Passage(
                        240 * HOUR,
                        new Citation("servicenow", Sha256.of("x"), 17),
                        new Citation("servicenow", Sha256.of("x"), 18, "INC0004711")))));

        assertThat(page.html().replace('\u00a0', ' '))
                .contains("<h3>Times far from the others</h3>")
                .contains("<tr><th scope=\"row\"><bdi>Assign</bdi> → <bdi>Work &lt;in&gt; progress</bdi></th>"
                        + "<td class=\"n\">400</td><td class=\"n\">2 h</td><td class=\"n\">1 <small>from 3.8 d</small></td>"
                        + "<td class=\"n\">–</td><td><ul class=\"places\"><li>10 d, <bdi class=\"tenant-text\">INC0004711</bdi>"
                        + " <bdi>servicenow</bdi> ")
                .contains("row 18</li></ul></td></tr>")
                .contains("acme-incident-unusual.csv");
    }

    @Test
    void unusual_onlyFastPassages_saysHowManyAndListsNone() {
        Page page =
                page(new UnusualStep("incident", "Assign", "Close", 25, 2 * HOUR, HOUR, 3, 90 * HOUR, 0, List.of()));

        assertThat(page.html().replace('\u00a0', ' '))
                .contains("<td class=\"n\">–</td><td class=\"n\">3 <small>below 1 h</small></td>"
                        + "<td><ul class=\"places\"></ul></td>");
    }

    @Test
    void unusual_none_isNotOnThePage() {
        assertThat(Page.of(SAMPLE).html()).doesNotContain("Times far from the others");
    }

    private static Page page(UnusualStep step) {
        return Page.of(ReportInputBuilder.builder(SAMPLE)
                .bottlenecks(new BottlenecksDocument(
                        SAMPLE.bottlenecks().header(),
                        SAMPLE.bottlenecks().bottlenecks(),
                        List.of(),
                        List.of(),
                        List.of(step)))
                .build());
    }
}
