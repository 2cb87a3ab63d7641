package com.opsatc.jobs.cli.slice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A week, a month or a year, as the tenant's zone has its days.
 *
 * <pre>
 *   2013-W10 -> 2013-03-04 to 2013-03-10,   2013-03 -> 2013-03-01 to 2013-03-31,   2013 -> 2013-01-01 to 2013-12-31
 * </pre>
 */
record SlicePeriod(String text, LocalDate first, LocalDate last) {
    static final String ALLOWED = "expected a week such as 2013-W10, a month such as 2013-03, or a year";

    /** @throws SliceSyntaxException for what is none of these */
    static SlicePeriod parse(SliceWord word) {
        try {
            if (word.text().matches("[0-9]{4}-W[0-9]{2}")) {
                LocalDate monday =
                        LocalDate.parse(word.text() + "-1", DateTimeFormatter.ISO_WEEK_DATE.withLocale(Locale.ROOT));
                return new SlicePeriod(word.text(), monday, monday.plusDays(6));
            }

            if (word.text().matches("[0-9]{4}-[0-9]{2}")) {
                YearMonth month = YearMonth.parse(word.text());
                return new SlicePeriod(word.text(), month.atDay(1), month.atEndOfMonth());
            }

            if (word.text().matches("[0-9]{4}")) {
                Year year = Year.parse(word.text());
                return new SlicePeriod(
                        word.text(), year.atDay(1), year.atMonth(12).atEndOfMonth());
            }
        } catch (DateTimeException e) {
            throw new SliceSyntaxException(word.position(), "there is no such week or month");
        }

        boolean day = word.text().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        throw new SliceSyntaxException(
                word.position(), (day ? "a day is finer than a week, which no slice is; " : "") + ALLOWED);
    }
}
