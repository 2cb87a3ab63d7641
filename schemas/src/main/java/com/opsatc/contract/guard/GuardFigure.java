package com.opsatc.contract.guard;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.figure.GuardRule;
import java.util.List;

/**
 * What a guard says of a process. Its figure, with interval, n and citations, is that of the KPI that it is.
 *
 * @param id of the KPI that is the guard
 * @param guarded ids of the measured KPIs that could look better by it, at least one
 * @param signs why it signals; empty where it does not
 * @param rule the thresholds that it is held against
 */
public record GuardFigure(
        String process, String id, List<String> guarded, GuardVerdict verdict, List<GuardSign> signs, GuardRule rule) {
    public GuardFigure {
        requireNonNull(process, "process");
        requireNonNull(id, "id");
        guarded = List.copyOf(guarded);
        requireNonNull(verdict, "verdict");
        signs = List.copyOf(signs);
        requireNonNull(rule, "rule");
        if (guarded.isEmpty()) {
            throw new IllegalArgumentException("Invalid guard " + id + ": it guards nothing");
        }
        if ((verdict == GuardVerdict.SIGNAL) == signs.isEmpty()) {
            throw new IllegalArgumentException("Invalid guard " + id + ": a signal needs a sign, and a sign a signal");
        }
    }

    public boolean signals() {
        return verdict == GuardVerdict.SIGNAL;
    }
}
