package com.opsatc.connector;

import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.text.Blanks;
import com.opsatc.connector.time.CountedTime;
import com.opsatc.connector.time.IsoTimes;
import com.opsatc.connector.time.PatternLetters;
import com.opsatc.connector.time.PatternTimes;
import com.opsatc.connector.time.TimeText;
import com.opsatc.connector.time.ZoneWords;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a time pattern says what its column needs: a pattern from which no hour follows would be read as midnight, one from
 * which no day follows never at all. Judged by writing dates with the pattern and reading them back.
 */
public final class PatternCheck {
    /** The second lies in a week that belongs to the next year. */
    private static final List<LocalDateTime> SAMPLES =
            List.of(LocalDateTime.of(2025, 11, 6, 15, 42, 53), LocalDateTime.of(2024, 12, 31, 21, 7, 9));

    private static final Pattern CHOICES = Pattern.compile("(\\[[^\\[\\]]*]){2,}");

    private PatternCheck() {}

    /** What is wrong with a format of a column of a type, for people; empty when nothing is. */
    public static Optional<String> problem(String format, ColumnType type) {
        if (format.equals(IsoTimes.NAME)) {
            return Optional.empty();
        }
        if (CountedTime.named(format).isPresent()) {
            return type == ColumnType.TIME
                    ? Optional.of("a format that counts days, not times of a day")
                    : Optional.empty();
        }

        try {
            boolean reads = reads(format, type);
            return slip(new PatternLetters(format))
                    .or(() -> reads
                            ? Optional.empty()
                            : Optional.of("the format " + format + ", which does not fix " + needed(type)));
        } catch (IllegalArgumentException e) {
            return Optional.of("a format that is neither iso nor a java.time pattern");
        }
    }

    /** Letters that are often confused. */
    private static Optional<String> slip(PatternLetters letters) {
        if (letters.has("hK") && !letters.has("aB")) {
            return Optional.of(
                    "a format with h, hours up to 12, and no AM or PM (a), so that it fixes no time of day; write"
                            + " H for hours up to 24");
        }
        if (letters.has("Y") && !letters.has("w")) {
            return Optional.of("a format with Y, the year of a week; write y for the year");
        }
        if (letters.has("D") && letters.has("ML")) {
            return Optional.of(
                    "a format with D, the day of the year, beside a month; write d for the day of the month");
        }
        if (letters.before('m', 'H') || letters.before('m', 'h')) {
            return Optional.of("a format with m, minutes, before the hour; write M for the month");
        }
        if (letters.has("S") && !letters.has("s")) {
            return Optional.of("a format with S, fractions of a second, and no seconds; write s for seconds");
        }
        return letters.longZoneName()
                ? Optional.of(
                        "a format with a zone's name in full, which is not read; write z for an abbreviation such as CET")
                : Optional.empty();
    }

    /** Whether the pattern does, with all that is optional in it or, where optional parts are choices, with each of them. */
    private static boolean reads(String format, ColumnType type) {
        if (readsBack(format, type)) {
            return true;
        }

        Matcher choices = CHOICES.matcher(format);
        if (!choices.find()) {
            return false;
        }

        String around = format.substring(0, choices.start()) + "%s" + format.substring(choices.end());
        return Arrays.stream(choices.group()
                        .substring(1, choices.group().length() - 1)
                        .split("]\\["))
                .allMatch(choice -> readsBack(around.replace("%s", choice), type));
    }

    private static boolean readsBack(String format, ColumnType type) {
        PatternTimes pattern = new PatternTimes(format, new ZoneWords(ZoneOffset.UTC));
        PatternLetters letters = new PatternLetters(format);
        for (LocalDateTime sample : SAMPLES) {
            try {
                String text = pattern.formatter().format(sample.atZone(ZoneOffset.UTC));
                Optional<TimeText> said = pattern.read(Blanks.single(text));
                if (said.isEmpty() || !fits(said.get(), sample, letters, type)) {
                    return false;
                }
            } catch (DateTimeException e) {
                return false;
            }
        }

        return true;
    }

    private static boolean fits(TimeText said, LocalDateTime sample, PatternLetters letters, ColumnType type) {
        boolean dated = sample.toLocalDate().equals(said.date());
        boolean timed = timed(said.time(), sample.toLocalTime(), letters);
        return switch (type) {
            case DATE -> dated;
            case TIME -> timed;
            default -> dated && (timed || !letters.has("HhKkmsSnNAaB"));
        };
    }

    private static boolean timed(LocalTime said, LocalTime sample, PatternLetters letters) {
        return said != null
                && said.getHour() == sample.getHour()
                && (!letters.has("m") || said.getMinute() == sample.getMinute())
                && (!letters.has("s") || said.getSecond() == sample.getSecond());
    }

    private static String needed(ColumnType type) {
        return switch (type) {
            case DATE -> "year, month and day";
            case TIME -> "at least the hour";
            default -> "year, month and day, and the hour if it has any part of a time";
        };
    }
}
