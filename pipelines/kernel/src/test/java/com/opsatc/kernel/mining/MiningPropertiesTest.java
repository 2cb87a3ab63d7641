package com.opsatc.kernel.mining;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.mining.figure.ActivityCounts;
import com.opsatc.kernel.mining.figure.EdgeStats;
import com.opsatc.kernel.mining.figure.MinedLog;
import com.opsatc.kernel.mining.figure.VariantStats;
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
        MiningPlan plan = new MiningPlan(7, PERIODS, true);
        ArrayLog log = RandomLogs.log(seed, 300, 7);

        assertThat(MiningFigures.of(whole(log, plan))).isEqualTo(new NaiveMining(log, plan).figures());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void finish_manyActivities_equalsTheNaiveDefinitions(long seed) {
        MiningPlan plan = new MiningPlan(600, new long[0], false);
        ArrayLog log = RandomLogs.log(seed, 500, 600);

        assertThat(MiningFigures.of(whole(log, plan))).isEqualTo(new NaiveMining(log, plan).figures());
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38})
    void finish_logCutAnywhereMergedInAnyOrder_equalsTheWhole(long seed) {
        MiningPlan plan = new MiningPlan(5, PERIODS, true);
        ArrayLog log = RandomLogs.log(seed, 60, 5);
        Map<String, String> expected = MiningFigures.of(whole(log, plan));
        RandomGenerator random = RandomLogs.generator(seed);
        for (int round = 0; round < 20; round++) {
            List<MiningState> parts = parts(log, plan, RandomLogs.cuts(random, log.size()));
            Collections.shuffle(parts, new Random(random.nextLong()));

            MiningState merged = mergedInRandomTree(parts, random);

            assertThat(MiningFigures.of(merged.finish())).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void visit_oneVisitorSeveralCursors_equalsTheWhole(long seed) {
        MiningPlan plan = new MiningPlan(5, PERIODS, true);
        ArrayLog log = RandomLogs.log(seed, 60, 5);
        List<Integer> cuts = RandomLogs.cuts(RandomLogs.generator(seed), log.size());
        MiningVisitor visitor = new MiningVisitor(plan);
        for (int i = 1; i < cuts.size(); i++) {
            visitor.visit(log.cursor(cuts.get(i - 1), cuts.get(i)));
        }

        assertThat(MiningFigures.of(visitor.state().finish())).isEqualTo(MiningFigures.of(whole(log, plan)));
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54})
    void fromBytes_whatToBytesWrote_isTheSameState(long seed) {
        MiningPlan plan = new MiningPlan(5, PERIODS, true);
        ArrayLog log = RandomLogs.log(seed, 80, 5);
        List<MiningState> parts = new ArrayList<>();
        for (MiningState part : parts(log, plan, RandomLogs.cuts(RandomLogs.generator(seed), log.size()))) {
            MiningState read = MiningState.fromBytes(part.toBytes());
            assertThat(read.toBytes()).isEqualTo(part.toBytes());
            parts.add(read);
        }

        assertThat(MiningFigures.of(MiningState.mergeAll(parts).finish()))
                .isEqualTo(MiningFigures.of(whole(log, plan)));
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63, 64})
    void finish_anyLog_conservesFlow(long seed) {
        MinedLog mined = whole(RandomLogs.log(seed, 200, 6), new MiningPlan(6, new long[0], true));

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

    private static MinedLog whole(ArrayLog log, MiningPlan plan) {
        return part(log, plan, 0, log.size()).finish();
    }

    private static List<MiningState> parts(ArrayLog log, MiningPlan plan, List<Integer> cuts) {
        List<MiningState> parts = new ArrayList<>();
        for (int i = 1; i < cuts.size(); i++) {
            parts.add(part(log, plan, cuts.get(i - 1), cuts.get(i)));
        }
        return parts;
    }

    private static MiningState part(ArrayLog log, MiningPlan plan, int from, int to) {
        MiningVisitor visitor = new MiningVisitor(plan);
        visitor.visit(log.cursor(from, to));
        return visitor.state();
    }

    private static MiningState mergedInRandomTree(List<MiningState> parts, RandomGenerator random) {
        List<MiningState> left = new ArrayList<>(parts);
        while (left.size() > 1) {
            MiningState one = left.remove(random.nextInt(left.size()));
            MiningState other = left.remove(random.nextInt(left.size()));
            left.add(one.merge(other));
        }
        return left.get(0);
    }
}
