package com.opsatc.connector.infer.column;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the day or the month comes first where both are numbers. */
public enum DayMonthOrder {
    DMY,
    MDY;

    /** A date with points begins with its day in every country that writes it so; only the others are in doubt. */
    private static final Pattern DOUBTFUL = Pattern.compile("^(d|M)([/-])(d|M)\\2(?=y)");

    /** The order of a pattern; empty when it leaves no doubt. */
    public static Optional<DayMonthOrder> of(String format) {
        Matcher found = DOUBTFUL.matcher(format);
        return found.find() ? Optional.of(found.group(1).equals("d") ? DMY : MDY) : Optional.empty();
    }

    /** The pattern with its day and month the other way round; itself when it leaves no doubt. */
    public static String swapped(String format) {
        return DOUBTFUL.matcher(format).replaceFirst("$3$2$1$2");
    }
}
