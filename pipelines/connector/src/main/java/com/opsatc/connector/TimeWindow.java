package com.opsatc.connector;

import com.opsatc.connector.spec.Setting;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days in which times are times: one outside is a placeholder, such as 9999-12-31, or a slip, and would move the date that
 * all figures are computed as of.
 *
 * @param from the first day
 * @param to the last day
 */
public record TimeWindow(LocalDate from, LocalDate to) {
    /** Name of the setting that every connector has. */
    public static final String SETTING = "times";

    static final Setting DECLARED = new Setting(
            "First and last year, or day, in which a time is one; rows with others are kept out. For data that are"
                    + " shifted in time, such as 2100..2300.",
            false,
            "1970..2099",
            null);
    private static final String DAY = "([0-9]{4})(-[0-9]{2}-[0-9]{2})?";
    private static final Pattern RANGE = Pattern.compile(DAY + " ?\\.\\. ?" + DAY);

    /** The window of {@code 1970..2099} or {@code 1970-01-01..2099-12-31}; empty when the text is no such range. */
    static Optional<TimeWindow> parse(String text) {
        Matcher range = RANGE.matcher(text.strip());
        if (!range.matches()) {
            return Optional.empty();
        }

        try {
            LocalDate from = LocalDate.parse(range.group(1) + (range.group(2) == null ? "-01-01" : range.group(2)));
            LocalDate to = LocalDate.parse(range.group(3) + (range.group(4) == null ? "-12-31" : range.group(4)));
            return to.isBefore(from) ? Optional.empty() : Optional.of(new TimeWindow(from, to));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first day as a year where it begins one. */
    public String first() {
        return from.getDayOfYear() == 1 ? String.valueOf(from.getYear()) : from.toString();
    }

    /** The last day as a year where it ends one. */
    public String last() {
        return to.plusDays(1).getDayOfYear() == 1 ? String.valueOf(to.getYear()) : to.toString();
    }
}
