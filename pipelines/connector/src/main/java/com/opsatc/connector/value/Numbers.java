package com.opsatc.connector.value;

import com.opsatc.connector.text.Blanks;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as systems of record print them, in a declared style, with a sign before or, as SAP does, after. */
final class Numbers {
    private static final int SCALE = 9;
    private static final int WHOLE_DIGITS = 29;
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,19}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})");

    private final NumberStyle style;

    Numbers(NumberStyle style) {
        this.style = style;
    }

    Optional<Object> integer(String text) {
        String number = style.plain(leadingSign(text));
        if (!INTEGER.matcher(number).matches()) {
            return Optional.empty();
        }

        try {
            return Optional.of(Long.parseLong(number));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Digits beyond the ninth after the point must be zeros: a value is never rounded in silence. */
    Optional<Object> decimal(String text) {
        String number = style.plain(leadingSign(text));
        if (!DECIMAL.matcher(number).matches()) {
            return Optional.empty();
        }

        BigDecimal exact = new BigDecimal(number).stripTrailingZeros();
        if (exact.scale() > SCALE || exact.precision() - exact.scale() > WHOLE_DIGITS) {
            return Optional.empty();
        }

        return Optional.of(exact.setScale(SCALE));
    }

    private static String leadingSign(String text) {
        String number = Blanks.single(text);
        return number.endsWith("-") && !number.startsWith("-") && !number.startsWith("+")
                ? "-" + number.substring(0, number.length() - 1)
                : number;
    }
}
