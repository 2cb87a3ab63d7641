package com.opsatc.connector.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Within which time something must be answered.
 *
 * @param days by the wall clock of 24 hours each; by the business calendar, until the end of so many working days after the day of the
 *     event; null where hours are declared
 * @param hours of the clock; null where days are declared
 * @param clock {@code wall} when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleDeadline(Integer days, Integer hours, Clock clock) {
    public RuleDeadline {
        clock = clock == null ? Clock.WALL : clock;
        if ((days == null) == (hours == null)) {
            throw new IllegalArgumentException("Invalid deadline of a rule: it needs either days or hours");
        }
    }

    /** As people say it, e.g. {@code 2 working days}. */
    public String words() {
        int count = days == null ? hours : days;
        return count
                + (clock == Clock.BUSINESS ? " working " : " ")
                + (days == null ? "hour" : "day")
                + (count == 1 ? "" : "s");
    }

    /** What is counted. */
    public enum Clock {
        /** All time. */
        WALL,
        /** Working time of the tenant's calendar. */
        BUSINESS;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Clock ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
