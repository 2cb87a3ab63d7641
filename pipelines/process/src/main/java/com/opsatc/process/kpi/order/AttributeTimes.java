package com.opsatc.process.kpi.order;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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
        return endUs(value, 0);
    }

    /** The first microsecond of the day that many days after the one that the value lies in; before it when negative. */
    long startUs(String value, int days) {
        return startOf(day(value).plusDays(days));
    }

    /** As {@link #endUs(String)}, that many days later, at the same time of day. */
    long endUs(String value, int days) {
        if (!INSTANT.matcher(value).matches()) {
            return startOf(date(value).plusDays(days + 1L)) - 1;
        }

        long us = instant(value);
        Instant later = local(us).plusDays(days).toInstant();
        return Math.addExact(
                Math.multiplyExact(later.getEpochSecond(), MICROS_PER_SECOND), Math.floorMod(us, MICROS_PER_SECOND));
    }

    /** The day of the zone that the value is, or lies in, as days since 1970. */
    long epochDay(String value) {
        return day(value).toEpochDay();
    }

    private LocalDate day(String value) {
        return INSTANT.matcher(value).matches() ? local(instant(value)).toLocalDate() : date(value);
    }

    private ZonedDateTime local(long us) {
        return Instant.ofEpochSecond(Math.floorDiv(us, MICROS_PER_SECOND)).atZone(zone);
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
