package com.opsatc.contract.figure;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * What unit a figure has that stands under a name beside another one: a KPI's companions, a finding's facts.
 *
 * <p>A name that ends in {@code _us} is a duration; {@code share} and names that end in {@code _share} or {@code _ratio} are
 * shares; a name with {@code n}, {@code cases}, {@code weeks} or {@code count} as its first or last word is a number of
 * things. Any other figure has the unit of the one it stands beside; {@code change} and names that begin with {@code change_}
 * are a difference of two such figures.
 */
public final class FigureNames {
    private static final Set<String> COUNTED = Set.of("n", "cases", "weeks", "count");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("p25", "25th percentile"),
            Map.entry("p50", "median"),
            Map.entry("p90", "90th percentile"),
            Map.entry("recoverable", "time beyond the target"),
            Map.entry("share", "share of the time beyond targets"));

    private FigureNames() {}

    /** The name as people read it, without the unit that the figure has beside it: {@code p50_us} is the median. */
    public static String words(String name) {
        String plain = name.replaceFirst("_us$", "");
        return WORDS.getOrDefault(plain, plain.replace('_', ' '));
    }

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

    /**
     * The figure as people read it. A difference of two shares is in percentage points, since in per cent it reads like a part of
     * the first one.
     *
     * <pre>
     * change        -0.178600  beside a share     -17.9 pp
     * change_ratio   1.383000  beside a duration  138.3 %
     * p50_us       7200000000  beside a share     2 h
     * </pre>
     */
    public static String text(String name, BigDecimal value, Unit beside) {
        Unit unit = unit(name, beside);
        boolean difference = (name.equals("change") || name.startsWith("change_")) && !name.endsWith("_ratio");
        return difference && unit == Unit.RATIO ? Humane.points(value) : Humane.figure(value, unit);
    }
}
