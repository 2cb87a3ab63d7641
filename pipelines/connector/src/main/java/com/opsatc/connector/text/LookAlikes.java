package com.opsatc.connector.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Names that a reader takes for one: they differ only in upper and lower case, in blanks, in characters without a width, or in
 * how a letter is encoded. They stay apart; that they are there is said.
 */
public final class LookAlikes {
    private LookAlikes() {}

    /** The same text for names that look alike. */
    public static String folded(String name) {
        StringBuilder seen = new StringBuilder(name.length());
        for (char letter : Normalizer.normalize(name, Normalizer.Form.NFKC).toCharArray()) {
            if (Blanks.isBlank(letter) || !Blanks.isUnseen(letter)) {
                seen.append(letter);
            }
        }

        return Blanks.single(seen.toString()).toLowerCase(Locale.ROOT);
    }
}
