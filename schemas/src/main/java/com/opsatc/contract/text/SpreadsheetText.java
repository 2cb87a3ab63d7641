package com.opsatc.contract.text;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Text of a tenant in a file that spreadsheets open.
 *
 * <p>A text that a spreadsheet would run as a formula gets an apostrophe before it: one that begins with {@code = + - @}
 * (also in their full-width forms), tab, carriage return, line feed or NUL, after any spaces (OWASP ASVS 1.2.10). Where the
 * list separator is a semicolon, as in much of Europe, a spreadsheet cuts a text there and at line ends: a formula behind one
 * gets an apostrophe too. Any other text is left as it is. Figures must not pass through here: their minus sign is no formula.
 */
public final class SpreadsheetText {
    private static final String SIGNS = "=+@\uFF1D\uFF0B\uFF0D\uFF20-";
    private static final String ARMED = SIGNS + "\t\r\n\u0000";

    /** A place where some spreadsheets begin a cell within a text, and the formula behind it, in quotes or not. */
    private static final Pattern INNER = Pattern.compile("(?<=[;\r\n])(?=[ \"]*[" + SIGNS + "])");

    private SpreadsheetText() {}

    public static String disarmed(String text) {
        requireNonNull(text, "text");
        int first = 0;
        while (first < text.length() && text.charAt(first) == ' ') {
            first++;
        }

        String begun = first < text.length() && ARMED.indexOf(text.charAt(first)) >= 0 ? "'" + text : text;
        return INNER.matcher(begun).replaceAll("'");
    }
}
