package com.opsatc.connector.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.PatternCheck;
import com.opsatc.connector.TestStreams;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.value.ValueParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2026-01-05T08:00:00,5Z; 2026-01-05T08:00:00.500Z",
                "2026-01-05 08:00:00,123; 2026-01-05T07:00:00.123Z",
                "2026-01-05T08:00:00+01; 2026-01-05T07:00:00Z",
                "2026-01-05T08:00:00+0000; 2026-01-05T08:00:00Z",
                "2026-01-05T08:00:00-02:30; 2026-01-05T10:30:00Z",
                "20260105T080000Z; 2026-01-05T08:00:00Z",
                "20260105T080000; 2026-01-05T07:00:00Z",
                "2026-01-05 08:00:00 UTC; 2026-01-05T08:00:00Z",
                "2026-01-05 08:00:00.25 utc; 2026-01-05T08:00:00.250Z",
                "2026-01-05 08:00:00 GMT; 2026-01-05T08:00:00Z",
                "2026-01-05 08:00:00 GMT+2; 2026-01-05T06:00:00Z",
                "2026-01-05 08:00:00 CET; 2026-01-05T07:00:00Z",
                "2026-01-05 08:00:00 EST; 2026-01-05T13:00:00Z",
                "2026-01-05T08:00:00-05:00[America/New_York]; 2026-01-05T13:00:00Z",
                "2026-01-05 08:00:00 America/New_York; 2026-01-05T13:00:00Z",
                "2026-1-5 9:05; 2026-01-05T08:05:00Z",
                "2026-01-05   09:05:07; 2026-01-05T08:05:07Z",
                "2026-01-05\u202f09:05; 2026-01-05T08:05:00Z",
                "\u00a02026-01-05\u200909:05\u200b; 2026-01-05T08:05:00Z",
                "2026-01-05; 2026-01-04T23:00:00Z",
            })
    void iso_formsThatLogsHave_areRead(String text, Instant expected) {
        assertThat(read("iso", text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05 24:00:00",
                "2026-01-05 23:59:60",
                "2026-02-30",
                "20260105",
                "1767600000",
                "2026-01-05 08:00:00 IST",
                "2026-01-05 08:00:00 PM",
                "2026-01-05 8",
                "05-01-2026 08:00:00",
                "2026-01-05 08:00:00.1234567890",
                "2026-01-05 08:00:00 Mars/Crater"
            })
    void iso_whatIsNoTime_isNothing(String text) {
        assertThat(read("iso", text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "M/d/yyyy H:mm; 5/10/2017   8:33; 2017-05-10T06:33:00Z",
                "M/d/yyyy H:mm; 05/10/2017 08:33; 2017-05-10T06:33:00Z",
                "MM/dd/yyyy HH:mm; 5/1/2017 8:33; 2017-05-01T06:33:00Z",
                "M/d/yyyy, h:mm:ss a; 1/5/2026, 9:05:00\u202fAM; 2026-01-05T08:05:00Z",
                "M/d/yyyy, h:mm:ss a; 1/5/2026, 2:00:00 pm; 2026-01-05T13:00:00Z",
                "M/d/yyyy h:mm a; 1/5/2026 2:00PM; 2026-01-05T13:00:00Z",
                "M/d/yyyy h:mm a; 1/5/2026 12:00 a.m.; 2026-01-04T23:00:00Z",
                "M/d/yyyy hh:mma; 1/5/2026 12:00 PM; 2026-01-05T11:00:00Z",
                "dd.MM.yyyy HH:mm:ss; 05.01.2026 08:00:00 UTC; 2026-01-05T08:00:00Z",
                "dd.MM.yyyy HH:mm; 05.01.2026 08:00 UTC+1; 2026-01-05T07:00:00Z",
                "yyyy-MM-dd HH:mm:ss z; 2025-10-26 02:30:00 CEST; 2025-10-26T00:30:00Z",
                "yyyy-MM-dd HH:mm:ss z; 2025-10-26 02:30:00 CET; 2025-10-26T01:30:00Z",
                "yyyy-MM-dd HH:mm:ss z; 2025-07-01 10:00:00 EST; 2025-07-01T15:00:00Z",
                "yyyy-MM-dd HH:mm:ss z; 2025-07-01 12:00:00 EDT; 2025-07-01T16:00:00Z",
                "EEE MMM dd HH:mm:ss zzz yyyy; Mon Jan 05 08:00:00 UTC 2026; 2026-01-05T08:00:00Z",
                "dd MMM yyyy 'at' HH:mm; 5 jan 2026 AT 08:00; 2026-01-05T07:00:00Z",
                "yyyyMMdd HHmmss; 20260105 080000; 2026-01-05T07:00:00Z",
                "epoch-s; 1767600000; 2026-01-05T08:00:00Z",
                "epoch-s; 1767600000.25; 2026-01-05T08:00:00.250Z",
                "epoch-s; -1.5; 1969-12-31T23:59:58.500Z",
                "epoch-ms; 1767600000123; 2026-01-05T08:00:00.123Z",
                "epoch-us; 1767600000123456; 2026-01-05T08:00:00.123456Z",
                "epoch-ns; 1767600000123456789; 2026-01-05T08:00:00.123456Z",
                "excel; 46027.375; 2026-01-05T08:00:00Z",
                "excel; 46027,375; 2026-01-05T08:00:00Z",
                "excel; 46027.3784722222; 2026-01-05T08:05:00Z",
                "excel; 61; 1900-02-28T23:00:00Z",
                "excel; 59; 1900-02-27T23:00:00Z",
                "excel-1904; 44565.375; 2026-01-05T08:00:00Z",
            })
    void read_textInItsFormat_isTheInstantInBerlin(String format, String text, Instant expected) {
        assertThat(read(format, text)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "excel; 60",
                "excel; -1",
                "epoch-s; 12:00",
                "epoch-ms; 99999999999999999999",
                "yyyy-MM-dd HH:mm:ss z; 2025-07-01 10:00:00 IST",
                "yyyy-MM-dd HH:mm:ss z; 2025-07-01 10:00:00",
                "yyyy-MM-dd HH:mm:ss z; 2025-07-01 10:00:00 XYZ",
                "yyyyMMdd; 2026015",
                "dd.MM.yyyy HH:mm; 05.01.2026 8:0",
            })
    void read_whatIsNotInTheFormat_isNothing(String format, String text) {
        assertThat(read(format, text)).isEmpty();
    }

    @Test
    void read_anAbbreviationWithSeveralMeanings_followsTheZoneThatUsesIt() {
        String format = "yyyy-MM-dd HH:mm z";
        assertThat(read(format, "2026-01-05 08:00 CST", "America/Chicago"))
                .contains(Instant.parse("2026-01-05T14:00:00Z"));
        assertThat(read(format, "2026-07-05 08:00 CDT", "America/Chicago"))
                .contains(Instant.parse("2026-07-05T13:00:00Z"));
        assertThat(read(format, "2026-01-05 08:00 CST", "Asia/Shanghai"))
                .contains(Instant.parse("2026-01-05T00:00:00Z"));
        assertThat(read(format, "2026-07-05 08:00 BST", "Europe/London"))
                .contains(Instant.parse("2026-07-05T07:00:00Z"));
        assertThat(read(format, "2026-01-05 08:00 CST", "UTC")).isEmpty();
        assertThat(read(format, "2026-01-05 08:00 EST", "Australia/Sydney")).isEmpty();
    }

    @Test
    void read_localTimes_sayWhereTheClocksMakeThemUncertain() {
        assertThat(value("iso", "2025-03-30 02:30:00", "Europe/Berlin").orElseThrow())
                .isEqualTo(new InstantValue(micros("2025-03-30T01:30:00Z"), 0, false, true, false));
        assertThat(value("iso", "2025-10-26 02:50:00", "Europe/Berlin").orElseThrow())
                .isEqualTo(new InstantValue(micros("2025-10-26T00:50:00Z"), 0, false, false, true));
        assertThat(value("iso", "2025-10-26 02:50:00+01:00", "Europe/Berlin")
                        .orElseThrow()
                        .inOverlap())
                .isFalse();
        assertThat(value("iso", "2025-10-26", "Europe/Berlin").orElseThrow().dateOnly())
                .isTrue();
        assertThat(value("iso", "2025-10-26 00:00", "Europe/Berlin")
                        .orElseThrow()
                        .dateOnly())
                .isFalse();
        assertThat(value("excel", "46027", "Europe/Berlin").orElseThrow().dateOnly())
                .isTrue();
    }

    @Test
    void read_nanoseconds_areKeptBesideTheMicroseconds() {
        InstantValue value =
                value("iso", "2026-03-10 15:40:54.088249900", "UTC").orElseThrow();

        assertThat(value.micros()).isEqualTo(micros("2026-03-10T15:40:54.088249Z"));
        assertThat(value.nanos()).isEqualTo(900);
        assertThat(value.fine()).isEqualTo(900);
    }

    @Test
    void failure_ofAnInstant_namesNumbersAndZones() {
        ValueParser parser = parser("iso", "Europe/Berlin");

        assertThat(parser.failure("1767600000000")).isEqualTo("number");
        assertThat(parser.failure("46027.375")).isEqualTo("number");
        assertThat(parser.failure("2026-01-05 08:00:00 IST")).isEqualTo("zone");
        assertThat(parser.failure("2026-01-05 08:00:99")).isEqualTo("type");
        assertThat(parser.failure("yesterday")).isEqualTo("type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy-MM-dd hh:mm:ss | INSTANT | a format with h, hours up to 12, and no AM or PM (a), so that it fixes no time of day; write H for hours up to 24",
                "dd.MM.yyyy[ h:mm] | INSTANT | a format with h, hours up to 12, and no AM or PM (a), so that it fixes no time of day; write H for hours up to 24",
                "YYYY-MM-dd HH:mm | INSTANT | a format with Y, the year of a week; write y for the year",
                "yyyy-MM-DD | DATE | a format with D, the day of the year, beside a month; write d for the day of the month",
                "mm/dd/yyyy HH:MM | INSTANT | a format with m, minutes, before the hour; write M for the month",
                "yyyy-MM-dd mm:ss | INSTANT | the format yyyy-MM-dd mm:ss, which does not fix year, month and day, and the hour if it has any part of a time",
                "yyyy-MM | DATE | the format yyyy-MM, which does not fix year, month and day",
                "yyyy-MM-dd | TIME | the format yyyy-MM-dd, which does not fix at least the hour",
                "HH:mm | INSTANT | the format HH:mm, which does not fix year, month and day, and the hour if it has any part of a time",
                "yyyy-MM-dd HH:mm zzzz | INSTANT | a format with a zone's name in full, which is not read; write z for an abbreviation such as CET",
                "excel | TIME | a format that counts days, not times of a day",
                "QQQQQQ | INSTANT | a format that is neither iso nor a java.time pattern",
            })
    void problem_aPatternThatFixesNoTime_isNamed(String format, ColumnType type, String problem) {
        assertThat(PatternCheck.problem(format, type)).contains(problem);
    }

    @Test
    void problem_patternsThatFixTheirTime_isNone() {
        for (String format : List.of(
                "iso",
                "epoch-ms",
                "excel-1904",
                "yyyy-MM-dd",
                "dd.MM.yyyy HH:mm[:ss][.SSS]",
                "M/d/yyyy h:mm:ss a",
                "M/d/yy",
                "d-MMM-yy",
                "yyyyMMddHHmmss",
                "yyyyMMdd HHmmss",
                "yyyyDDD",
                "YYYY-'W'ww-e",
                "yyyy-MM-dd HH",
                "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX",
                "yyyy-MM-dd HH:mm VV",
                "EEE MMM dd HH:mm:ss zzz yyyy",
                "[d/M/yyyy][yyyy-MM-dd]",
                "dd-MM-yyyy:HH.mm")) {
            assertThat(PatternCheck.problem(format, ColumnType.INSTANT))
                    .as(format)
                    .isEmpty();
        }
        assertThat(PatternCheck.problem("HHmmss", ColumnType.TIME)).isEmpty();
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }

    private static Optional<Instant> read(String format, String text) {
        return read(format, text, "Europe/Berlin");
    }

    private static Optional<Instant> read(String format, String text, String zone) {
        return value(format, text, zone).map(value -> Instant.EPOCH.plus(value.micros(), ChronoUnit.MICROS));
    }

    private static Optional<InstantValue> value(String format, String text, String zone) {
        return parser(format, zone).parse(text).map(InstantValue.class::cast);
    }

    private static ValueParser parser(String format, String zone) {
        ColumnSpec column = TestStreams.column("c", "C", ColumnType.INSTANT, false, format);
        return ValueParser.of(column, ZoneId.of(zone));
    }

    /** Texts made of the parts of ISO times, most of them of the common form, some of them no times at all. */
    @Test
    void iso_anyText_isReadWithoutPatternsAsWithThem() {
        IsoTimes iso = new IsoTimes(new ZoneWords(ZoneId.of("Europe/Berlin")));
        String[][] parts = {
            {"2026-01-05", "2024-02-29", "2023-02-29", "2026-13-01", "26-01-05", "0001-01-01", "2026-1-05", "２026-01-05"
            },
            {"T", " ", "t", "", "T0"},
            {"08:00:00", "23:59:59", "24:00:00", "23:59:60", "8:00:00", "08:00", "08:0a:00", "-1:00:00"},
            {"", ".5", ",123", ".123456789", ".1234567890", ".", ".1x"},
            {
                "", "Z", "z", "+01:00", "-02:30", "+17:59", "+18:00", "+19:00", "-00:00", "+1:00", "+0100", " UTC",
                "+01:60", "[x]"
            },
        };
        Random random = new Random(7);
        int common = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (String[] choices : parts) {
                text.append(random.nextInt(3) > 0 ? choices[0] : choices[random.nextInt(choices.length)]);
            }

            common += IsoScan.read(text.toString()) == null ? 0 : 1;
            assertThat(iso.read(text.toString())).as(text.toString()).isEqualTo(iso.matched(text.toString()));
        }

        assertThat(common).isGreaterThan(60_000);
    }
}
