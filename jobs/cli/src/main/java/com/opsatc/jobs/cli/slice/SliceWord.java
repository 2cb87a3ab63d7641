package com.opsatc.jobs.cli.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, a sign, or a text in quotes, and where it stands.
 *
 * @param quoted whether it stood in quotes, which {@code text} is without
 */
record SliceWord(int position, String text, boolean quoted) {
    private static final Pattern NEXT =
            Pattern.compile("\\s*(?:(?<plain>[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*|\\.\\.|[=(),])|\"(?<text>[^\"]*)\")");

    /** @throws SliceSyntaxException at what is none of these */
    static List<SliceWord> all(String slice) {
        List<SliceWord> words = new ArrayList<>();
        Matcher matcher = NEXT.matcher(slice);
        int end = 0;
        while (!slice.substring(end).isBlank()) {
            if (!matcher.find(end) || matcher.start() != end) {
                int blanks = slice.substring(end).length()
                        - slice.substring(end).stripLeading().length();
                throw new SliceSyntaxException(
                        end + blanks, "expected a word, a text in double quotes, '=', '..', '(', ',' or ')'");
            }

            boolean quoted = matcher.group("plain") == null;
            words.add(new SliceWord(
                    matcher.start(quoted ? "text" : "plain"),
                    quoted ? matcher.group("text") : matcher.group("plain"),
                    quoted));
            end = matcher.end();
        }
        words.add(new SliceWord(slice.length(), "", /* quoted= */ false));
        return words;
    }

    /** Whether it is this word or sign itself. */
    boolean is(String sign) {
        return !quoted && text.equals(sign);
    }

    boolean isEnd() {
        return !quoted && text.isEmpty();
    }

    boolean isValue() {
        return quoted || (!text.isEmpty() && Character.isLetterOrDigit(text.codePointAt(0)));
    }
}
