package com.opsatc.connector.value;

import com.opsatc.connector.text.Blanks;
import com.opsatc.connector.time.CountedTime;
import com.opsatc.connector.time.Times;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Instants, and why a text is none: a number that nobody declared, a zone that is not known. */
final class Instants implements ValueParser {
    private static final Pattern ZONED = Pattern.compile("(.*[0-9]) ?[A-Za-z]{2,5}");

    private final Times times;

    Instants(Times times) {
        this.times = times;
    }

    @Override
    public Optional<Object> parse(String text) {
        return times.instant(text);
    }

    @Override
    public String failure(String text) {
        String plain = Blanks.single(text);
        if (CountedTime.isNumber(plain)) {
            return Failure.NUMBER;
        }

        Matcher zoned = ZONED.matcher(plain);
        return zoned.matches() && times.instant(zoned.group(1)).isPresent() ? Failure.ZONE : Failure.TYPE;
    }
}
