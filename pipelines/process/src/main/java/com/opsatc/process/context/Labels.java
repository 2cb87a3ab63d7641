package com.opsatc.process.context;

import com.opsatc.contract.document.ContextFile.Label;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one place of a context file where a tenant's text stands: sentences refer to it as {@code {L1}}.
 *
 * <p>A label is made safe to show, not safe to obey: compatibility forms are folded (NFKC); control, format, bidirectional,
 * invisible, unassigned and private characters and lone surrogates go; runs of white space become one blank; what is longer
 * than 120 characters is cut. A text of which nothing is left is shown as {@code (unreadable)}.
 */
final class Labels {
    private static final int MOST_CHARACTERS = 120;
    private static final String NOTHING_LEFT = "(unreadable)";

    private final Map<String, Label> byText = new LinkedHashMap<>();
    private long changed;

    /** The reference to a text; the same text has the same reference. */
    String reference(String text) {
        Label label = byText.computeIfAbsent(text, t -> {
            String shown = shown(t);
            changed += shown.equals(t) ? 0 : 1;
            return new Label("L" + (byText.size() + 1), Label.TENANT_DATA, shown);
        });
        return "{" + label.id() + "}";
    }

    /** In the order of their first use. */
    List<Label> all() {
        return new ArrayList<>(byText.values());
    }

    /** How many of them are shown other than they were written. */
    long changed() {
        return changed;
    }

    private static String shown(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder shown = new StringBuilder();
        boolean blank = false;
        int[] characters = folded.codePoints().toArray();
        for (int character : characters) {
            if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                blank = shown.length() > 0;
                continue;
            }

            if (!visible(character)) {
                continue;
            }

            int needed = Character.charCount(character) + (blank ? 1 : 0);
            if (shown.length() + needed > MOST_CHARACTERS) {
                break;
            }

            if (blank) {
                shown.append(' ');
                blank = false;
            }

            shown.appendCodePoint(character);
        }

        return shown.length() == 0 ? NOTHING_LEFT : shown.toString();
    }

    private static boolean visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !variationSelector(character);
        };
    }

    /** They change how the character before them looks and are not seen themselves; text can be hidden in a row of them. */
    private static boolean variationSelector(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
    }
}
