package com.opsatc.kernel.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.figure.Durations;
import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.pairing.Rest;
import com.opsatc.kernel.pairing.Rests;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.kernel.visit.CaseVisitor;
import com.opsatc.kernel.visit.PassState;
import com.opsatc.kernel.visit.RandomLogs;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkMeasuresTest {
    private static final int ACTIVITIES = 3;

    /** An instance of a case; its start may be unknown. */
    private record Instance(long caseId, int activity, long startUs, long completeUs, List<Rest> rests) {
        boolean known() {
            return startUs != EventColumns.UNKNOWN;
        }

        long suspendedUs() {
            return rests.stream().mapToLong(rest -> rest.toUs() - rest.fromUs()).sum();
        }
    }

    @Test
    void of_aCaseByHand_hasWorkWaitingAndRests() {
        InstanceTimes times = mine(
                List.of(
                        new Instance(1, 0, 0, 10, List.of()),
                        new Instance(1, 1, 15, 40, List.of(new Rest(20, 25))),
                        new Instance(1, 2, EventColumns.UNKNOWN, 50, List.of())),
                3);

        assertThat(times.processing()).extracting(Durations::sumUs).containsExactly(10L, 20L, 0L);
        assertThat(times.startsKnown()).isEqualTo(2);
        assertThat(times.completions(0, 1).sumUs()).isEqualTo(30);
        assertThat(times.completions(1, 2).sumUs()).isEqualTo(10);
        assertThat(times.waiting(0, 1).orElseThrow().sumUs()).isEqualTo(5);
        assertThat(times.waiting(1, 2)).isEmpty();
        assertThat(times.suspendedUs()).isEqualTo(5);
        assertThat(times.busyUs()).isEqualTo(30);
        assertThat(times.idleUs()).isEqualTo(20);
    }

    @Test
    void of_noInstances_hasNoTimes() {
        InstanceTimes times = mine(List.of(), 0);

        assertThat(times.startsKnown()).isZero();
        assertThat(times.busyUs()).isEqualTo(BigInteger.ZERO);
        assertThat(times.completions()).isEmpty();
    }

    @Test
    void take_suspendedLongerThanItLasted_fails() {
        assertThatThrownBy(() -> mine(List.of(new Instance(1, 0, 0, 10, List.of(new Rest(0, 11)))), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid instance: it was suspended for longer than it lasted, or for less than nothing");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void of_randomInstancesCutAnywhere_equalsTheDefinitions(long seed) {
        RandomGenerator random = RandomLogs.generator(seed);
        List<Instance> instances = new ArrayList<>();
        for (long caseId = 0; caseId < 40; caseId++) {
            long us = random.nextLong(1_000);
            for (int i = random.nextInt(1, 9); i > 0; i--) {
                us += random.nextLong(3) * 40;
                boolean known = random.nextInt(4) > 0;
                long startUs = known ? us - random.nextLong(60) : EventColumns.UNKNOWN;
                long rested = known ? Math.min(us - startUs, random.nextLong(20)) : 0;
                List<Rest> rests = rested == 0 ? List.of() : List.of(new Rest(startUs, startUs + rested));
                instances.add(new Instance(caseId, random.nextInt(ACTIVITIES), startUs, us, rests));
            }
        }

        InstanceTimes times = mine(instances, random.nextInt(instances.size() + 1));

        assertThat(texts(times.completions())).isEqualTo(gaps(instances, false));
        assertThat(texts(times.waiting())).isEqualTo(gaps(instances, true));
        for (int activity = 0; activity < ACTIVITIES; activity++) {
            int code = activity;
            long[] worked = instances.stream()
                    .filter(instance -> instance.activity() == code && instance.known())
                    .mapToLong(instance -> instance.completeUs() - instance.startUs() - instance.suspendedUs())
                    .toArray();
            assertThat(times.processing().get(activity).n()).isEqualTo(worked.length);
            assertThat(times.processing().get(activity).sumUs())
                    .isEqualTo(java.util.Arrays.stream(worked).sum());
        }
        assertThat(times.busyUs()).isEqualTo(busyByTheMicrosecond(instances));
    }

    /** How many microseconds of each case lie in an instance and in none of its rests. */
    private static BigInteger busyByTheMicrosecond(List<Instance> instances) {
        long busy = 0;
        for (long caseId = 0; caseId < 40; caseId++) {
            long of = caseId;
            List<Instance> ofCase = instances.stream()
                    .filter(i -> i.caseId() == of && i.known())
                    .toList();
            for (long us = -100; us < 2_000; us++) {
                long at = us;
                busy += ofCase.stream()
                                .anyMatch(i -> i.startUs() <= at
                                        && at < i.completeUs()
                                        && i.rests().stream()
                                                .noneMatch(rest -> rest.fromUs() <= at && at < rest.toUs()))
                        ? 1
                        : 0;
            }
        }
        return BigInteger.valueOf(busy);
    }

    private static Map<String, String> gaps(List<Instance> instances, boolean waiting) {
        Map<String, List<Long>> gaps = new TreeMap<>();
        for (int i = 1; i < instances.size(); i++) {
            Instance before = instances.get(i - 1);
            Instance next = instances.get(i);
            if (before.caseId() == next.caseId() && (!waiting || next.known())) {
                long endUs = waiting ? next.startUs() : next.completeUs();
                gaps.computeIfAbsent(before.activity() + " " + next.activity(), pair -> new ArrayList<>())
                        .add(endUs - before.completeUs());
            }
        }
        Map<String, String> texts = new TreeMap<>();
        gaps.forEach((pair, all) -> texts.put(
                pair,
                all.size() + " "
                        + all.stream().mapToLong(gap -> Math.max(0, gap)).sum() + " "
                        + all.stream().filter(gap -> gap < 0).count()));
        return texts;
    }

    private static Map<String, String> texts(Map<InstanceTimes.Pair, EdgeStats> edges) {
        Map<String, String> texts = new TreeMap<>();
        edges.forEach((pair, edge) ->
                texts.put(pair.from() + " " + pair.to(), edge.n() + " " + edge.sumUs() + " " + edge.overlapN()));
        return texts;
    }

    /** Mined in two parts, the second of which goes through bytes. */
    private static InstanceTimes mine(List<Instance> instances, int cut) {
        ArrayLog.Builder log = ArrayLog.builder(EventColumns.ofInstances());
        for (Instance instance : instances) {
            log.add(instance.caseId(), instance.activity(), instance.startUs(), instance.completeUs())
                    .suspended(instance.suspendedUs(), Rests.bytes(instance.rests()));
        }
        ArrayLog built = log.build();
        CasePass pass = new CasePass(ACTIVITIES);
        WorkMeasures measures = WorkMeasures.in(pass, ACTIVITIES, Periods.NONE);
        CaseVisitor first = new CaseVisitor(pass);
        first.visit(built.blocks(0, cut));
        CaseVisitor second = new CaseVisitor(pass);
        second.visit(built.blocks(cut, built.size()));
        PassState read = PassState.fromBytes(pass, second.state().toBytes());
        return measures.of(first.state().merge(read).finish());
    }
}
