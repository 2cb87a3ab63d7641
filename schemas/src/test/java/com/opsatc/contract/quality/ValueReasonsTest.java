package com.opsatc.contract.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ValueReasonsTest {
    @Test
    void sentence_ofAValueThatIsNone_namesTheColumnAndTheSetting() {
        assertThat(Reason.sentence("time-after-2099"))
                .isEqualTo("time after 2099; if the data are shifted in time, say which years they lie in, such as"
                        + " --set times=2100..2300");
        assertThat(Reason.sentence("time-before-2026-02-10")).startsWith("time before 2026-02-10; ");
        assertThat(Reason.sentence("number:at"))
                .isEqualTo(
                        "column at holds a number where a time is expected; say what it counts where the connector has"
                                + " a setting for it: epoch-s, epoch-ms, epoch-us or epoch-ns since 1970, excel or"
                                + " excel-1904 for serial numbers of a spreadsheet, such as --set format=epoch-ms");
        assertThat(Reason.sentence("zone:at")).startsWith("column at names a zone by an abbreviation");
        assertThat(Reason.sentence("type:kwmeng")).startsWith("the text of column kwmeng is not of its type");
        assertThat(Reason.sentence("required:case_id"))
                .isEqualTo(
                        "column case_id must have a value, and it is empty or a word that means unknown, such as NULL");
        assertThat(Reason.sentence("else:x")).isEqualTo("else:x");
    }
}
