package com.opsatc.jobs.cli.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.document.Variant;
import com.opsatc.contract.id.Sha256;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.EvidenceRowBuilder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceWhereTest {
    private static final String ALLOWED =
            "expected period, system, variant, object-type, a declared attribute, or an activity and 'before'";
    private static final SliceNames NAMES = new SliceNames(
            List.of("Close", "Hold", "Open"),
            List.of("item", "order"),
            1,
            List.of(new Variant(new Sha256("a".repeat(64)), List.of("Open", "Hold", "Close"), 1, 0)));

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
                "b = y and period = 2013 and a in (z, x)|period = 2013 and a in (\"x\", \"z\") and b = \"y\"",
                "\"On Hold\" before Closed and Open before Closed|\"On Hold\" before \"Closed\" and \"Open\" before \"Closed\"",
                "object-type = item and variant = 0a1b2c3d|variant = \"0a1b2c3d\" and object-type = \"item\"",
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
        assertThat(new SliceParts(SliceWhere.parse(where), SliceNames.NONE)
                        .holds(new SlicedMember(row("sap", date), /* path= */ null)))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|at character 1: " + ALLOWED,
                "period|at character 7: expected '=', 'in' or 'before'",
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
                "period = 2013 and|at character 18: " + ALLOWED,
                "period = 2013 and period = 2014|at character 19: this condition is there already",
                "system in a..b|at character 11: only periods have an order; write system = S or system in (S, T)",
                "system in (a b)|at character 14: expected ',' or ')'",
                "system = 'a|at character 10: expected a word, a text in double quotes, '=', '..', '(', ',' or ')'",
                "case = 7|at character 1: one member is no slice, 'opsatc explain ID --all' lists them; " + ALLOWED,
                "order_id = 7|at character 1: one member is no slice, 'opsatc explain ID --all' lists them; " + ALLOWED,
                "period = 2013 and employee = x|at character 19: no figure is of a person; " + ALLOWED,
                "a = 1 and a = 2|at character 11: this condition is there already",
                "Open before|at character 12: expected a value",
                "variant in a..b|at character 12: only periods have an order; write variant = S or variant in (S, T)",
                "country in a..b|at character 12: only periods have an order; write A = S or A in (S, T)",
                "a = 1 and b = 1 and c = 1 and d = 1 and e = 1 and f = 1|at character 51: a slice has at most 5 conditions",
                "\"period\" = 2013|at character 2: " + ALLOWED,
            })
    void parse_whatIsNoSlice_saysWhereAndWhatIsAllowed(String written, String message) {
        assertThatThrownBy(() -> SliceWhere.parse(written))
                .isInstanceOf(SliceSyntaxException.class)
                .hasMessage(message);
    }

    /** Activities are numbered by their names: Close 0, Hold 1, Open 2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Open before Close|2 1 0|true",
                "Open before Hold|2 1 0|true",
                "Close before Open|2 1 0|false",
                "Close before Open|2 0 2 0|true",
                "Open before Open|2 0|false",
                "Open before Open|2 0 2|true",
                "Open before Close|2 1 1|false",
                "Hold before Close|2 0|false",
                "object-type = item|2|true",
                "object-type = order|2|false",
                "object-type in (item, order)|2|true",
                "variant = aaaaaaaa|2 1 0|true",
                "variant = aaaaaaaa|2 1 0 0|false",
            })
    void holds_conditionOnACase_isOfItsRecordedOrder(String where, String path, boolean holds) {
        assertThat(new SliceParts(SliceWhere.parse(where), NAMES)
                        .holds(new SlicedMember(row("sap", "2013-01-01"), CasePath.of(path, "0 12"))))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Opem before Close|at character 1: no activity of the process has this name; did you mean Open?",
                "Open before 'x'|at character 14: no activity of the process has this name",
                "object-type = person|at character 15: no type of objects of the process has this name",
                "variant = aaaa|at character 11: expected a variant as 'opsatc variants' lists it, or the first 8 characters or"
                        + " more of one",
            })
    void names_thatStandForNothing_areRefusedWithTheirPlace(String where, String message) {
        SliceWhere chosen = SliceWhere.parse(where.replace('\'', '"'));

        assertThatThrownBy(() -> new SliceParts(chosen, NAMES))
                .isInstanceOf(SliceSyntaxException.class)
                .hasMessage(message);
    }

    @Test
    void parse_whatIsNoSlice_neverRepeatsIt() {
        assertThatThrownBy(() -> SliceWhere.parse("\"Canary Ltd\" = customer"))
                .hasMessage("at character 2: expected " + SliceDimension.allowed())
                .hasNoCause();
    }
}
