package com.opsatc.connector.text;

/**
 * Blanks of every kind, and characters without a width: what a person does not see at the ends of a text.
 *
 * <p>Blanks are those of Unicode (no-break, narrow, thin, ideographic, tab, line ends); without a width are zero-width blanks
 * and joiners, the byte order mark, soft hyphens and marks of direction.
 */
public final class Blanks {
    private Blanks() {}

    /** Whether a character is a blank of any kind. */
    public static boolean isBlank(char letter) {
        return letter == ' ' || Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    /** Whether a character is a blank or has no width. */
    public static boolean isUnseen(char letter) {
        return isBlank(letter) || letter >= 0x7f && Character.getType(letter) == Character.FORMAT;
    }

    /** The text without blanks and characters without a width at its ends; itself when there are none. */
    public static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isUnseen(text.charAt(start))) {
            start++;
        }
        while (end > start && isUnseen(text.charAt(end - 1))) {
            end--;
        }

        return text.substring(start, end);
    }

    /** The stripped text with every run of blanks as one plain blank. */
    public static String single(String text) {
        String stripped = stripped(text);
        for (int i = 0; i < stripped.length(); i++) {
            char letter = stripped.charAt(i);
            if (isBlank(letter) && (letter != ' ' || isBlank(stripped.charAt(i + 1)))) {
                return rebuilt(stripped);
            }
        }

        return stripped;
    }

    private static String rebuilt(String text) {
        StringBuilder single = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                single.append(text.charAt(i));
            } else if (!isBlank(text.charAt(i + 1))) {
                single.append(' ');
            }
        }

        return single.toString();
    }
}
