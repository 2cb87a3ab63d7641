package com.opsatc.process.recommend.effect;

import static java.util.Objects.requireNonNull;

import com.opsatc.kernel.advice.TimeBand;

/** What both ends of an effect save of each passage; the lower end saves no more of any. */
public record SavedBands(TimeBand low, TimeBand high) {
    public SavedBands {
        requireNonNull(low, "low");
        requireNonNull(high, "high");
        if (low.floorUs() < high.floorUs() || low.ceilingUs() > high.ceilingUs()) {
            throw new IllegalArgumentException("Invalid bands: the lower end lies within the upper one");
        }
    }

    /** All beyond each of two floors. */
    public static SavedBands above(long low, long high) {
        return new SavedBands(TimeBand.above(low), TimeBand.above(high));
    }
}
