package com.opsatc.connector.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shift as it is declared, {@code 08:00-12:00}; one whose end is not after its beginning ends on the next day.
 *
 * @param fromMinute minutes after midnight
 * @param toMinute minutes after the same midnight, more than {@code fromMinute}
 */
public record DeclaredShift(int fromMinute, int toMinute) {
    private static final int DAY = 1_440;
    private static final Pattern TEXT =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-(?:([01][0-9]|2[0-3]):([0-5][0-9])|(24:00))");

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException that says how one is written
     */
    static DeclaredShift of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a shift is written as 08:00-17:00, up to 24:00");
        }

        int from = minutes(matcher.group(1), matcher.group(2));
        int to = matcher.group(5) == null ? minutes(matcher.group(3), matcher.group(4)) : DAY;
        return new DeclaredShift(from, to > from ? to : to + DAY);
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }
}
