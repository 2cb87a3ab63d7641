package com.opsatc.connector.calendar;

import com.opsatc.contract.text.Nearest;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/** Days of the week as they are declared: {@code mon}, or {@code mon-fri}. */
final class Weekdays {
    private static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private Weekdays() {}

    /**
     * The days of a name, in order; a range may go over Sunday.
     *
     * @throws IllegalArgumentException that names the legal ones
     */
    static List<DayOfWeek> of(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length > 2) {
            throw unknown(text);
        }

        int first = index(ends[0]);
        int last = index(ends[ends.length - 1]);
        List<DayOfWeek> days = new ArrayList<>();
        for (int i = first; ; i = (i + 1) % NAMES.size()) {
            days.add(DayOfWeek.of(i + 1));
            if (i == last) {
                return days;
            }
        }
    }

    private static int index(String name) {
        int index = NAMES.indexOf(name);
        if (index < 0) {
            throw unknown(name);
        }
        return index;
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "days are " + NAMES + ", or a range as mon-fri" + Meant.of(Nearest.of(name, NAMES)));
    }
}
