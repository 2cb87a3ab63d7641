package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.ageing.ProcessAgeing;
import com.opsatc.contract.document.AgeingDocument;
import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.SampleAgeing;
import com.opsatc.jobs.report.testing.SampleDocuments;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page says of what is open. */
class AgeingTextTest {
    private static final ReportInput SAMPLE = SampleDocuments.oneProcess();

    @Test
    void ageing_risksGiven_showsAgesAndWhoIsMostAtRisk() {
        Page page = page(SampleAgeing.incident());

        assertThat(texts(page, "open-now"))
                .containsExactly(
                        "4 cases are open at the end of the logical date, 2 of them for longer than 10 d, within"
                                + " which nine in ten of the 400 closed cases were closed.");
        assertThat(texts(page, "ages"))
                .containsExactly(
                        "AgeOpenShareLate under 1 day11 of 4 25.0 %0 1 to 3 days00 of 4 0.0 %0 3 to 7 days11 of 4 25.0 %0"
                                + " 7 to 30 days00 of 4 0.0 %0 30 to 90 days22 of 4 50.0 %2");
        assertThat(texts(page, "open-cases"))
                .containsExactly("Not late yet, with the largest risk CaseOpen forLast doneOnRisk90 % intervalPast"
                        + " casesRecord INC 25 dDiagnose27 Jun 202625.0 %19.1 to 32.0 %30 of 120servicenow a6d1765ab64d"
                        + " row 9");
        assertThat(page.html())
                .contains("Foreseen for 24 earlier weeks, 53.8 of 60 intervals of 90 % came true.")
                .contains("acme-incident-open.csv");
    }

    @Test
    void ageing_risksWithheld_saysWhyAndShowsTheOldest() {
        Page page = page(SampleAgeing.withheld());

        assertThat(page.html())
                .contains("No risk of missing its date is given. Of 60 intervals 40.0 held.")
                .doesNotContain("came true");
        assertThat(texts(page, "open-cases"))
                .containsExactly("Open for longest CaseOpen forLast doneOnRecord INC 130 d lateAssign2 Jun 2026number"
                        + " INC1 servicenow a6d1765ab64d row 4");
    }

    @Test
    void ageing_connectorDoesNotTell_saysSoInOneLine() {
        Page page = page(ProcessAgeing.none("incident", "The connector names nothing that ends a case."));

        assertThat(page.html()).contains("Not measured: The connector names nothing that ends a case.");
        assertThat(page.texts("open-now")).isEmpty();
        assertThat(page.texts("ages")).isEmpty();
    }

    private static Page page(ProcessAgeing ageing) {
        return Page.of(ReportInputBuilder.builder(SAMPLE)
                .ageing(new AgeingDocument(SAMPLE.header(), List.of(ageing)))
                .build());
    }

    private static List<String> texts(Page page, String cssClass) {
        return page.texts(cssClass).stream()
                .map(text -> text.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip())
                .toList();
    }
}
