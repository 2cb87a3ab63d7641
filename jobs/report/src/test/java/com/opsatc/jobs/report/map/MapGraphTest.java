package com.opsatc.jobs.report.map;

import static com.opsatc.jobs.report.testing.SampleProcess.activity;
import static com.opsatc.jobs.report.testing.SampleProcess.edge;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.ActivityStats;
import com.opsatc.contract.Bottleneck;
import com.opsatc.contract.Edge;
import com.opsatc.contract.ProcessEdges;
import com.opsatc.jobs.report.testing.SampleProcess;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapGraphTest {
    @Test
    void of_smallProcess_drawsEverything() {
        MapGraph graph = MapGraph.of(
                process(List.of(edge("a", "b", 1_000, 1, 1), edge("b", "a", 1, 1, 1)), "a", "b"), List.of());

        assertThat(graph.edges()).extracting(drawn -> drawn.edge().n()).containsExactly(1_000L, 1L);
        assertThat(graph.hiddenEdges()).isZero();
        assertThat(graph.hiddenActivities()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void of_spaghetti_staysWithinItsBoundsAndCountsWhatItHides(long seed) {
        ProcessEdges process = SampleProcess.spaghetti(seed, 60, 900);
        MapGraph graph = MapGraph.of(process, List.of());

        assertThat(graph.edges())
                .hasSizeBetween(MapGraph.FEWEST_EDGES, MapGraph.MOST_EDGES + 2 * MapGraph.MOST_ACTIVITIES);
        assertThat(graph.activities()).hasSizeLessThanOrEqualTo(MapGraph.MOST_ACTIVITIES);
        assertThat(graph.edges().size() + graph.hiddenEdges()).isEqualTo(900);
        assertThat(graph.activities().size() + graph.hiddenActivities()).isEqualTo(60);
        assertThat(graph.flow())
                .isEqualTo(graph.edges().stream()
                        .mapToLong(drawn -> drawn.edge().n())
                        .sum());
        assertThat(graph.totalFlow())
                .isEqualTo(process.edges().stream().mapToLong(Edge::n).sum());
    }

    @Test
    void of_rareBottleneck_isDrawnAllTheSame() {
        List<Edge> edges = new ArrayList<>(SampleProcess.spaghetti(3, 60, 900).edges());
        List<ActivityStats> activities =
                new ArrayList<>(SampleProcess.spaghetti(3, 60, 900).activities());
        edges.add(edge("rare", "slow", 1, 5, 9));
        activities.add(activity("rare", 1, 1, 0, 0, 0));
        activities.add(activity("slow", 1, 0, 1, 0, 0));
        MapGraph graph = MapGraph.of(
                new ProcessEdges("p", "case", ProcessEdges.ACTIVITY, 1, 1, 1, edges, activities),
                List.of(
                        bottleneck(1, "rare", "slow"),
                        bottleneck(6, edges.get(0).from(), edges.get(0).to())));

        assertThat(graph.edges())
                .filteredOn(MapEdge::bottleneck)
                .singleElement()
                .satisfies(drawn -> {
                    assertThat(drawn.edge().from()).isEqualTo("rare");
                    assertThat(drawn.bottleneckRank()).isEqualTo(1);
                });
        assertThat(graph.activities()).extracting(ActivityStats::activity).contains("rare", "slow");
    }

    @Test
    void of_activityThatNothingLeadsTo_getsItsMostFrequentTransition() {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            edges.add(edge("hub", "out" + i, 1_000 - i, 1, 1));
        }
        edges.add(edge("out0", "hub", 2, 1, 1));
        edges.add(edge("out1", "hub", 1, 1, 1));
        List<ActivityStats> activities = new ArrayList<>(List.of(activity("hub", 30_000, 0, 0, 0, 0)));
        for (int i = 0; i < 29; i++) {
            activities.add(activity("out" + i, 1_000, 0, 9, 0, 0));
        }
        MapGraph graph = MapGraph.of(
                new ProcessEdges("p", "case", ProcessEdges.ACTIVITY, 1, 1, 1, edges, activities), List.of());

        assertThat(graph.edges())
                .filteredOn(drawn -> drawn.edge().to().equals("hub"))
                .singleElement()
                .satisfies(drawn -> assertThat(drawn.edge().from()).isEqualTo("out0"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void of_shuffledDocument_isTheSameGraph(long seed) {
        ProcessEdges process = SampleProcess.spaghetti(5, 40, 400);
        List<Edge> edges = new ArrayList<>(process.edges());
        List<ActivityStats> activities = new ArrayList<>(process.activities());
        Collections.shuffle(edges, new Random(seed));
        Collections.shuffle(activities, new Random(seed));

        assertThat(MapGraph.of(
                        new ProcessEdges(
                                "spaghetti", "case", ProcessEdges.ACTIVITY, 1_000, 50_000, 900, edges, activities),
                        List.of()))
                .isEqualTo(MapGraph.of(process, List.of()));
    }

    @Test
    void covers_stepsWithAHiddenTransition_isFalse() {
        MapGraph graph = MapGraph.of(process(List.of(edge("a", "b", 3, 1, 1)), "a", "b"), List.of());

        assertThat(graph.covers(List.of("a", "b"))).isTrue();
        assertThat(graph.covers(List.of("a"))).isTrue();
        assertThat(graph.covers(List.of("a", "b", "a"))).isFalse();
    }

    private static ProcessEdges process(List<Edge> edges, String... names) {
        List<ActivityStats> activities = new ArrayList<>();
        for (String name : names) {
            activities.add(activity(name, 10, 1, 1, 0, 0));
        }

        return new ProcessEdges("p", "case", ProcessEdges.ACTIVITY, 1, 1, 1, edges, activities);
    }

    static Bottleneck bottleneck(int rank, String from, String to) {
        return new Bottleneck("p", rank, from, to, "waiting", 1, 1, 1, 0, 1, 1, 1, BigDecimal.ONE, null, null);
    }
}
