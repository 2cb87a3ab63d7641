package com.opsatc.kernel.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.waiting.QueueTotals.Period;
import com.opsatc.kernel.waiting.QueueTotals.Queue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueTotalsTest {
    private static final Periods TENS = new Periods(new long[] {0, 10, 20});

    @Test
    void finish_twoWaits_byHand() {
        QueueTotals totals = new QueueTotals(TENS);
        totals.add(4, 2, 5);
        totals.add(4, 8, 21);

        assertThat(totals.finish())
                .containsExactly(new Queue(
                        4,
                        List.of(
                                new Period(0, 2, 1, 5, 16, 0),
                                new Period(1, 0, 0, 10, 0, 11),
                                new Period(1, 0, 1, 1, 0, 1))));
    }

    /** Who is enabled just when a week begins was not in the queue before it; who is started just then still was. */
    @Test
    void finish_waitsThatTouchABegin_areOnOneSideOfIt() {
        QueueTotals totals = new QueueTotals(TENS);
        totals.add(1, 10, 12);
        totals.add(1, 5, 10);
        totals.add(1, 20, 20);

        assertThat(totals.finish())
                .containsExactly(new Queue(
                        1,
                        List.of(
                                new Period(0, 1, 0, 5, 5, 0),
                                new Period(1, 1, 2, 2, 2, 0),
                                new Period(0, 1, 1, 0, 0, 0))));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void finish_randomWaits_areWhatCountingAtEveryInstantGives(int seed) {
        Random random = new Random(seed);
        long[] starts = random.ints(1 + random.nextInt(6), 0, 200)
                .sorted()
                .distinct()
                .asLongStream()
                .toArray();
        List<long[]> waits = new ArrayList<>();
        QueueTotals whole = new QueueTotals(new Periods(starts));
        QueueTotals[] parts = {new QueueTotals(new Periods(starts)), new QueueTotals(new Periods(starts))};
        for (int i = 0; i < 60; i++) {
            long enabled = starts[0] + random.nextInt(250);
            long[] wait = {random.nextInt(3), enabled, enabled + random.nextInt(120)};
            waits.add(wait);
            whole.add((int) wait[0], wait[1], wait[2]);
            parts[random.nextInt(2)].add((int) wait[0], wait[1], wait[2]);
        }

        QueueTotals merged = new QueueTotals(new Periods(starts));
        Arrays.stream(parts).forEach(part -> merged.merge(part.toBytes()));

        assertThat(merged.finish()).isEqualTo(whole.finish());
        for (Queue queue : whole.finish()) {
            List<long[]> own =
                    waits.stream().filter(wait -> wait[0] == queue.activity()).toList();
            for (int i = 0; i < starts.length; i++) {
                assertThat(queue.periods().get(i)).isEqualTo(counted(own, starts, i));
            }
            balanced(queue.periods());
        }
    }

    /** Instant by instant. */
    private static Period counted(List<long[]> waits, long[] starts, int period) {
        long from = starts[period];
        long to = period + 1 < starts.length ? starts[period + 1] : 1_000;
        long area = 0;
        for (long at = from; at < to; at++) {
            long now = at;
            area += waits.stream()
                    .filter(wait -> wait[1] <= now && now < wait[2])
                    .count();
        }
        List<long[]> before =
                waits.stream().filter(wait -> wait[1] < from && wait[2] >= from).toList();
        List<long[]> came =
                waits.stream().filter(wait -> wait[1] >= from && wait[1] < to).toList();
        return new Period(
                before.size(),
                came.size(),
                waits.stream().filter(wait -> wait[2] >= from && wait[2] < to).count(),
                area,
                came.stream().mapToLong(wait -> wait[2] - wait[1]).sum(),
                before.stream().mapToLong(wait -> wait[2] - from).sum());
    }

    private static void balanced(List<Period> periods) {
        for (int i = 0; i < periods.size(); i++) {
            Period one = periods.get(i);
            Period next = i + 1 < periods.size() ? periods.get(i + 1) : new Period(0, 0, 0, 0, 0, 0);
            assertThat(one.length() + one.arrived() - one.started()).isEqualTo(next.length());
            assertThat(one.remainingUs() + one.waitUs() - one.areaUs()).isEqualTo(next.remainingUs());
        }
    }

    @Test
    void add_withoutPeriods_isNothing() {
        QueueTotals totals = new QueueTotals(Periods.NONE);
        totals.add(1, 2, 3);

        assertThat(totals.finish()).isEmpty();
    }

    @Test
    void add_waitsThatCannotBe_fail() {
        QueueTotals totals = new QueueTotals(TENS);

        assertThatThrownBy(() -> totals.add(1, -1, 3))
                .hasMessage("Invalid wait: it begins within the periods, and before it ends");
        assertThatThrownBy(() -> totals.add(1, 4, 3))
                .hasMessage("Invalid wait: it begins within the periods, and before it ends");
    }
}
