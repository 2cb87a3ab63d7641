package com.opsatc.kernel.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.calendar.DurationClock;
import com.opsatc.kernel.log.EventRow;
import com.opsatc.kernel.outcome.OpenTime.Spent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenTimeTest {
    private static final int WORK = 0;
    private static final int RESOLVE = 1;
    private static final int CLOSE = 2;
    private static final int HOLD = 3;

    private static final OpenTime WALL = new OpenTime(set(RESOLVE), set(RESOLVE, CLOSE), set(HOLD), DurationClock.WALL);

    @Test
    void until_reopened_doesNotCountTheTimeResolved() {
        assertThat(WALL.until(events(WORK, 0, RESOLVE, 2, WORK, 5, HOLD, 6, WORK, 9, RESOLVE, 10), 10))
                .isEqualTo(new Spent(7, 3));
    }

    @Test
    void until_closedLater_isNotReopenedByIt() {
        assertThat(WALL.until(events(WORK, 0, RESOLVE, 2, CLOSE, 50), 50)).isEqualTo(new Spent(2, 0));
    }

    @Test
    void until_stillOpenOrPending_countsAsFarAsIsKnown() {
        assertThat(WALL.until(events(WORK, 0, RESOLVE, 2, WORK, 5), 9)).isEqualTo(new Spent(6, 0));
        assertThat(WALL.until(events(HOLD, 0, HOLD, 2), 9)).isEqualTo(new Spent(9, 9));
    }

    @Test
    void until_resolvedFromHold_wasPendingUntilThen() {
        assertThat(WALL.until(events(WORK, 0, HOLD, 1, RESOLVE, 4, RESOLVE, 6), 6))
                .isEqualTo(new Spent(4, 3));
        assertThat(WALL.until(events(RESOLVE, 3), 3)).isEqualTo(new Spent(0, 0));
    }

    /** Tick by tick: whether it is open, and pending, after what has happened so far. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void until_anyEvents_isWhatCountingTicksGives(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 500; round++) {
            List<EventRow> events = new ArrayList<>();
            long at = 0;
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                at += random.nextInt(5);
                events.add(new EventRow(0, i, false, random.nextInt(4), at, at));
            }
            long until = at + random.nextInt(5);

            assertThat(WALL.until(events, until)).isEqualTo(ticks(events, until));
            Spent half = new OpenTime(set(RESOLVE), set(RESOLVE, CLOSE), set(HOLD), OpenTimeTest::evenTicks)
                    .until(events, until);
            assertThat(half.openUs())
                    .isBetween(half.pendingUs(), WALL.until(events, until).openUs());
        }
    }

    private static long evenTicks(long from, long to) {
        return Math.floorDiv(to + 1, 2) - Math.floorDiv(from + 1, 2);
    }

    private static Spent ticks(List<EventRow> events, long until) {
        long open = 0;
        long pending = 0;
        for (long tick = events.get(0).startUs(); tick < until; tick++) {
            boolean isOpen = true;
            boolean isPending = false;
            for (EventRow event : events) {
                if (event.completeUs() <= tick) {
                    isOpen =
                            isOpen ? event.activity() != RESOLVE : event.activity() == WORK || event.activity() == HOLD;
                    isPending = isOpen && event.activity() == HOLD;
                }
            }
            open += isOpen ? 1 : 0;
            pending += isPending ? 1 : 0;
        }
        return new Spent(open, pending);
    }

    private static BitSet set(int... activities) {
        BitSet set = new BitSet();
        for (int activity : activities) {
            set.set(activity);
        }
        return set;
    }

    /** Pairs of activity and instant. */
    private static List<EventRow> events(int... pairs) {
        List<EventRow> events = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            events.add(new EventRow(0, i / 2, i + 2 == pairs.length, pairs[i], pairs[i + 1], pairs[i + 1]));
        }
        return events;
    }
}
