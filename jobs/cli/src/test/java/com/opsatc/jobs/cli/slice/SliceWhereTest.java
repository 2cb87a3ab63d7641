package com.opsatc.jobs.cli.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.Sha256;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.EvidenceRowBuilder;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceWhereTest {
    private static EvidenceRow row(String system, String date) {
        return EvidenceRowBuilder.builder()
                .record("r")
                .system(system)
                .file(Sha256.of("f"))
                .row(1)
                .date(LocalDate.parse(date))
                .contribution(1)
                .weight(1)
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "period = 2013-W10|period = 2013-W10",
                "  period in 2013-W10 .. 2013-W20 |period in 2013-W10..2013-W20",
                "period in 2013-W10..2013-W10|period = 2013-W10",
                "period in (2013-03)|period = 2013-03",
                "system=sap and period = 2013|period = 2013 and system = \"sap\"",
                "system in (b, \"a c\", b)|system in (\"a c\", \"b\")",
            })
    void parse_conditions_haveOneWayOfWriting(String written, String text) {
        SliceWhere where = SliceWhere.parse(written);

        assertThat(where.text()).isEqualTo(text);
        assertThat(SliceWhere.parse(text).text()).isEqualTo(text);
    }

    /** ISO weeks begin on Mondays: the first of 2013 on the last day of 2012. */
    @ParameterizedTest
    @CsvSource({
        "period = 2013-W01, 2012-12-30, false",
        "period = 2013-W01, 2012-12-31, true",
        "period = 2013-W01, 2013-01-06, true",
        "period = 2013-W01, 2013-01-07, false",
        "period = 2013-02, 2013-02-28, true",
        "period = 2013-02, 2013-03-01, false",
        "period in 2012..2013-02, 2012-01-01, true",
        "period in 2012..2013-02, 2011-12-31, false",
        "period = 2020-W53, 2021-01-03, true",
        "system = sap, 2013-01-01, true",
        "system = SAP, 2013-01-01, false",
        "system in (crm) and period = 2013, 2013-01-01, false",
    })
    void holds_rowOfADate_isWithinTheConditions(String where, String date, boolean holds) {
        assertThat(SliceWhere.parse(where).holds(row("sap", date))).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|at character 1: expected period or system",
                "period|at character 7: expected '=' or 'in'",
                "period =|at character 9: expected a value",
                "period = 2013-03-04|at character 10: a day is finer than a week, which no slice is; expected a week such as"
                        + " 2013-W10, a month such as 2013-03, or a year",
                "period = soon|at character 10: expected a week such as 2013-W10, a month such as 2013-03, or a year",
                "period = 2013-W54|at character 10: there is no such week or month",
                "period = 2013-W53|at character 10: there is no such week or month",
                "period = 2013-13|at character 10: there is no such week or month",
                "period in 2013-W10|at character 19: expected '..' and where it ends, as in 2013-W10..2013-W20",
                "period in 2013-W10..2012|at character 21: it ends before it begins",
                "period in (2013, 2015)|at character 18: a period is one, or from..to",
                "period = 2013 or system = a|at character 15: expected 'and', or the end",
                "period = 2013 and|at character 18: expected period or system",
                "period = 2013 and period = 2014|at character 19: period is there already",
                "system in a..b|at character 11: systems have no order; write system = S or system in (S, T)",
                "system in (a b)|at character 14: expected ',' or ')'",
                "system = 'a|at character 10: expected a word, a text in double quotes, '=', '..', '(', ',' or ')'",
                "case = 7|at character 1: one member is no slice, 'opsatc explain ID --all' lists them; expected period or"
                        + " system",
                "order_id = 7|at character 1: one member is no slice, 'opsatc explain ID --all' lists them; expected period"
                        + " or system",
                "period = 2013 and employee = x|at character 19: no figure is of a person; expected period or system",
                "\"period\" = 2013|at character 2: expected period or system",
            })
    void parse_whatIsNoSlice_saysWhereAndWhatIsAllowed(String written, String message) {
        assertThatThrownBy(() -> SliceWhere.parse(written))
                .isInstanceOf(SliceSyntaxException.class)
                .hasMessage(message);
    }

    @Test
    void parse_whatIsNoSlice_neverRepeatsIt() {
        assertThatThrownBy(() -> SliceWhere.parse("customer = \"Canary Ltd\""))
                .hasMessage("at character 1: expected period or system")
                .hasNoCause();
    }
}
