package com.opsatc.jobs.report.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.jobs.report.testing.RandomLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrawingOrderTest {
    @Test
    void first_chain_comesWholeWithItsMostFrequentTransition() {
        DrawingOrder order = order(cases(3, "a", "b"), cases(1, "a", "b", "c"));

        assertThat(order.first(1)).extracting(DrawingOrderTest::said).containsExactly("a-b 4", ">a 4", "b> 3");
        assertThat(order.first(2))
                .extracting(DrawingOrderTest::said)
                .containsExactly("a-b 4", ">a 4", "b> 3", "b-c 1", "c> 1");
        assertThat(order.size()).isEqualTo(2);
    }

    @Test
    void first_ties_goByKindThenByName() {
        DrawingOrder order = order(cases(1, "b", "d"), cases(1, "b", "c"), cases(1, "a", "c"));

        assertThat(order.first(order.size()))
                .extracting(DrawingOrderTest::said)
                .containsExactly(">b 2", "b-c 1", "c> 2", "a-c 1", ">a 1", "b-d 1", "d> 1");
    }

    @Test
    void first_loop_isConnectedByTheWidestWayNotTheShortest() {
        DrawingOrder order = order(cases(5, "a", "b", "x", "x", "x", "x", "b", "c"), cases(1, "a", "x", "c"));

        assertThat(order.first(1))
                .extracting(DrawingOrderTest::said)
                .containsExactly("x-x 15", "b-x 5", "a-b 5", ">a 6", "x-b 5", "b-c 5", "c> 6");
        assertThat(order.first(order.size())).extracting(DrawingOrderTest::said).endsWith("a-x 1", "x-c 1");
    }

    @Test
    void first_oneActivity_isItsWayInAndOut() {
        assertThat(order(cases(2, "only")).first(1))
                .extracting(DrawingOrderTest::said)
                .containsExactly(">only 2", "only> 2");
    }

    @Test
    void first_twoActivitiesThatNeverMeet_areTwoGroups() {
        DrawingOrder order = order(cases(2, "a"), cases(1, "b"));

        assertThat(order.first(1)).extracting(DrawingOrderTest::said).containsExactly(">a 2", "a> 2");
        assertThat(order.first(2)).extracting(DrawingOrderTest::said).endsWith(">b 1", "b> 1");
    }

    @Test
    void first_namesThatAreEmpty_areActivitiesLikeOthers() {
        assertThat(order(cases(1, "", "b")).first(1))
                .extracting(DrawingOrderTest::said)
                .containsExactly("-b 1", "> 1", "b> 1");
    }

    @Test
    void reaching_share_isTheFewestGroups() {
        DrawingOrder order = order(cases(8, "a", "b"), cases(1, "c", "d"), cases(1, "e", "f"));

        assertThat(order.reaching(80)).isEqualTo(1);
        assertThat(order.reaching(81)).isEqualTo(2);
        assertThat(order.reaching(90)).isEqualTo(2);
        assertThat(order.reaching(100)).isEqualTo(3);
    }

    @Test
    void reaching_noTransition_isEveryGroup() {
        assertThat(order(cases(2, "a"), cases(1, "b")).reaching(60)).isEqualTo(2);
    }

    @Test
    void within_lines_neverSplitsAGroup() {
        DrawingOrder order = order(cases(8, "a", "b"), cases(1, "c", "d"));

        assertThat(order.within(2)).isZero();
        assertThat(order.within(3)).isEqualTo(1);
        assertThat(order.within(5)).isEqualTo(1);
        assertThat(order.within(6)).isEqualTo(2);
    }

    @SafeVarargs
    private static DrawingOrder order(List<List<String>>... cases) {
        return new DrawingOrder(MapLine.of(
                RandomLog.process(Stream.of(cases).flatMap(List::stream).toList())));
    }

    private static List<List<String>> cases(int n, String... steps) {
        return new ArrayList<>(Collections.nCopies(n, List.of(steps)));
    }

    /** {@code a-b 3} a transition, {@code >a 3} a way in, {@code a> 3} a way out. */
    private static String said(MapLine line) {
        String between = switch (line.kind()) {
            case TRANSITION -> "-";
            case WAY_IN, WAY_OUT -> ">";
        };

        return line.from() + between + line.to() + " " + line.n();
    }
}
