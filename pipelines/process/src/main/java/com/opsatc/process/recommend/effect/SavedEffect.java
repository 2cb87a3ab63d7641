package com.opsatc.process.recommend.effect;

import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.Window;
import java.math.BigDecimal;

/**
 * What a lever would save.
 *
 * @param conservativeInterval null where none is computed
 * @param part the conservative end as a part of the whole that it is of
 * @param window null where there are no members left
 */
public record SavedEffect(
        long conservative,
        long optimistic,
        Interval conservativeInterval,
        Interval optimisticInterval,
        BigDecimal part,
        long n,
        long cases,
        Window window) {
    /** Whether the interval of the lower end, or the end itself where it has none, is above nothing. */
    public boolean excludesNothing() {
        return conservative > 0
                && (conservativeInterval == null || conservativeInterval.low().signum() > 0);
    }
}
