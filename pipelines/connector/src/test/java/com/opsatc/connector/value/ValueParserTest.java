package com.opsatc.connector.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.TestStreams;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.NullWords;
import com.opsatc.connector.time.InstantValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValueParserTest {
    @ParameterizedTest
    @CsvSource({
        "iso, 2010-12-30T14:32:00.000+01:00, 2010-12-30T13:32:00Z",
        "iso, 2010-12-30 14:32:00+01:00, 2010-12-30T13:32:00Z",
        "iso, 2010-12-30 14:32:00+0100, 2010-12-30T13:32:00Z",
        "iso, 2010-12-30T14:32Z, 2010-12-30T14:32:00Z",
        "iso, 2010-12-30T14:32:00.1234567+05:30, 2010-12-30T09:02:00.123456Z",
        "iso, 2010-12-30 14:32:00, 2010-12-30T13:32:00Z",
        "iso, 2010-12-30, 2010-12-29T23:00:00Z",
        "yyyyMMdd HHmmss, 20200229 235959, 2020-02-29T22:59:59Z",
        "d-MMM-yy, 2-Jun-06, 2006-06-01T22:00:00Z",
        "d-MMM-yy, 2-SEP-06, 2006-09-01T22:00:00Z",
        // The clocks of Berlin skip 02:00 to 03:00 on 2024-03-31, and have 02:00 to 03:00 twice on 2024-10-27.
        "iso, 2024-03-31T02:30:00, 2024-03-31T01:30:00Z",
        "iso, 2024-10-27T02:30:00, 2024-10-27T00:30:00Z",
    })
    void parse_anInstant_isExact(String format, String text, Instant expected) {
        assertThat(value(ColumnType.INSTANT, format, text)
                        .map(InstantValue.class::cast)
                        .map(InstantValue::micros))
                .contains(ChronoUnit.MICROS.between(Instant.EPOCH, expected));
    }

    @ParameterizedTest
    @CsvSource({
        "iso, 2010-02-31T10:00:00Z",
        "iso, 2010-12-30T24:00:00Z",
        "iso, 30.12.2010",
        "iso, 2010-12-30T14:32:00Z trailing",
        "d-MMM-yy, 31-Feb-06",
        "d-MMM-yy, Date Not Captured",
        "HH:mm, 14:32",
    })
    void parse_whatIsNoInstant_isEmpty(String format, String text) {
        assertThat(value(ColumnType.INSTANT, format, text)).isEmpty();
    }

    @Test
    void parse_everyOtherType_givesItsValueOrNothing() {
        assertThat(value(ColumnType.DATE, "yyyyMMdd", "20200229"))
                .contains((int) LocalDate.of(2020, 2, 29).toEpochDay());
        assertThat(value(ColumnType.DATE, "yyyyMMdd", "20210229")).isEmpty();
        assertThat(value(ColumnType.DATE, "yyyyMMdd", "00000000")).isEmpty();
        assertThat(value(ColumnType.TIME, "HHmmss", "000001")).contains(1_000_000L);
        assertThat(value(ColumnType.INTEGER, "iso", " +42 ")).contains(42L);
        assertThat(value(ColumnType.INTEGER, "iso", "42-")).contains(-42L);
        assertThat(value(ColumnType.INTEGER, "iso", "9223372036854775808")).isEmpty();
        assertThat(value(ColumnType.INTEGER, "iso", "1.0")).isEmpty();
        assertThat(value(ColumnType.INTEGER, "1.234,5", "1.234-")).contains(-1_234L);
        assertThat(value(ColumnType.DECIMAL, "iso", "120.500-").map(Object::toString))
                .contains("-120.500000000");
        assertThat(value(ColumnType.DECIMAL, "iso", ".5").map(Object::toString)).contains("0.500000000");
        assertThat(value(ColumnType.DECIMAL, "iso", "0.0000000001")).isEmpty();
        assertThat(value(ColumnType.DECIMAL, "iso", "1e3")).isEmpty();
        assertThat(value(ColumnType.DECIMAL, "iso", "1,5")).isEmpty();
        assertThat(value(ColumnType.DECIMAL, "iso", "1" + "0".repeat(29))).isEmpty();
        assertThat(value(ColumnType.BOOLEAN, "iso", "YES")).contains(true);
        assertThat(value(ColumnType.BOOLEAN, "iso", "İ")).isEmpty();
        assertThat(value(ColumnType.LIST, "iso", "['a', \"b c\" ]").map(Object::toString))
                .contains("[a, b c]");
        assertThat(value(ColumnType.LIST, "iso", "[]").map(Object::toString)).contains("[]");
        for (String broken : new String[] {"['a'", "['a' 'b']", "[a]", "['a]", "a", "[", "['a',"}) {
            assertThat(value(ColumnType.LIST, "iso", broken)).as(broken).isEmpty();
        }
    }

    @Test
    void parse_monthNames_doNotDependOnTheMachine() {
        assertThat(Locale.getDefault().getLanguage()).isEqualTo("tr");
        assertThat(TimeZone.getDefault().getID()).isEqualTo("Pacific/Auckland");
        for (String month : "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")) {
            assertThat(value(ColumnType.DATE, "d-MMM-yy", "1-" + month + "-10"))
                    .as(month)
                    .isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1234.5; 1234.5; 1234.5",
                "1.234,5; 1.234,500; 1234.5",
                "1.234,5; 1234,5; 1234.5",
                "1.234,5; 10.000-; -10000",
                "1.234,5; -1.234.567,25; -1234567.25",
                "1,234.5; 1,234.500; 1234.5",
                "1,234.5; 1234.5; 1234.5",
                "1 234,5; 1\u202f234,5; 1234.5",
                "1'234.5; 1'234.5; 1234.5",
            })
    void parse_aDecimalInItsStyle_isExact(String style, String text, String expected) {
        assertThat(value(ColumnType.DECIMAL, style, text.replace("\\u202f", "\u202f"))
                        .map(number -> ((java.math.BigDecimal) number).stripTrailingZeros()))
                .contains(new java.math.BigDecimal(expected).stripTrailingZeros());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.234,5; 1234.5",
                "1.234,5; 1.23,4",
                "1.234,5; 1.2345",
                "1,234.5; 1,23.4",
                "1,234.5; 1.234,5",
                "1 234,5; 1.5"
            })
    void parse_aDecimalInAnotherStyle_isNothing(String style, String text) {
        assertThat(value(ColumnType.DECIMAL, style, text)).isEmpty();
    }

    @Test
    void parse_aText_losesWhatCannotBeSeenAtItsEnds() {
        for (String text : List.of("A1", "A1 ", "\u00a0A1", "A1\u200b", "\ufeff\tA1\u2009\n")) {
            assertThat(value(ColumnType.STRING, "iso", text)).as(text).contains("A1");
        }
        assertThat(value(ColumnType.STRING, "iso", "001")).contains("001");
        assertThat(value(ColumnType.STRING, "iso", "a b")).contains("a b");
        assertThat(text("exact", " A1 ")).contains(" A1 ");
        assertThat(text("folded", " A1 ")).contains("a1");
    }

    @Test
    void mean_usualWords_standAsTheyAreWrittenAndNeverForNamibia() {
        NullWords text = NullWords.of(column(ColumnType.STRING, null, null));
        NullWords instant = NullWords.of(column(ColumnType.INSTANT, null, null));

        for (String word : List.of(
                "", " \u00a0", "NULL", "null", " N/A ", "n/a", "#N/A", "NaN", "None", "nil", "(null)", "\\N", "-",
                "?")) {
            assertThat(text.mean(word)).as(word).isTrue();
            assertThat(instant.mean(word)).as(word).isTrue();
        }
        for (String word : List.of("NA", "none", "0", "N", "Nullable", "--- ")) {
            assertThat(text.mean(word)).as(word).isFalse();
        }
        assertThat(instant.mean("NA")).isTrue();
        NullWords own = NullWords.of(column(ColumnType.STRING, List.of("00.00.0000"), null));
        assertThat(own.mean("00.00.0000")).isTrue();
        assertThat(own.mean("NULL")).isFalse();
        NullWords both = NullWords.of(column(ColumnType.STRING, List.of("usual", "x"), null));
        assertThat(both.mean("NULL") && both.mean("x")).isTrue();
        assertThat(NullWords.of(column(ColumnType.STRING, List.of(), null)).mean("-"))
                .isFalse();
    }

    private static Optional<Object> text(String form, String text) {
        return ValueParser.of(column(ColumnType.STRING, null, form), ZoneId.of("UTC"))
                .parse(text);
    }

    private static ColumnSpec column(ColumnType type, List<String> nulls, String form) {
        return new ColumnSpec(
                "c", List.of("C"), type, false, List.of(), nulls, null, null, null, null, "A column.", null, form);
    }

    private static Optional<Object> value(ColumnType type, String format, String text) {
        return ValueParser.of(TestStreams.column("c", "C", type, false, format), ZoneId.of("Europe/Berlin"))
                .parse(text);
    }
}
