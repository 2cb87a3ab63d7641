package com.opsatc.jobs.simulate.draw;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Monday to Friday, without holidays. */
public final class Workdays {
    private Workdays() {}

    public static boolean isWorkday(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The date itself, or the last working day before it. */
    public static LocalDate orBefore(LocalDate date) {
        LocalDate day = date;
        while (!isWorkday(day)) {
            day = day.minusDays(1);
        }

        return day;
    }

    /** The working day that many working days later; earlier when negative. */
    public static LocalDate plus(LocalDate date, int workdays) {
        LocalDate day = date;
        int step = Integer.signum(workdays);
        for (int left = Math.abs(workdays); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkday(day)) {
                left--;
            }
        }

        return day;
    }
}
