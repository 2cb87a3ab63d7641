package com.opsatc.kernel.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.calendar.DurationClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CauseSweepTest {
    /** What a slot did, in whole numbers of a time that a test can walk through. */
    private record Instance(int activity, long enabled, long start, long complete) {}

    @Test
    void sweep_randomWork_isWhatWalkingThroughTimeGives() {
        Random random = new Random(11);
        for (int round = 0; round < 400; round++) {
            List<Instance> work = work(random, 1 + random.nextInt(25));
            long night = 3L + random.nextInt(5);
            DurationClock clock = round % 3 == 0
                    ? DurationClock.WALL
                    : (from, to) -> to - from - offUntil(to, night) + offUntil(from, night);

            assertThat(swept(work, clock)).as("round %d: %s", round, work).isEqualTo(walked(work, clock));
        }
    }

    @Test
    void sweep_ofWhatNothingEnabled_givesNoParts() {
        assertThat(swept(List.of(new Instance(0, SlotWork.UNKNOWN, 5, 9)), DurationClock.WALL))
                .isEmpty();
    }

    @Test
    void sweep_aLaterEnabledDoneFirst_isPrioritisation() {
        List<Instance> work =
                List.of(new Instance(0, 0, 10, 20), new Instance(1, 5, 20, 30), new Instance(2, 3, 30, 40));

        assertThat(swept(work, DurationClock.WALL))
                .isEqualTo(Map.of(
                        0, "0 0 0 0 10 / 0 0 0 0 10 / 0 0 0 0 10",
                        1, "0 10 0 0 5 / 0 10 0 0 5 / 0 10 0 0 5",
                        2, "0 10 10 0 7 / 0 10 10 0 7 / 0 10 10 0 7"));
    }

    @Test
    void sweep_aBatch_waitsForItsLast() {
        List<Instance> work = List.of(new Instance(7, 0, 50, 60), new Instance(7, 30, 60, 70));

        assertThat(swept(work, DurationClock.WALL))
                .isEqualTo(Map.of(
                        0, "30 0 0 0 20 / 30 0 0 0 20 / 30 0 0 0 20",
                        1, "0 10 0 0 20 / 0 10 0 0 20 / 0 10 0 0 20"));
    }

    private static long offUntil(long at, long night) {
        long days = Math.floorDiv(at, 10);
        return days * night + Math.min(night, Math.floorMod(at, 10L));
    }

    private static List<Instance> work(Random random, int n) {
        List<Instance> work = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            long start = random.nextInt(60);
            long enabled = random.nextInt(8) == 0 ? SlotWork.UNKNOWN : start - random.nextInt(30);
            work.add(new Instance(random.nextInt(3), enabled, start, start + random.nextInt(8)));
        }

        work.sort(Comparator.comparingLong(Instance::start).thenComparingLong(Instance::complete));
        return work;
    }

    private static Map<Integer, String> swept(List<Instance> instances, DurationClock clock) {
        SlotWork work = new SlotWork();
        instances.forEach(i -> work.add(i.activity(), i.enabled(), i.start(), i.complete()));
        Map<Integer, String> found = new TreeMap<>();
        CauseSweep.sweep(
                work,
                clock,
                (i, parts) ->
                        found.put(i, text(parts.parts()) + " / " + text(parts.least()) + " / " + text(parts.most())));
        return found;
    }

    /** By the words of the definition, one unit of time after the other. */
    private static Map<Integer, String> walked(List<Instance> work, DurationClock clock) {
        Map<Integer, String> found = new TreeMap<>();
        for (int i = 0; i < work.size(); i++) {
            Instance self = work.get(i);
            if (self.enabled() == SlotWork.UNKNOWN || self.enabled() == self.start()) {
                continue;
            }

            long batched = batchedUntil(work, i);
            long[] parts = new long[5];
            long[] least = new long[5];
            long[] most = new long[5];
            for (long at = self.enabled(); at < self.start(); at++) {
                boolean[] applies = new boolean[5];
                applies[0] = at < batched;
                for (Instance other : work) {
                    if (other.start() <= at && at < other.complete()) {
                        applies[possible(other) <= self.enabled() ? 1 : 2] = true;
                    }
                }
                applies[3] = clock.between(at, at + 1) == 0;
                int count = 0;
                int first = 4;
                for (int cause = 3; cause >= 0; cause--) {
                    if (applies[cause]) {
                        count++;
                        first = cause;
                        most[cause]++;
                    }
                }
                parts[first]++;
                if (count <= 1) {
                    least[first]++;
                }
            }
            most[4] = least[4] = parts[4];
            found.put(i, text(parts) + " / " + text(least) + " / " + text(most));
        }

        return found;
    }

    private static long possible(Instance instance) {
        return instance.enabled() == SlotWork.UNKNOWN ? instance.start() : instance.enabled();
    }

    private static long batchedUntil(List<Instance> work, int wanted) {
        List<List<Integer>> batches = new ArrayList<>();
        for (int i = 0; i < work.size(); i++) {
            if (work.get(i).activity() == work.get(wanted).activity()) {
                List<Integer> last = batches.isEmpty() ? null : batches.get(batches.size() - 1);
                boolean joins = last != null
                        && possible(work.get(i)) <= work.get(last.get(0)).start()
                        && work.get(i).start()
                                <= last.stream()
                                        .mapToLong(j -> work.get(j).complete())
                                        .max()
                                        .getAsLong();
                if (!joins) {
                    last = new ArrayList<>();
                    batches.add(last);
                }
                last.add(i);
            }
        }

        List<Integer> own = batches.stream()
                .filter(batch -> batch.contains(wanted))
                .findFirst()
                .orElseThrow();
        return own.size() == 1
                ? Long.MIN_VALUE
                : own.stream().mapToLong(j -> possible(work.get(j))).max().getAsLong();
    }

    private static String text(long[] values) {
        StringBuilder text = new StringBuilder();
        for (long value : values) {
            text.append(text.length() == 0 ? "" : " ").append(value);
        }

        return text.toString();
    }
}
