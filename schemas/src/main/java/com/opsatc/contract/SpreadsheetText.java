package com.opsatc.contract;

import static java.util.Objects.requireNonNull;

/**
 * Text of a tenant in a file that spreadsheets open.
 *
 * <p>A text that a spreadsheet would run as a formula gets an apostrophe before it: one that begins with {@code = + - @}
 * (also in their full-width forms), tab, carriage return, line feed or NUL, after any spaces (OWASP ASVS 1.2.10). Any other
 * is left as it is. Figures must not pass through here: their minus sign is no formula.
 */
public final class SpreadsheetText {
    private static final String ARMED = "=+-@\t\r\n\u0000\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetText() {}

    public static String disarmed(String text) {
        requireNonNull(text, "text");
        int first = 0;
        while (first < text.length() && text.charAt(first) == ' ') {
            first++;
        }

        return first < text.length() && ARMED.indexOf(text.charAt(first)) >= 0 ? "'" + text : text;
    }
}
