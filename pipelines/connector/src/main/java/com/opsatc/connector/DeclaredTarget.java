package com.opsatc.connector;

import java.util.Map;
import java.util.Optional;

/** The days within which a connector's {@code onboarding-velocity} entry wants an account to be live. */
public final class DeclaredTarget {
    static final String ENTRY = "onboarding-velocity";

    private static final String KEY = "target-days";
    private static final int MOST_DAYS = 3650;

    private DeclaredTarget() {}

    /**
     * Empty where none is declared.
     *
     * @param entry the parameters of the KPI, with their settings filled in
     * @throws IllegalArgumentException naming the key where its value is no number of days, never the value
     */
    public static Optional<Integer> days(Map<String, Object> entry) {
        Object declared = entry.get(KEY);
        if (declared == null) {
            return Optional.empty();
        }

        String days = declared.toString();
        if (!days.matches("[1-9][0-9]{0,3}") || Integer.parseInt(days) > MOST_DAYS) {
            throw new IllegalArgumentException(KEY + " must be a whole number of days, from 1 to " + MOST_DAYS);
        }

        return Optional.of(Integer.valueOf(days));
    }
}
