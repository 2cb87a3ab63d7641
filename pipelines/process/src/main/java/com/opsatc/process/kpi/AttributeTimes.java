package com.opsatc.process.kpi;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * Reads attribute values that say when: a date (ISO-8601), which is a day of the zone, or an instant in microseconds.
 *
 * @param where the connector entry that names the attribute, for messages
 */
record AttributeTimes(String where, ZoneId zone) {
    private static final Pattern INSTANT = Pattern.compile("-?[0-9]{5,}");
    private static final long MICROS_PER_SECOND = 1_000_000;

    /** The first microsecond of the day, or the instant. */
    long startUs(String value) {
        return INSTANT.matcher(value).matches() ? instant(value) : startOf(date(value));
    }

    /** The last microsecond of the day, or the instant. */
    long endUs(String value) {
        return INSTANT.matcher(value).matches()
                ? instant(value)
                : startOf(date(value).plusDays(1)) - 1;
    }

    static PipelineException unusable(String where, String expected) {
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot measure a KPI: an attribute that " + where + " names does not hold " + expected
                        + " in every row; correct the connector's column types");
    }

    private long instant(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw unusable(where, "a date or an instant in microseconds");
        }
    }

    private LocalDate date(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw unusable(where, "a date or an instant in microseconds");
        }
    }

    private long startOf(LocalDate date) {
        return Math.multiplyExact(date.atStartOfDay(zone).toEpochSecond(), MICROS_PER_SECOND);
    }
}
