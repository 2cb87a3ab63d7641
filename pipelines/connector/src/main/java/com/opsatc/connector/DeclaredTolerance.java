package com.opsatc.connector;

import com.opsatc.contract.figure.Tolerance;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * The tolerance that a connector's {@code on-time} or {@code otif} entry declares for its order lines.
 *
 * <pre>
 * tolerance: {early-days: unlimited, late-days: 0, under-percent: 0, over-percent: unlimited}
 * </pre>
 *
 * <p>These are also the values of what is left out: any earlier date is on time and no later one, all that was ordered must
 * come, and more neither helps nor harms.
 */
public final class DeclaredTolerance {
    /** The entries whose lines have a tolerance. */
    static final Set<String> ENTRIES = Set.of("on-time", "otif");

    private static final String UNLIMITED = "unlimited";
    private static final int MOST_DAYS = 3650;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_OVER = BigDecimal.valueOf(1000);

    private final Map<?, ?> declared;

    private DeclaredTolerance(Map<?, ?> declared) {
        this.declared = declared;
    }

    /**
     * @param entry the parameters of the KPI, with their settings filled in; quantities play a part where it names what was
     *     delivered
     * @throws IllegalArgumentException naming the key whose value means nothing, never the value
     */
    public static Tolerance of(Map<String, Object> entry) {
        DeclaredTolerance declared =
                new DeclaredTolerance(entry.get("tolerance") instanceof Map<?, ?> map ? map : Map.of());
        boolean quantities = entry.containsKey("deliveries") || entry.containsKey("delivered");
        return new Tolerance(
                declared.days("early-days", null),
                declared.days("late-days", 0),
                quantities ? declared.percent("under-percent", BigDecimal.ZERO, WHOLE) : null,
                quantities ? declared.percent("over-percent", null, MOST_OVER) : null,
                quantities ? String.valueOf(entry.getOrDefault("on-time-by", "completing")) : null);
    }

    private Integer days(String key, Integer usual) {
        BigDecimal days = number(key, usual == null ? null : BigDecimal.valueOf(usual));
        if (days == null) {
            return null;
        }
        if (days.stripTrailingZeros().scale() > 0
                || days.signum() < 0
                || days.compareTo(BigDecimal.valueOf(MOST_DAYS)) > 0) {
            throw wrong(key, "a whole number of days, at most " + MOST_DAYS, usual);
        }

        return days.intValueExact();
    }

    private BigDecimal percent(String key, BigDecimal usual, BigDecimal most) {
        BigDecimal percent = number(key, usual);
        if (percent != null
                && (percent.stripTrailingZeros().scale() > 1 || percent.signum() < 0 || percent.compareTo(most) > 0)) {
            throw wrong(key, "a percentage from 0 to " + most + " with at most one decimal", usual);
        }

        return percent;
    }

    /** @param usual the value where none is given; null where unlimited is one */
    private BigDecimal number(String key, BigDecimal usual) {
        Object value = declared.get(key);
        if (value == null) {
            return usual;
        }
        if (usual == null && value.toString().equals(UNLIMITED)) {
            return null;
        }

        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            throw wrong(key, "a number", usual);
        }
    }

    private static IllegalArgumentException wrong(String key, String expected, Object usual) {
        return new IllegalArgumentException(
                "tolerance." + key + " must be " + expected + (usual == null ? ", or " + UNLIMITED : ""));
    }
}
