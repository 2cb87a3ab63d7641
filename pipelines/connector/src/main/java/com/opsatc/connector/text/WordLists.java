package com.opsatc.connector.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Truth values and lists of names. */
public final class WordLists {
    private static final Set<String> TRUE = Set.of("true", "yes", "y", "x", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "n", "0");

    private WordLists() {}

    public static Optional<Object> truth(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (TRUE.contains(word)) {
            return Optional.of(true);
        }

        return FALSE.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /** {@code ['a', 'b']} or {@code ["a","b"]}: names in quotes, without escapes. {@code []} is an empty list. */
    public static Optional<Object> list(String text) {
        String inside = text.strip();
        if (inside.length() < 2 || inside.charAt(0) != '[' || inside.charAt(inside.length() - 1) != ']') {
            return Optional.empty();
        }

        List<String> names = new ArrayList<>();
        int at = 1;
        int end = inside.length() - 1;
        while (at < end) {
            at = blanks(inside, at);
            char quote = inside.charAt(at);
            int close = quote == '\'' || quote == '"' ? inside.indexOf(quote, at + 1) : -1;
            if (close < 0) {
                return at == end && names.isEmpty() ? Optional.of(names) : Optional.empty();
            }

            names.add(inside.substring(at + 1, close));
            at = blanks(inside, close + 1);
            if (at < end && inside.charAt(at) != ',') {
                return Optional.empty();
            }

            at++;
        }

        return Optional.of(List.copyOf(names));
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }

        return at;
    }
}
