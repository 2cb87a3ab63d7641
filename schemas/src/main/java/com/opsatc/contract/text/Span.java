package com.opsatc.contract.text;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An elapsed time as it is declared: a whole number and its unit.
 *
 * <pre>
 *   500ms   90s   15min   4h   2d
 * </pre>
 */
public final class Span {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,6}) ?(ms|s|min|h|d)");
    private static final long SECOND = 1_000_000;
    private static final Map<String, Long> UNITS =
            Map.of("ms", SECOND / 1000, "s", SECOND, "min", 60 * SECOND, "h", 3_600 * SECOND, "d", 86_400 * SECOND);

    private Span() {}

    /** In microseconds. */
    public static long us(String text) {
        Matcher matcher = TEXT.matcher(requireNonNull(text, "text"));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Invalid time: use a whole number and ms, s, min, h or d, as in 4h");
        }

        return Long.parseLong(matcher.group(1)) * UNITS.get(matcher.group(2));
    }
}
