package com.opsatc.jobs.report.text;

/** Text of others made fit for a page: cut where it is too long, and with nothing in it that cannot be seen. */
public final class Words {
    /** As much of a name as a page shows. */
    public static final int NAME_LENGTH = 120;

    private static final int SENTENCE_LENGTH = 2_000;

    private Words() {}

    /** A name of the tenant's systems, cut after 120 characters; an empty one is named as such. */
    public static String name(String raw) {
        return raw.isBlank() ? "(empty name)" : cut(raw, NAME_LENGTH);
    }

    /** A sentence or formula, cut after 2,000 characters. */
    public static String sentence(String raw) {
        return cut(raw, SENTENCE_LENGTH);
    }

    /** At most {@code length} characters (code points), the last an ellipsis where some were left out. */
    public static String cut(String raw, int length) {
        if (raw.codePointCount(0, raw.length()) <= length) {
            return raw;
        }

        return raw.substring(0, raw.offsetByCodePoints(0, length - 1)) + "…";
    }

    /**
     * The text with control, bidirectional and other invisible characters written as {@code \\u…}, line ends and tabs
     * apart: they could reorder or hide what stands beside them, and XML has no way to hold some of them.
     */
    public static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(shown, c));

        return shown.toString();
    }

    private static void append(StringBuilder shown, int c) {
        if (c != '\n' && c != '\t' && invisible(c)) {
            shown.append("\\u").append(Integer.toHexString(c));
        } else {
            shown.appendCodePoint(c);
        }
    }

    private static boolean invisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
