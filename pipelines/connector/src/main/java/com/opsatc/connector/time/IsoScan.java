package com.opsatc.connector.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The commonest forms of ISO 8601 without the cost of a pattern: {@code 2026-01-05T08:00:00}, with T or a blank, a fraction of up to
 * nine digits or none, and nothing, {@code Z} or an offset such as {@code +01:00} after it.
 */
final class IsoScan {
    private static final int SECONDS_END = 19;
    private static final int OFFSET = 6;
    private static final int NANO_DIGITS = 9;
    private static final int NONE = -1;

    private IsoScan() {}

    /** What the text says; null for every other form and for what is no time, which {@link IsoTimes} then judges. */
    static TimeText read(String text) {
        if (text.length() < SECONDS_END || !hasMarks(text)) {
            return null;
        }

        int at = SECONDS_END;
        int nanos = 0;
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
            int end = at + 1;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }

            nanos = nanos(text, at + 1, end);
            at = end;
        }

        ZoneId zone = zone(text, at);
        if (nanos == NONE || zone == null && at < text.length()) {
            return null;
        }

        return said(text, nanos, zone);
    }

    private static TimeText said(String text, int nanos, ZoneId zone) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        if ((year | month | day | hour | minute | second) < 0) {
            return null;
        }

        try {
            return new TimeText(LocalDate.of(year, month, day), LocalTime.of(hour, minute, second, nanos), zone);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean hasMarks(String text) {
        char between = text.charAt(10);
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (between == 'T' || between == ' ')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static ZoneId zone(String text, int at) {
        if (at + 1 == text.length() && text.charAt(at) == 'Z') {
            return ZoneOffset.UTC;
        }
        if (at + OFFSET != text.length() || text.charAt(at + 3) != ':') {
            return null;
        }

        int hours = number(text, at + 1, at + 3);
        int minutes = number(text, at + 4, at + OFFSET);
        char sign = text.charAt(at);
        boolean legal = hours >= 0 && hours < 18 && minutes >= 0 && minutes < 60 && (sign == '+' || sign == '-');
        if (!legal) {
            return null;
        }

        return sign == '+' ? ZoneOffset.ofHoursMinutes(hours, minutes) : ZoneOffset.ofHoursMinutes(-hours, -minutes);
    }

    private static int nanos(String text, int from, int to) {
        if (from == to || to - from > NANO_DIGITS) {
            return NONE;
        }

        int nanos = number(text, from, to);
        for (int digits = to - from; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }

        return nanos;
    }

    /** Negative where one is no digit of ASCII. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return NONE;
            }

            number = 10 * number + text.charAt(i) - '0';
        }

        return number;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
