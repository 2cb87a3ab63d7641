package com.opsatc.connector;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates, instants and times of day by patterns, strictly: the 31st of February is no date.
 *
 * <p>An instant is exact when its text has an offset. A local one lies in the given zone; an hour that the zone skips is
 * moved forward by the gap, of an hour that it repeats the earlier is meant. A date without a time begins its day.
 * Fractions beyond microseconds are cut.
 */
final class Times {
    private static final long MICROS = 1_000_000L;
    private static final long NANOS_PER_MICRO = 1_000L;
    private static final DateTimeFormatter ISO = iso();

    private final List<DateTimeFormatter> formats;
    private final ZoneId zone;

    Times(List<String> patterns, ZoneId zone) {
        this.formats = patterns.stream().map(Times::formatter).toList();
        this.zone = zone;
    }

    Optional<Object> date(String text) {
        return parse(text)
                .map(found -> found.query(TemporalQueries.localDate()))
                .map(date -> (int) date.toEpochDay());
    }

    Optional<Object> time(String text) {
        return parse(text)
                .map(found -> found.query(TemporalQueries.localTime()))
                .map(time -> time.toNanoOfDay() / NANOS_PER_MICRO);
    }

    Optional<Object> instant(String text) {
        return parse(text)
                .filter(found -> found.query(TemporalQueries.localDate()) != null)
                .map(this::micros);
    }

    private Optional<TemporalAccessor> parse(String text) {
        String stripped = text.strip();
        for (DateTimeFormatter format : formats) {
            java.text.ParsePosition at = new java.text.ParsePosition(0);
            try {
                TemporalAccessor found = format.parse(stripped, at);
                if (at.getIndex() == stripped.length()) {
                    return Optional.of(found);
                }
            } catch (DateTimeException e) {
                continue;
            }
        }

        return Optional.empty();
    }

    private long micros(TemporalAccessor found) {
        LocalDate date = found.query(TemporalQueries.localDate());
        LocalTime given = found.query(TemporalQueries.localTime());
        LocalDateTime local = date.atTime(given == null ? LocalTime.MIDNIGHT : given);
        ZoneId written = found.query(TemporalQueries.zone());
        Instant instant = written instanceof ZoneOffset offset
                ? local.toInstant(offset)
                : local.atZone(written == null ? zone : written).toInstant();
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / NANOS_PER_MICRO);
    }

    private static DateTimeFormatter formatter(String pattern) {
        if (pattern.equals("iso")) {
            return ISO;
        }

        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(withProlepticYears(pattern))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Year of era, which {@code y} means, needs an era to be strict about; nobody writes one. */
    private static String withProlepticYears(String pattern) {
        StringBuilder years = new StringBuilder();
        boolean quoted = false;
        for (char letter : pattern.toCharArray()) {
            quoted ^= letter == '\'';
            years.append(letter == 'y' && !quoted ? 'u' : letter);
        }

        return years.toString();
    }

    /** ISO 8601 as logs have it: T or a blank before the time, seconds and fraction and offset optional, date alone too. */
    private static DateTimeFormatter iso() {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendValue(ChronoField.YEAR, 4, 4, SignStyle.NEVER)
                .appendPattern("-MM-dd")
                .optionalStart()
                .appendPattern("[ ]['T']HH:mm")
                .optionalStart()
                .appendPattern(":ss")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .optionalEnd()
                .appendPattern("[ ][XXXXX][XXXX][X]")
                .optionalEnd()
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
