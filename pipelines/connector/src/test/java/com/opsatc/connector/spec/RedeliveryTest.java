package com.opsatc.connector.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.spec.Redelivery.Delivered;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RedeliveryTest {
    @Test
    void fitting_fullExportsOfAGrowingLog_isOverlap() {
        assertThat(Redelivery.fitting(List.of(log(0, 40), log(0, 50), log(0, 65))))
                .isEqualTo("overlap");
    }

    @Test
    void fitting_windowsThatOverlapByADay_isOverlap() {
        assertThat(Redelivery.fitting(List.of(log(0, 40), log(35, 75), log(70, 110))))
                .isEqualTo("overlap");
    }

    @Test
    void fitting_daysThatFollowEachOtherAndTouch_isAppend() {
        List<Delivered> first = new ArrayList<>(log(0, 40));
        List<Delivered> second = new ArrayList<>(log(40, 80));
        first.add(new Delivered(40, "click"));
        second.add(new Delivered(40, "click"));

        assertThat(Redelivery.fitting(List.of(first, second))).isEqualTo("append");
    }

    @Test
    void fitting_oneLogDealtOutAtRandom_isAppendThoughSomeRowsAreEqual() {
        Random random = new Random(1);
        List<Delivered> one = new ArrayList<>();
        List<Delivered> other = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            (random.nextBoolean() ? one : other).add(new Delivered(random.nextInt(2_000), "step" + random.nextInt(2)));
        }

        assertThat(Redelivery.fitting(List.of(one, other))).isEqualTo("append");
        assertThat(Redelivery.fitting(List.of(one))).isEqualTo("overlap");
    }

    private static List<Delivered> log(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new Delivered(i, "event" + i))
                .toList();
    }
}
