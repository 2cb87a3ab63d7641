package com.opsatc.jobs.cli.diff;

import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.Interval;
import java.math.BigDecimal;

/**
 * A figure of both runs.
 *
 * @param from null where the earlier run has none
 * @param to null where the later run has none
 * @param difference the later less the earlier; null where one is missing, or they are not of one definition
 * @param unit of all three
 * @param nFrom of how many the earlier figure is; null where that does not apply
 * @param overlap whether their intervals overlap; null where one has none
 */
public record Amounts(
        BigDecimal from, BigDecimal to, BigDecimal difference, Unit unit, Long nFrom, Long nTo, Boolean overlap) {
    /** Two counts of things. */
    static Amounts counts(Long from, Long to) {
        return of(
                from == null ? null : BigDecimal.valueOf(from), to == null ? null : BigDecimal.valueOf(to), Unit.COUNT);
    }

    static Amounts of(BigDecimal from, BigDecimal to, Unit unit) {
        return new Amounts(
                from, to, from == null || to == null ? null : to.subtract(from), unit, null, null, /* overlap= */ null);
    }

    Amounts among(Long earlier, Long later) {
        return new Amounts(from, to, difference, unit, earlier, later, overlap);
    }

    /** @param earlier and {@code later}: null for none */
    Amounts within(Interval earlier, Interval later) {
        Boolean both = earlier == null || later == null
                ? null
                : (Boolean) (earlier.low().compareTo(later.high()) <= 0
                        && later.low().compareTo(earlier.high()) <= 0);
        return new Amounts(from, to, difference, unit, nFrom, nTo, both);
    }

    /** The same of two figures that are not of one definition. */
    Amounts notComparable() {
        return new Amounts(from, to, null, unit, nFrom, nTo, null);
    }
}
