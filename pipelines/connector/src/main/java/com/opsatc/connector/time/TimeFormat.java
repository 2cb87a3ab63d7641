package com.opsatc.connector.time;

import java.time.ZoneId;
import java.util.Optional;

/** One notation of dates, instants and times of day: {@code iso}, a count such as {@code epoch-ms}, or a pattern. */
interface TimeFormat {
    /**
     * What a text says; empty when it is not in this notation or says what is no time, such as the 31st of February.
     *
     * @param text without blanks at its ends, every run of blanks inside one blank
     */
    Optional<TimeText> read(String text);

    /**
     * The notation of a word or pattern.
     *
     * @param zone whose own abbreviations are read
     * @throws IllegalArgumentException when it is neither a known word nor a java.time pattern
     */
    static TimeFormat of(String format, ZoneId zone) {
        if (format.equals(IsoTimes.NAME)) {
            return new IsoTimes(new ZoneWords(zone));
        }

        return CountedTime.named(format)
                .<TimeFormat>map(counted -> counted)
                .orElseGet(() -> new PatternTimes(format, new ZoneWords(zone)));
    }
}
