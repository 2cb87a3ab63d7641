package com.opsatc.kernel.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.figure.ActivityCounts;
import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.figure.MinedLog;
import com.opsatc.kernel.figure.VariantStats;
import com.opsatc.kernel.log.ArrayLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiningPropertiesTest {
    private static final long[] PERIODS = {500_000_000L, 2_000_000_000L, 40_000_000_000L, 3_000_000_000_000L};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void finish_randomLog_equalsTheNaiveDefinitions(long seed) {
        TestPass plan = TestPass.of(7, PERIODS);
        ArrayLog log = RandomLogs.log(seed, 300, 7);

        assertThat(MiningFigures.of(whole(log, plan))).isEqualTo(new NaiveMining(log, plan).figures());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void finish_manyActivities_equalsTheNaiveDefinitions(long seed) {
        TestPass plan = TestPass.of(600);
        ArrayLog log = RandomLogs.log(seed, 500, 600);

        assertThat(MiningFigures.of(whole(log, plan))).isEqualTo(new NaiveMining(log, plan).figures());
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38})
    void finish_logCutAnywhereMergedInAnyOrder_equalsTheWhole(long seed) {
        TestPass plan = TestPass.of(5, PERIODS);
        ArrayLog log = RandomLogs.log(seed, 60, 5);
        Map<String, String> expected = MiningFigures.of(whole(log, plan));
        RandomGenerator random = RandomLogs.generator(seed);
        for (int round = 0; round < 20; round++) {
            List<PassState> parts = parts(log, plan, RandomLogs.cuts(random, log.size()));
            Collections.shuffle(parts, new Random(random.nextLong()));

            PassState merged = mergedInRandomTree(parts, random);

            assertThat(MiningFigures.of(plan.finish(merged))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void visit_oneVisitorSeveralCursors_equalsTheWhole(long seed) {
        TestPass plan = TestPass.of(5, PERIODS);
        ArrayLog log = RandomLogs.log(seed, 60, 5);
        List<Integer> cuts = RandomLogs.cuts(RandomLogs.generator(seed), log.size());
        CaseVisitor visitor = new CaseVisitor(plan.pass());
        for (int i = 1; i < cuts.size(); i++) {
            visitor.visit(log.blocks(cuts.get(i - 1), cuts.get(i)));
        }

        assertThat(MiningFigures.of(plan.finish(visitor.state()))).isEqualTo(MiningFigures.of(whole(log, plan)));
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54})
    void fromBytes_whatToBytesWrote_isTheSameState(long seed) {
        TestPass plan = TestPass.of(5, PERIODS);
        ArrayLog log = RandomLogs.log(seed, 80, 5);
        List<PassState> parts = new ArrayList<>();
        for (PassState part : parts(log, plan, RandomLogs.cuts(RandomLogs.generator(seed), log.size()))) {
            PassState read = PassState.fromBytes(plan.pass(), part.toBytes());
            assertThat(read.toBytes()).isEqualTo(part.toBytes());
            parts.add(read);
        }

        assertThat(MiningFigures.of(plan.finish(PassState.mergeAll(parts))))
                .isEqualTo(MiningFigures.of(whole(log, plan)));
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63, 64})
    void finish_anyLog_conservesFlow(long seed) {
        MinedLog mined = whole(RandomLogs.log(seed, 200, 6), TestPass.of(6));

        for (ActivityCounts activity : mined.activities()) {
            int code = activity.activity();
            long in = mined.edges().stream()
                    .filter(e -> e.to() == code)
                    .mapToLong(EdgeStats::n)
                    .sum();
            long out = mined.edges().stream()
                    .filter(e -> e.from() == code)
                    .mapToLong(EdgeStats::n)
                    .sum();
            assertThat(in + activity.starts()).isEqualTo(activity.executions());
            assertThat(out + activity.ends()).isEqualTo(activity.executions());
        }
        assertThat(mined.variants().stream().mapToLong(VariantStats::cases).sum())
                .isEqualTo(mined.cases());
        assertThat(mined.variants().stream().mapToLong(VariantStats::cycleSumUs).sum())
                .isEqualTo(mined.cycle().sumUs());
    }

    private static MinedLog whole(ArrayLog log, TestPass plan) {
        return plan.mine(log);
    }

    private static List<PassState> parts(ArrayLog log, TestPass plan, List<Integer> cuts) {
        List<PassState> parts = new ArrayList<>();
        for (int i = 1; i < cuts.size(); i++) {
            parts.add(part(log, plan, cuts.get(i - 1), cuts.get(i)));
        }
        return parts;
    }

    private static PassState part(ArrayLog log, TestPass plan, int from, int to) {
        return plan.state(log, from, to);
    }

    private static PassState mergedInRandomTree(List<PassState> parts, RandomGenerator random) {
        List<PassState> left = new ArrayList<>(parts);
        while (left.size() > 1) {
            PassState one = left.remove(random.nextInt(left.size()));
            PassState other = left.remove(random.nextInt(left.size()));
            left.add(one.merge(other));
        }
        return left.get(0);
    }
}
