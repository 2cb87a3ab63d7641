package com.opsatc.kernel.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.mining.figure.EdgeStats;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageVisitorTest {
    private static final MiningPlan PLAN = new MiningPlan(3, new long[] {0, 500}, /* variants= */ false);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void merge_allPassagesOfALogInTwoParts_givesTheEdgesOfTheLog(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        ArrayLog.Builder log = ArrayLog.builder();
        List<PassageVisitor> parts = List.of(new PassageVisitor(PLAN), new PassageVisitor(PLAN));
        for (long caseId = 0; caseId < 40; caseId++) {
            int previous = -1;
            long completeUs = random.nextLong(900);
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                int next = random.nextInt(3);
                long nextCompleteUs = completeUs + random.nextLong(3) * 40;
                long startUs = nextCompleteUs - random.nextLong(50);
                log.add(caseId, next, startUs, nextCompleteUs);
                if (previous >= 0) {
                    parts.get((int) (caseId % 2)).add(caseId, previous, completeUs, next, startUs, nextCompleteUs);
                }
                previous = next;
                completeUs = nextCompleteUs;
            }
        }
        MiningVisitor visitor = new MiningVisitor(PLAN);
        visitor.visit(log.build().cursor());

        List<EdgeStats> edges = PassageVisitor.merge(
                PLAN, parts.stream().map(PassageVisitor::toBytes).toList());

        assertThat(texts(edges)).isEqualTo(texts(visitor.state().finish().edges()));
    }

    @Test
    void merge_nothing_hasNoEdges() {
        assertThat(PassageVisitor.merge(PLAN, List.of(new PassageVisitor(PLAN).toBytes())))
                .isEmpty();
    }

    @Test
    void add_codeOutsideThePlan_fails() {
        PassageVisitor visitor = new PassageVisitor(PLAN);

        assertThatThrownBy(() -> visitor.add(1, 0, 0, 3, 5, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid passage: activity codes are from 0 to 2");
        assertThatThrownBy(() -> visitor.add(1, -1, 0, 2, 5, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> texts(List<EdgeStats> edges) {
        List<String> texts = new ArrayList<>();
        for (EdgeStats edge : edges) {
            texts.add(edge.from() + " " + edge.to() + " " + edge.n() + " " + edge.cases() + " " + edge.sumUs() + " "
                    + edge.quantileUs(1, 4) + " " + edge.maxUs() + " " + edge.overlapN() + " " + edge.overlapUs() + " "
                    + edge.ties() + " "
                    + java.util.Arrays.toString(edge.periods().n()) + " "
                    + java.util.Arrays.toString(edge.periods().sum()));
        }
        return texts;
    }
}
