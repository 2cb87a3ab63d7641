package com.opsatc.kernel.ageing;

import java.util.List;

/**
 * Classes of times by days of 24 hours, the same for all processes and runs, so that two of them can be compared.
 *
 * <p>A time is in the last class that begins at or below it; one below 0 counts as 0.
 */
public enum AgeClass {
    UNDER_1_DAY(0),
    FROM_1_DAY(1),
    FROM_3_DAYS(3),
    FROM_7_DAYS(7),
    FROM_14_DAYS(14),
    FROM_30_DAYS(30),
    FROM_90_DAYS(90),
    FROM_180_DAYS(180),
    FROM_365_DAYS(365);

    private static final long DAY_US = 24L * 3_600 * 1_000_000;
    private static final List<AgeClass> ALL = List.of(values());

    private final int fromDays;

    AgeClass(int fromDays) {
        this.fromDays = fromDays;
    }

    public static AgeClass of(long us) {
        AgeClass found = UNDER_1_DAY;
        for (AgeClass each : ALL) {
            found = us >= each.fromDays * DAY_US ? each : found;
        }
        return found;
    }

    /** Where it begins, in days, included. */
    public int fromDays() {
        return fromDays;
    }
}
