package com.opsatc.connector.spec;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The date of a delivery as the file's name tells it, by patterns such as {@code *_{yyyyMMdd}*}: {@code *} and {@code ?} as
 * in {@link StreamSpec#files()}, and one date in braces, of the letters {@code yyyy MM dd HH mm ss} and what stands between
 * them ({@code T} or a sign). A pattern with a {@code /} is held against the name with its folder, any other against the name alone.
 *
 * <p>The first pattern that fits speaks; where several dates in a name fit it, the latest. Digits beside a date that would
 * make its number longer are none of it: {@code 1736467200123} holds no date. Nor is a number a date that would be one
 * before 1970 or after 2199.
 */
public final class DeliveryDate {
    private static final Pattern BRACES = Pattern.compile("(.*?)\\{([^{}]*)}(.*)", Pattern.DOTALL);
    private static final Pattern LETTERS = Pattern.compile("[yMdHms]+");
    private static final Pattern LEGAL = Pattern.compile("(?:yyyy|MM|dd|HH|mm|ss|T|[-_.:/ ])+");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;
    private static final List<String> DAY = List.of("yyyy", "MM", "dd");

    private DeliveryDate() {}

    /** @param patterns separated by commas; none fits when empty */
    static Optional<LocalDateTime> in(String patterns, String fileName) {
        for (String pattern : patterns.split(",")) {
            Matcher parts = BRACES.matcher(pattern.strip());
            Optional<LocalDateTime> date = parts.matches() ? latest(parts, fileName) : Optional.empty();
            if (date.isPresent()) {
                return date;
            }
        }

        return Optional.empty();
    }

    /** What is wrong with patterns, each a sentence; empty when nothing is. */
    public static List<String> problems(String patterns) {
        List<String> problems = new ArrayList<>();
        for (String pattern : patterns.split(",")) {
            Matcher parts = BRACES.matcher(pattern.strip());
            if (pattern.isBlank()) {
                continue;
            }
            if (!parts.matches() || parts.group(3).contains("{")) {
                problems.add("the pattern " + pattern.strip() + " has no one date in braces, such as *_{yyyyMMdd}*");
            } else if (!LEGAL.matcher(parts.group(2)).matches() || !DAY.stream().allMatch(parts.group(2)::contains)) {
                problems.add("the date {" + parts.group(2)
                        + "} is not made of yyyy, MM and dd, and HH, mm, ss where the" + " names tell a time");
            }
        }

        return problems;
    }

    private static Optional<LocalDateTime> latest(Matcher pattern, String fileName) {
        boolean folders = pattern.group().contains("/");
        String name = (folders ? fileName : fileName.substring(fileName.lastIndexOf('/') + 1)).toLowerCase(Locale.ROOT);
        Pattern before = Pattern.compile(StreamSpec.regex(pattern.group(1).toLowerCase(Locale.ROOT)), Pattern.DOTALL);
        Pattern after = Pattern.compile(StreamSpec.regex(pattern.group(3).toLowerCase(Locale.ROOT)), Pattern.DOTALL);
        DateTimeFormatter date = DateTimeFormatter.ofPattern(
                        pattern.group(2).replace("yyyy", "uuuu").replace("T", "'t'"), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
        Matcher places = digits(pattern.group(2)).matcher(name);
        LocalDateTime latest = null;
        for (int from = 0; from < name.length() && places.find(from); from = places.start() + 1) {
            if (before.matcher(name.substring(0, places.start())).matches()
                    && after.matcher(name.substring(places.end())).matches()) {
                LocalDateTime found = parsed(date, places.group());
                latest = found != null && (latest == null || found.isAfter(latest)) ? found : latest;
            }
        }

        return Optional.ofNullable(latest);
    }

    /** Digits where the letters stand, and no digit on either side. */
    private static Pattern digits(String date) {
        Matcher letters = LETTERS.matcher(date);
        StringBuilder regex = new StringBuilder("(?<![0-9])");
        int at = 0;
        while (letters.find()) {
            regex.append(Pattern.quote(date.substring(at, letters.start()).toLowerCase(Locale.ROOT)));
            regex.append("[0-9]{").append(letters.end() - letters.start()).append('}');
            at = letters.end();
        }

        return Pattern.compile(regex + Pattern.quote(date.substring(at).toLowerCase(Locale.ROOT)) + "(?![0-9])");
    }

    private static LocalDateTime parsed(DateTimeFormatter format, String text) {
        try {
            TemporalAccessor parts = format.parse(text);
            LocalDate date = LocalDate.from(parts);
            if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
                return null;
            }

            return date.atTime(part(parts, ChronoField.HOUR_OF_DAY), part(parts, ChronoField.MINUTE_OF_HOUR))
                    .withSecond(part(parts, ChronoField.SECOND_OF_MINUTE));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int part(TemporalAccessor parts, ChronoField field) {
        return parts.isSupported(field) ? parts.get(field) : 0;
    }
}
