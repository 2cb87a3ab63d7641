package com.opsatc.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.statistics.MeanChange.Cells;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MeanChangeTest {
    /** 6000 to 5000, the peers 3000 to 3100 and 2000 to 2301: -1000 less (100 + 301) / 2, in thousandths. */
    @Test
    void of_stepAndTwoPeers_isTheDifferenceOfDifferencesByHand() {
        Cells step = even(6000, 5000);

        assertThat(MeanChange.of(step, List.of())).isEqualTo(-1_000_000);
        assertThat(MeanChange.of(step, List.of(even(3000, 3100)))).isEqualTo(-1_100_000);
        assertThat(MeanChange.of(step, List.of(even(3000, 3100), even(2000, 2301))))
                .isEqualTo(-1_200_500);
    }

    @Test
    void interval_ofMembersThatAreAllAlike_isTheChangeItself() {
        assertThat(MeanChange.interval(even(6000, 5000), List.of(even(3000, 3100)), 1))
                .isEqualTo(new Range(-1_100_000, -1_100_000));
    }

    /** What moves everything alike moves the step no more than its peers: beside them its change holds none. */
    @Test
    void interval_ofAShockThatAllShare_holdsNoneBesideThePeersAloneIsFarFromIt() {
        Cells step = spread(6000, 7000);
        Cells peer = spread(3000, 4000);

        assertThat(MeanChange.interval(step, List.of(), 1).low()).isGreaterThan(900_000);
        Range range = MeanChange.interval(step, List.of(peer), 1);
        assertThat(range.low()).isLessThanOrEqualTo(0);
        assertThat(range.high()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void cells_withoutMembersInAPeriod_areRefused() {
        long[] none = new long[BucketBootstrap.BUCKETS];

        assertThatThrownBy(() -> new Cells(none, filled(1), none, none))
                .hasMessage("Invalid change: a period has no members");
    }

    private static Cells even(long before, long after) {
        return new Cells(filled(before), filled(1), filled(after), filled(1));
    }

    /** By bucket up to 49 more or less, in another order before than after. */
    private static Cells spread(long before, long after) {
        long[] first = filled(before);
        long[] second = filled(after);
        for (int i = 0; i < first.length; i++) {
            first[i] += i * 37 % 99 - 49;
            second[i] += i * 53 % 99 - 49;
        }
        return new Cells(first, filled(1), second, filled(1));
    }

    private static long[] filled(long value) {
        long[] each = new long[BucketBootstrap.BUCKETS];
        Arrays.fill(each, value);
        return each;
    }
}
