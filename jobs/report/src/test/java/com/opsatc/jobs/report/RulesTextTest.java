package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.document.RulesDocument;
import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.SampleDocuments;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page says of declared rules. */
class RulesTextTest {
    private static final ReportInput SAMPLE = SampleDocuments.oneProcess();

    @Test
    void rules_ofAProcess_areShownWithTheCasesThatBreakThem() {
        Page page = Page.of(SAMPLE);

        assertThat(page.texts("rules").stream().map(RulesTextTest::plain))
                .containsExactly("RuleCasesBreak itShare95 % intervalLate by, medianWorst cases"
                        + " Incidents are diagnosed in time After Assign comes Diagnose within 2 working days"
                        + " 4 pending: the case is open and nothing is late. 1 undecided."
                        + " No event of activity 'Diagnose again' was seen. 390307.9 %5.6 to 11.0 %"
                        + "8 h, a tenth more than 20 h"
                        + "INC0007, 2.1 d late, missing: INC0007 servicenow a6d1765ab64d row 7"
                        + " INC0003, 20 h late: INC0003 servicenow a6d1765ab64d row 3 INC0004 servicenow a6d1765ab64d"
                        + " row 4");
        assertThat(plain(page.html()))
                .contains("<dt>Not tested, <bdi class=\"tenant-text\">No case has Escalate more than once</bdi></dt>"
                        + "<dd>No event of activity 'Escalate' was seen, so that the rule was not tested.</dd>")
                .contains("acme-incident-rules.csv");
    }

    @Test
    void rules_noneDeclared_areNotOnThePage() {
        Page page = Page.of(ReportInputBuilder.builder(SAMPLE)
                .rules(new RulesDocument(SAMPLE.header(), List.of()))
                .build());

        assertThat(page.html()).doesNotContain("<h3>Rules</h3>");
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
