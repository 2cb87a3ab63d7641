package com.opsatc.contract.ageing;

import static java.util.Objects.requireNonNull;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.stream.Stream;

/**
 * The open cases of one process at the end of the logical date.
 *
 * @param notMeasured why there are none, as a sentence; null where there are
 * @param open cases that are not closed, {@code closed} the others; null where that is not measured
 * @param classes all classes of age, the youngest first, together the open cases; empty where that is not measured
 * @param target what a case is held against; null where no case is closed
 * @param heldOut what held-out weeks say of the risks; null without a target
 * @param withheld why no risk is given, as a sentence; null where risks are
 * @param oldest the oldest open cases, then by name; at most {@link #MOST_CASES}
 * @param atRisk open cases whose date is not over, those with the largest share of past cases that missed it first, then the oldest,
 *     then by name; at most {@link #MOST_CASES}, and empty where risks are withheld
 */
@RecordBuilder
public record ProcessAgeing(
        String process,
        String notMeasured,
        Long open,
        Long closed,
        List<AgeCount> classes,
        Target target,
        HeldOutCoverage heldOut,
        String withheld,
        List<AgedCase> oldest,
        List<AgedCase> atRisk) {
    /** As many cases as a list has. */
    public static final int MOST_CASES = 20;

    public ProcessAgeing {
        requireNonNull(process, "process");
        classes = List.copyOf(classes);
        oldest = List.copyOf(oldest);
        atRisk = List.copyOf(atRisk);
        if ((notMeasured == null) != (open != null) || (open == null) != (closed == null)) {
            throw new IllegalArgumentException("Invalid ageing: it is measured, or says why not");
        }

        boolean risks = Stream.concat(oldest.stream(), atRisk.stream()).anyMatch(each -> each.missed() != null);
        if (risks && (withheld != null || !heldOut.holds())) {
            throw new IllegalArgumentException(
                    "Invalid ageing: a risk that held-out weeks do not bear out is withheld");
        }
    }

    /** A process whose extracts do not tell. */
    public static ProcessAgeing none(String process, String why) {
        return new ProcessAgeing(process, why, null, null, List.of(), null, null, null, List.of(), List.of());
    }

    /**
     * The open cases of one class of age.
     *
     * @param fromDays where the class begins, in days of 24 hours, included; it ends where the next begins
     * @param late of them, those whose date is over
     */
    public record AgeCount(int fromDays, long open, long late) {
        public AgeCount {
            if (late < 0 || late > open) {
                throw new IllegalArgumentException("Invalid class of age: more are late than are open");
            }
        }
    }

    /**
     * How long a case may take: the ninth decile of those that are closed, since no date is declared.
     *
     * @param us microseconds
     * @param of how many cases are closed
     */
    public record Target(long us, long of) {
        public Target {
            if (us < 0 || of < 1) {
                throw new IllegalArgumentException("Invalid target: a decile is of one case at least");
            }
        }
    }
}
