package com.opsatc.connector.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ISO 8601 as logs have it: T or a blank before the time; seconds, a fraction of up to nine digits after a point or comma,
 * and a zone are optional; single digits where hyphens part them; also without hyphens and colons ({@code
 * 20260105T080000Z}), a date alone, and a time of day alone.
 *
 * <p>Zones: {@code Z}, {@code +01}, {@code +0100}, {@code +01:00}, {@code UTC}, {@code GMT+1}, {@code Europe/Berlin}, and the
 * abbreviations of {@link ZoneWords}. Hour 24 and second 60 are no times.
 */
public final class IsoTimes implements TimeFormat {
    public static final String NAME = "iso";
    private static final String ZONE = "(?: ?([A-Za-z+-][A-Za-z0-9:+/_-]*)(?:\\[[A-Za-z0-9+/_-]+])?)?";
    private static final Pattern DATED = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
            + "(?:[Tt ]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?)?" + ZONE);
    private static final Pattern BASIC = Pattern.compile(
            "([0-9]{4})([0-9]{2})([0-9]{2})" + "[Tt]([0-9]{2})([0-9]{2})(?:([0-9]{2})(?:[.,]([0-9]{1,9}))?)?" + ZONE);
    private static final Pattern TIME =
            Pattern.compile("()()()([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?()");
    private static final int NANO_DIGITS = 9;

    private final ZoneWords words;

    IsoTimes(ZoneWords words) {
        this.words = words;
    }

    @Override
    public Optional<TimeText> read(String text) {
        TimeText common = IsoScan.read(text);
        return common == null ? matched(text) : Optional.of(common);
    }

    /** By the patterns, which tell every form. */
    Optional<TimeText> matched(String text) {
        for (Pattern form : new Pattern[] {DATED, BASIC, TIME}) {
            Matcher found = form.matcher(text);
            if (found.matches()) {
                return said(found);
            }
        }

        return Optional.empty();
    }

    private Optional<TimeText> said(Matcher found) {
        try {
            LocalDate date = found.group(1).isEmpty()
                    ? null
                    : LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
            LocalTime time = found.group(4) == null
                    ? null
                    : LocalTime.of(number(found, 4), number(found, 5), number(found, 6), nanos(found.group(7)));
            String zone = found.group(8);
            if (zone == null || zone.isEmpty()) {
                return Optional.of(new TimeText(date, time, null));
            }

            Optional<ZoneId> meant = words.offset(zone);
            return meant.map(offset -> new TimeText(date, time, offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, int group) {
        return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
    }

    private static int nanos(String fraction) {
        return fraction == null ? 0 : Integer.parseInt(fraction + "0".repeat(NANO_DIGITS - fraction.length()));
    }
}
