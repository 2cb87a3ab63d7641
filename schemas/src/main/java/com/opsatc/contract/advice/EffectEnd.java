package com.opsatc.contract.advice;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.figure.Interval;
import java.math.BigDecimal;

/**
 * One end of what a lever would save.
 *
 * <p>Of time it is the sum, over the rows of the evidence, of the part of each that lies between {@code floorUs} and {@code
 * ceilingUs}; of a share it is how many more members would be good.
 *
 * @param supposes what would have been, as a clause
 * @param interval of the figure, the counterfactual held; null where none is computed
 * @param floorUs null for a share
 * @param ceilingUs null where nothing is capped, and for a share
 * @param recomputed what the second implementation computes again
 */
public record EffectEnd(
        String supposes, BigDecimal value, Interval interval, Long floorUs, Long ceilingUs, Recomputed recomputed) {
    public EffectEnd {
        requireNonNull(supposes, "supposes");
        requireNonNull(value, "value");
        requireNonNull(recomputed, "recomputed");
        if (value.signum() < 0) {
            throw new IllegalArgumentException("Invalid effect: a lever that costs is none");
        }
        if (floorUs == null && ceilingUs != null) {
            throw new IllegalArgumentException("Invalid effect: it has a ceiling and no floor");
        }
    }
}
