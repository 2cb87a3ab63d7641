package com.opsatc.jobs.report.map;

import static com.opsatc.jobs.report.testing.SampleProcess.activity;
import static com.opsatc.jobs.report.testing.SampleProcess.bottleneck;
import static com.opsatc.jobs.report.testing.SampleProcess.edge;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessEdgesBuilder;
import com.opsatc.jobs.report.testing.SampleProcess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapLevelsTest {
    @Test
    void of_eachShare_drawsTheFewestMostFrequentTransitions() {
        MapLevels levels = MapLevels.of(star(60, 20, 15, 5), List.of());

        assertThat(levels.levels()).extracting(MapLevel::percent).containsExactly(60, 80, 95, 100);
        assertThat(levels.levels())
                .extracting(level -> level.graph().edges().size())
                .containsExactly(1, 2, 3, 4);
        assertThat(levels.levels()).extracting(level -> level.graph().flow()).containsExactly(60L, 80L, 95L, 100L);
        assertThat(levels.levels()).extracting(MapLevel::cut).containsOnly(false);
        assertThat(levels.levels().get(1).graph().hiddenEdges()).isEqualTo(2);
        assertThat(levels.levels().get(1).graph().hiddenActivities()).isEqualTo(2);
        assertThat(levels.opening()).isEqualTo(3);
    }

    @Test
    void of_sharesThatDrawTheSame_areOneLevelNamedByTheGreatest() {
        assertThat(MapLevels.of(star(96, 4), List.of()).levels())
                .extracting(MapLevel::percent)
                .containsExactly(95, 100);
        assertThat(MapLevels.of(star(7), List.of()).levels())
                .extracting(MapLevel::percent)
                .containsExactly(100);
    }

    @Test
    void of_lastGroupsWithoutATransition_areNoLevelOfTheirOwn() {
        ProcessEdges process = process(
                List.of(edge("a", "b", 90, 1, 1), edge("b", "c", 10, 1, 1)),
                List.of(
                        activity("a", 90, 90, 0, 0, 0),
                        activity("b", 91, 1, 81, 0, 0),
                        activity("c", 10, 0, 10, 0, 0)));

        assertThat(MapLevels.of(process, List.of()).levels())
                .extracting(
                        level -> level.percent() + ": " + level.graph().edges().size() + ", in at "
                                + level.graph().entries())
                .containsExactly("80: 1, in at [a]", "100: 2, in at [a, b]");
    }

    @Test
    void of_nothingToDraw_isOneEmptyLevel() {
        MapLevels levels = MapLevels.of(process(List.of(), List.of()), List.of());

        assertThat(levels.levels()).singleElement().satisfies(level -> {
            assertThat(level.percent()).isEqualTo(100);
            assertThat(level.cut()).isFalse();
            assertThat(level.graph().activities()).isEmpty();
        });
    }

    @Test
    void of_moreThanADrawingTakes_isCutAtAWholeGroupAndCounted() {
        MapLevels levels =
                MapLevels.of(star(IntStream.range(0, 80).map(i -> 200 - i).toArray()), List.of());
        MapLevel fullest = levels.levels().get(levels.levels().size() - 1);

        assertThat(fullest.cut()).isTrue();
        // One line in, then two for each arm: the transition and the way out.
        assertThat(fullest.graph().edges()).hasSize(49);
        assertThat(fullest.graph().exits()).hasSize(49);
        assertThat(fullest.graph().hiddenEdges()).isEqualTo(31);
        assertThat(levels.opening()).isZero();
    }

    @Test
    void of_chainLongerThanADrawing_isDrawnAsFarAsItGoes() {
        List<Edge> edges = new ArrayList<>();
        List<ActivityStats> activities = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            edges.add(edge("s" + i, "s" + (i + 1), 5, 1, 1));
            activities.add(activity("s" + i, 5, i == 0 ? 5 : 0, 0, 0, 0));
        }
        activities.add(activity("s150", 5, 0, 5, 0, 0));
        MapLevels levels = MapLevels.of(process(edges, activities), List.of());

        assertThat(levels.levels()).singleElement().satisfies(level -> {
            assertThat(level.cut()).isTrue();
            assertThat(level.graph().edges().size()
                            + level.graph().entries().size()
                            + level.graph().exits().size())
                    .isEqualTo(MapLevels.MOST_LINES);
        });
    }

    @Test
    void of_bottleneckBelowALevel_isNamedThereAndMarkedWhereItIsDrawn() {
        List<Bottleneck> bottlenecks =
                List.of(bottleneck(1, "hub", "arm 0"), bottleneck(2, "hub", "arm 3"), bottleneck(6, "hub", "arm 1"));
        MapLevels levels = MapLevels.of(star(60, 20, 15, 5), bottlenecks);

        assertThat(levels.levels())
                .extracting(level -> level.graph().hiddenBottlenecks().stream()
                        .map(Bottleneck::rank)
                        .toList())
                .containsExactly(List.of(2), List.of(2), List.of(2), List.of());
        assertThat(levels.levels())
                .extracting(level -> level.graph().edges().stream()
                        .map(MapEdge::bottleneckRank)
                        .toList())
                .containsExactly(List.of(1), List.of(1, 0), List.of(1, 0, 0), List.of(1, 0, 0, 2));
        assertThat(levels.firstDrawing("hub", "arm 3")).hasValue(levels.levels().get(3));
        assertThat(levels.firstDrawing("hub", "nowhere")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void of_shuffledDocument_isTheSame(long seed) {
        ProcessEdges process = SampleProcess.spaghetti(5, 40, 400);
        List<Edge> edges = new ArrayList<>(process.edges());
        List<ActivityStats> activities = new ArrayList<>(process.activities());
        Collections.shuffle(edges, new Random(seed));
        Collections.shuffle(activities, new Random(seed));

        assertThat(MapLevels.of(process(edges, activities), List.of())).isEqualTo(MapLevels.of(process, List.of()));
    }

    @Test
    void covers_stepsWithAHiddenTransition_isFalse() {
        MapGraph graph = MapLevels.of(star(9, 1), List.of()).levels().get(0).graph();

        assertThat(graph.covers(List.of("hub", "arm 0"))).isTrue();
        assertThat(graph.covers(List.of("hub"))).isTrue();
        assertThat(graph.covers(List.of("hub", "arm 1"))).isFalse();
    }

    /** Cases that start in a hub and end in one of its arms. */
    private static ProcessEdges star(int... arms) {
        List<Edge> edges = new ArrayList<>();
        List<ActivityStats> activities = new ArrayList<>();
        long all = IntStream.of(arms).sum();
        activities.add(activity("hub", all, all, 0, 0, 0));
        for (int i = 0; i < arms.length; i++) {
            edges.add(edge("hub", "arm " + i, arms[i], 1, 1));
            activities.add(activity("arm " + i, arms[i], 0, arms[i], 0, 0));
        }

        return process(edges, activities);
    }

    private static ProcessEdges process(List<Edge> edges, List<ActivityStats> activities) {
        return ProcessEdgesBuilder.builder()
                .process("p")
                .caseNotion("case")
                .view(LogView.ACTIVITY)
                .cases(1)
                .events(1)
                .variants(1)
                .edges(edges)
                .activities(activities)
                .build();
    }
}
