package com.opsatc.contract;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What unit a figure has that stands under a name beside another one: a KPI's companions, a finding's facts.
 *
 * <p>A name that ends in {@code _us} is a duration; {@code share} and names that end in {@code _share} or {@code _ratio} are
 * shares; a name with {@code n}, {@code cases}, {@code weeks} or {@code count} as its first or last word is a number of
 * things. Any other figure has the unit of the one it stands beside.
 */
public final class FigureNames {
    private static final Set<String> COUNTED = Set.of("n", "cases", "weeks", "count");

    private FigureNames() {}

    public static Unit unit(String name, Unit beside) {
        requireNonNull(beside, "beside");
        if (name.endsWith("_us")) {
            return Unit.MICROSECONDS;
        }

        if (name.equals("share") || name.endsWith("_share") || name.endsWith("_ratio")) {
            return Unit.RATIO;
        }

        int first = name.indexOf('_');
        String firstWord = first < 0 ? name : name.substring(0, first);
        String lastWord = name.substring(name.lastIndexOf('_') + 1);
        return COUNTED.contains(firstWord) || COUNTED.contains(lastWord) ? Unit.COUNT : beside;
    }
}
