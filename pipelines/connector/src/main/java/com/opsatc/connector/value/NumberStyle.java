package com.opsatc.connector.value;

import com.opsatc.connector.time.IsoTimes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a number's digits are parted, by a sample of it; groups have three digits. */
public enum NumberStyle {
    PLAIN("1234.5", ".", ""),
    COMMA_GROUPED("1,234.5", ".", ","),
    POINT_GROUPED("1.234,5", ",", "."),
    BLANK_GROUPED("1 234,5", ",", " "),
    APOSTROPHE_GROUPED("1'234.5", ".", "'");

    private final String sample;
    private final String mark;
    private final String group;
    private final Pattern grouped;

    NumberStyle(String sample, String mark, String group) {
        this.sample = sample;
        this.mark = mark;
        this.group = group;
        this.grouped = Pattern.compile(
                "[+-]?[0-9]{1,3}(" + Pattern.quote(group) + "[0-9]{3})+(" + Pattern.quote(mark) + "[0-9]*)?");
    }

    /** The style of a sample; {@code iso} is the plain one. */
    public static Optional<NumberStyle> named(String word) {
        return word.equals(IsoTimes.NAME)
                ? Optional.of(PLAIN)
                : Arrays.stream(values())
                        .filter(style -> style.sample.equals(word))
                        .findFirst();
    }

    public static List<String> samples() {
        return Arrays.stream(values()).map(style -> style.sample).toList();
    }

    /** The number with a decimal point and without groups; empty or as it was when it is not in this style. */
    String plain(String number) {
        if (this == PLAIN) {
            return number;
        }

        String ungrouped = grouped.matcher(number).matches() ? number.replace(group, "") : number;
        if (mark.equals(".")) {
            return ungrouped;
        }

        // A point where the mark is a comma would be read a thousand times too small.
        return ungrouped.indexOf('.') >= 0 ? "" : ungrouped.replace(mark, ".");
    }
}
