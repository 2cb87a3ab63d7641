package com.opsatc.kernel.outcome;

import com.opsatc.kernel.outcome.LineVerdict.Counted;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An order is good when all its counted lines are; never a product of rates (SCOR RL.1.1; definitions 2.1).
 *
 * <p>Beware: the share of good orders is not always below the share of good lines, but the share of lines in good orders is.
 */
public final class OrderLevel {
    private OrderLevel() {}

    /**
     * Whether every counted line passes; empty when no line counts.
     *
     * @param measure what a line has to be, such as {@code Counted::otif}
     */
    public static Optional<Boolean> perfect(List<LineVerdict> lines, Predicate<Counted> measure) {
        List<Counted> counted = lines.stream()
                .filter(Counted.class::isInstance)
                .map(Counted.class::cast)
                .toList();
        return counted.isEmpty()
                ? Optional.empty()
                : Optional.of(counted.stream().allMatch(measure));
    }
}
