package com.opsatc.connector.time;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A java.time pattern with English names, read strictly where values are concerned and leniently where only typing is: upper
 * and lower case, one or two digits of a day, month or hour that stands alone, a blank or none before AM and PM, {@code
 * p.m.}. Where the pattern has no zone, {@code UTC}, {@code GMT} or {@code UTC+1} may follow and is then meant; where it has
 * {@code z}, abbreviations are read as {@link ZoneWords} says.
 */
public final class PatternTimes implements TimeFormat {
    private static final Pattern SUFFIX =
            Pattern.compile("(.*[^ ]) ?((?:UTC|GMT)(?:[+-][0-9:]+)?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOTTED = Pattern.compile("(?i)([ap])\\. ?m\\.");

    private final DateTimeFormatter formatter;
    private final PatternLetters letters;
    private final ZoneWords words;

    /** @throws IllegalArgumentException when it is no java.time pattern */
    public PatternTimes(String pattern, ZoneWords words) {
        this.letters = new PatternLetters(pattern);
        this.words = words;
        this.formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(letters.lenient())
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    @Override
    public Optional<TimeText> read(String text) {
        String prepared = letters.has("a") ? DOTTED.matcher(text).replaceAll("$1m") : text;
        Optional<TimeText> said = said(letters.has("z") ? words.withOffset(prepared) : prepared);
        if (said.isPresent() || letters.has("zVvOXxZ")) {
            return said;
        }

        Matcher suffixed = SUFFIX.matcher(prepared);
        return suffixed.matches() ? words.offset(suffixed.group(2)).flatMap(zone -> at(suffixed.group(1), zone)) : said;
    }

    public DateTimeFormatter formatter() {
        return formatter;
    }

    private Optional<TimeText> at(String text, ZoneId zone) {
        return said(text).map(found -> new TimeText(found.date(), found.time(), zone));
    }

    private Optional<TimeText> said(String text) {
        ParsePosition at = new ParsePosition(0);
        try {
            TemporalAccessor found = formatter.parse(text, at);
            return at.getIndex() < text.length()
                    ? Optional.empty()
                    : Optional.of(new TimeText(
                            found.query(TemporalQueries.localDate()),
                            found.query(TemporalQueries.localTime()),
                            found.query(TemporalQueries.zone())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
