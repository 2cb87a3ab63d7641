package com.opsatc.connector.spec;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a text that stands for an identifier is written, so that two tables name one thing alike. */
public enum Normalisation {
    /** Text of digits only loses the zeros before them: {@code 0000004711} is {@code 4711}. Other text stays. */
    LEADING_ZEROS {
        @Override
        public String of(String text) {
            int first = 0;
            for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                if (letter < '0' || letter > '9') {
                    return text;
                }

                first = first == i && letter == '0' && i + 1 < text.length() ? i + 1 : first;
            }

            return text.substring(first);
        }
    };

    /** The one way in which the text is written; doing it again changes nothing. */
    public abstract String of(String text);

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
