package com.opsatc.kernel.pairing;

import static com.opsatc.kernel.pairing.Transition.COMPLETE;
import static com.opsatc.kernel.pairing.Transition.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActiveTimeTest {
    @Test
    void of_overlapAndPause_countsTheUnionOnce() {
        assertThat(ActiveTime.of(new long[] {0, 5, 30}, new long[] {10, 20, 40}))
                .isEqualTo(new ActiveTime(30, 10));
    }

    @Test
    void of_nestedAndZeroLength_countsTheOuterOne() {
        assertThat(ActiveTime.of(new long[] {0, 2, 5, 50}, new long[] {20, 4, 5, 50}))
                .isEqualTo(new ActiveTime(20, 30));
    }

    @Test
    void of_noIntervals_isNothing() {
        assertThat(ActiveTime.of(new long[0], new long[0])).isEqualTo(new ActiveTime(0, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void of_anyIntervals_equalsMarkingEveryInstant(long seed) {
        RandomGenerator random = generator(seed);
        for (int round = 0; round < 300; round++) {
            int count = 1 + random.nextInt(8);
            long[] starts = new long[count];
            long[] completes = new long[count];
            BitSet active = new BitSet();
            for (int i = 0; i < count; i++) {
                starts[i] = random.nextInt(60);
                completes[i] = starts[i] + random.nextInt(12);
                active.set((int) starts[i], (int) completes[i]);
            }
            long first = Arrays.stream(starts).min().orElseThrow();
            long last = Arrays.stream(completes).max().orElseThrow();

            ActiveTime time = ActiveTime.of(starts, completes);

            assertThat(time).isEqualTo(new ActiveTime(active.cardinality(), last - first - active.cardinality()));
        }
    }

    /** Definitions 1.5: without parallel work, processing and idle time make up the cycle time. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void of_sequentialInstances_processingAndIdleAreTheCycle(long seed) {
        RandomGenerator random = generator(seed);
        List<TransitionEvent> events = new ArrayList<>();
        long us = random.nextInt(1000);
        for (int i = 0; i < 40; i++) {
            int activity = random.nextInt(5);
            events.add(new TransitionEvent(2 * i, activity, START, us));
            us += random.nextInt(500);
            events.add(new TransitionEvent(2 * i + 1, activity, COMPLETE, us));
            us += random.nextInt(3) == 0 ? 0 : random.nextInt(500);
        }

        List<ActivityInstance> instances = InstancePairing.pair(events).instances();

        ActiveTime time = ActiveTime.of(
                instances.stream().mapToLong(ActivityInstance::startUs).toArray(),
                instances.stream().mapToLong(ActivityInstance::completeUs).toArray());
        long processing = instances.stream()
                .mapToLong(i -> i.processingUs().orElseThrow())
                .sum();
        long cycle = events.get(events.size() - 1).atUs() - events.get(0).atUs();
        assertThat(time.busyUs()).isEqualTo(processing);
        assertThat(processing + time.idleUs()).isEqualTo(cycle);
    }

    @Test
    void of_completedBeforeStarted_fails() {
        assertThatThrownBy(() -> ActiveTime.of(new long[] {5}, new long[] {4}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid interval: it completes before it starts");
    }

    @Test
    void of_differentNumbers_fails() {
        assertThatThrownBy(() -> ActiveTime.of(new long[1], new long[2]))
                .hasMessage("Invalid intervals: starts and completions differ in number");
    }

    private static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
