package com.opsatc.kernel.privacy;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * A quantile of bucketed durations.
 *
 * @param us for {@link Place#WITHIN} the quantile in microseconds, for {@link Place#ABOVE_LAST_BOUND} the last bound, for
 *     {@link Place#NO_MASS} 0
 */
public record LatencyQuantile(Place place, long us) {
    /** Where the quantile is. */
    public enum Place {
        /** In a bucket with both bounds. */
        WITHIN,
        /** In the open last bucket: all that is known is that it is above the last bound. */
        ABOVE_LAST_BOUND,
        /** Nowhere: the noisy counts do not add up to anything positive. */
        NO_MASS
    }

    public LatencyQuantile {
        requireNonNull(place, "place");
    }

    /** The quantile in microseconds; empty unless it is within the bounds. */
    public OptionalLong value() {
        return place == Place.WITHIN ? OptionalLong.of(us) : OptionalLong.empty();
    }
}
