package com.opsatc.kernel.calendar;

/**
 * A span of working time on the clock of a zone, of the day on which it begins. {@code 22:00} to {@code 06:00} ends on the
 * next day, {@code 00:00} to {@code 24:00} is a whole one.
 *
 * @param fromMinute minutes after midnight, 0 to 1439
 * @param toMinute minutes after the same midnight; more than {@code fromMinute}, at most 1440 more
 */
public record WorkShift(int fromMinute, int toMinute) {
    static final int DAY = 1_440;

    public WorkShift {
        if (fromMinute < 0 || fromMinute >= DAY || toMinute <= fromMinute || toMinute - fromMinute > DAY) {
            throw new IllegalArgumentException("Invalid shift: it must begin within a day, and last up to 24 hours");
        }
    }
}
