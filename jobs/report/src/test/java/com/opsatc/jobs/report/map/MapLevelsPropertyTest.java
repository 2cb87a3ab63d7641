package com.opsatc.jobs.report.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.jobs.report.testing.RandomLog;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every level of every log. */
class MapLevelsPropertyTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void of_randomLog_eachLevelHoldsTheOneBeforeAndReachesItsShare(long seed) {
        ProcessEdges process = RandomLog.process(seed);
        List<MapLevel> levels = MapLevels.of(process, List.of()).levels();

        Set<Edge> before = Set.of();
        int percent = 0;
        for (MapLevel level : levels) {
            Set<Edge> drawn = new HashSet<>(edges(level));
            assertThat(drawn).containsAll(before);
            assertThat(level.percent()).isGreaterThan(percent);
            assertThat(level.cut()
                            || level.graph().flow() * 100 >= level.graph().totalFlow() * level.percent())
                    .isTrue();
            assertThat(drawn.size() + level.graph().hiddenEdges())
                    .isEqualTo(process.edges().size());
            assertThat(lines(level)).isLessThanOrEqualTo(MapLevels.MOST_LINES);
            before = drawn;
            percent = level.percent();
        }
        assertThat(percent).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void of_randomLog_everyActivityLiesOnADrawnWayFromStartToEnd(long seed) {
        for (MapLevel level : MapLevels.of(RandomLog.process(seed), List.of()).levels()) {
            MapGraph graph = level.graph();
            Set<String> names = new HashSet<>(
                    graph.activities().stream().map(ActivityStats::activity).toList());

            assertThat(reached(graph.entries(), edges(level), Edge::from, Edge::to))
                    .isEqualTo(names);
            assertThat(reached(graph.exits(), edges(level), Edge::to, Edge::from))
                    .isEqualTo(names);
        }
    }

    /** The order is what levels are cut from: whatever its beginning, it is connected and no rarer line could stand for it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void order_randomLog_isEveryLineOnceAndEachGroupIsLedByTheMostFrequentLeft(long seed) {
        List<MapLine> lines = MapLine.of(RandomLog.process(seed));
        DrawingOrder order = new DrawingOrder(lines);

        assertThat(order.first(order.size())).containsExactlyInAnyOrderElementsOf(lines);
        for (int i = 0; i < order.size(); i++) {
            Set<MapLine> drawn = new HashSet<>(order.first(i));
            MapLine next = order.first(i + 1).get(drawn.size());
            assertThat(lines.stream().filter(line -> !drawn.contains(line)).findFirst())
                    .hasValue(next);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void in_randomLog_isAsWideAsAnyWay(long seed) {
        List<MapLine> lines = MapLine.of(RandomLog.process(seed));
        WidestWays ways = new WidestWays(lines);

        for (String name : new HashSet<>(
                lines.stream().filter(MapLine::isTransition).map(MapLine::to).toList())) {
            long width =
                    ways.in(name, Set.of()).stream().mapToLong(MapLine::n).min().orElseThrow();
            List<MapLine> wider =
                    lines.stream().filter(line -> line.n() > width).toList();
            assertThat(reachable(wider)).doesNotContain(name);
        }
    }

    private static Set<String> reachable(List<MapLine> lines) {
        List<String> entries = lines.stream()
                .filter(line -> line.kind() == MapLine.Kind.WAY_IN)
                .map(MapLine::to)
                .toList();

        return reached(entries, lines.stream().filter(MapLine::isTransition).toList(), MapLine::from, MapLine::to);
    }

    private static <E> Set<String> reached(
            Collection<String> first, List<E> edges, Function<E, String> near, Function<E, String> far) {
        Set<String> reached = new HashSet<>(first);
        Deque<String> open = new ArrayDeque<>(first);
        while (!open.isEmpty()) {
            String at = open.pop();
            for (E edge : edges) {
                if (near.apply(edge).equals(at) && reached.add(far.apply(edge))) {
                    open.push(far.apply(edge));
                }
            }
        }

        return reached;
    }

    private static List<Edge> edges(MapLevel level) {
        return level.graph().edges().stream().map(MapEdge::edge).toList();
    }

    private static int lines(MapLevel level) {
        MapGraph graph = level.graph();

        return graph.edges().size() + graph.entries().size() + graph.exits().size();
    }
}
