package com.opsatc.process.finding;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.Direction;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When and which way a figure changed: what tells whether two findings are of one event.
 *
 * @param week Monday of the first changed week
 */
record Change(LocalDate week, Way way) {
    /** The week of a shift is the best split of its series and may be off by one. */
    private static final long WEEKS_OFF = 1;

    Change {
        requireNonNull(week, "week");
        requireNonNull(way, "way");
    }

    /** For better or worse where the figure has a good direction, else up or down. */
    enum Way {
        WORSE,
        BETTER,
        UP,
        DOWN;

        static Way of(Direction direction, boolean rose) {
            if (!direction.judges()) {
                return rose ? UP : DOWN;
            }

            return direction.isBetter(rose) ? BETTER : WORSE;
        }
    }

    /** @param direction as a definition states it */
    static Change of(LocalDate week, Direction direction, boolean rose) {
        return new Change(week, Way.of(direction, rose));
    }

    /** Whether both went the same way, at most a week apart. */
    boolean goesWith(Change other) {
        return way == other.way && Math.abs(ChronoUnit.WEEKS.between(week, other.week)) <= WEEKS_OFF;
    }
}
