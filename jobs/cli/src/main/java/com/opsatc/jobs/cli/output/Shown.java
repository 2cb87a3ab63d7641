package com.opsatc.jobs.cli.output;

import java.util.HexFormat;

/**
 * Tenant text made safe for a screen: control, bidirectional and other invisible characters are written as {@code \\u…},
 * so that a file or activity name can neither move the cursor nor hide or reorder what stands beside it.
 */
public final class Shown {
    private Shown() {}

    public static String text(String raw) {
        StringBuilder shown = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> append(shown, c));

        return shown.toString();
    }

    /** Appends the character, or how it is written where it would not be seen. */
    static void append(StringBuilder shown, int c) {
        int type = Character.getType(c);
        boolean invisible = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        if (invisible) {
            for (char unit : Character.toChars(c)) {
                shown.append("\\u").append(HexFormat.of().toHexDigits(unit));
            }
        } else {
            shown.appendCodePoint(c);
        }
    }
}
