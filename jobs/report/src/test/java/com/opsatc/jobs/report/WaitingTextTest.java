package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.WaitingDocument;
import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.SampleDocuments;
import com.opsatc.jobs.report.testing.SampleWaiting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page says of why work waits. */
class WaitingTextTest {
    private static final ReportInput SAMPLE = SampleDocuments.oneProcess();

    @Test
    void waiting_causesTold_showsEachWithItsBoundsAndWhereItIs() {
        Page page = page(SampleWaiting.incident());

        assertThat(texts(page, "waited"))
                .containsExactly("400 executions waited 2.5 d in all from when they could have begun to when they did."
                        + " batching 20.0 %, contention 50.0 %, extraneous 30.0 %");
        assertThat(texts(page, "causes").get(1))
                .isEqualTo("CauseTimeShare95 % intervalAt leastAt mostWithout it, share of work"
                        + " Batching for the rest of its batch10 h20.0 %8.0 to 13.0 h9 h14 h+4.2 %"
                        + " Contention for earlier work of its resource25 h50.0 %23.0 to 28.0 h24 h29 h+12.0 %"
                        + " Extraneous for nothing that the log tells15 h30.0 %13.0 to 18.0 h14 h19 h+6.7 %");
        assertThat(texts(page, "waits"))
                .containsExactly("BetweenWaitingSharenCausesMost of it"
                        + " Assign → Diagnose40 h66.7 %250batching 28.6 %, contention 71.4 %Contention, 71.4 %"
                        + " Diagnose → Resolve20 h33.3 %150extraneous 100.0 %Extraneous, 100.0 %");
        assertThat(page.html())
                .contains("has no cause: no resource is recorded.")
                .contains("12 that record no start, and 130 that nothing enabled")
                .contains("<bdi>office</bdi>")
                .contains("acme-incident-waiting.csv");
    }

    @Test
    void waiting_noResourceRecorded_showsTheTimeWithoutCauses() {
        ProcessWaiting told = SampleWaiting.incident();
        ProcessWaiting.Coverage all = told.coverage();
        Page page = page(new ProcessWaiting(
                "incident",
                null,
                null,
                new ProcessWaiting.Coverage(all.measured(), 0, 0, all.processingUs(), all.waitUs(), 0),
                List.of(),
                1,
                List.of(new ProcessWaiting.TransitionWaiting("Assign", "Diagnose", 250, all.waitUs(), 0, List.of()))));

        assertThat(page.texts("causes")).isEmpty();
        assertThat(texts(page, "waits"))
                .containsExactly("BetweenWaitingSharenCausesMost of it" + " Assign → Diagnose2.5 d100.0 %250––");
    }

    @Test
    void waiting_logDoesNotTell_saysSo() {
        Page page = page(ProcessWaiting.none("incident", "The log does not tell when work begins."));

        assertThat(page.html())
                .contains("Why work waits")
                .contains("Not measured: The log does not tell when work begins.");
        assertThat(page.texts("waited")).isEmpty();
    }

    private static Page page(ProcessWaiting waiting) {
        return Page.of(ReportInputBuilder.builder(SAMPLE)
                .waiting(new WaitingDocument(SAMPLE.header(), List.of(waiting)))
                .build());
    }

    private static List<String> texts(Page page, String cssClass) {
        return page.texts(cssClass).stream()
                .map(text -> text.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip())
                .toList();
    }
}
