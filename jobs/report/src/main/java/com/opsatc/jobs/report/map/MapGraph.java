package com.opsatc.jobs.report.map;

import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.ProcessEdges;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a process one drawing shows, and how much of it is left out.
 *
 * @param activities that a drawn line leads to or from, by executions descending, then name
 * @param edges by frequency descending, then name
 * @param entries the activities that a way in from the start leads to, {@code exits} those that a way out leaves
 * @param hiddenBottlenecks those among the {@value #MARKED_BOTTLENECKS} marked ones whose transition is not drawn
 * @param hiddenEdges how many transitions of the process are not drawn, {@code hiddenActivities} how many activities
 * @param flow how often the drawn transitions occur, of {@code totalFlow}
 */
public record MapGraph(
        List<ActivityStats> activities,
        List<MapEdge> edges,
        List<String> entries,
        List<String> exits,
        List<Bottleneck> hiddenBottlenecks,
        int hiddenEdges,
        int hiddenActivities,
        long flow,
        long totalFlow) {
    /** As many bottlenecks as are marked on the map. */
    public static final int MARKED_BOTTLENECKS = 5;

    private static final Comparator<Edge> BY_FREQUENCY = Comparator.comparing(MapLine::of, MapLine.ORDER);
    private static final Comparator<ActivityStats> BY_EXECUTIONS =
            Comparator.comparingLong(ActivityStats::executions).reversed().thenComparing(ActivityStats::activity);

    public MapGraph {
        activities = List.copyOf(activities);
        edges = List.copyOf(edges);
        entries = List.copyOf(entries);
        exits = List.copyOf(exits);
        hiddenBottlenecks = List.copyOf(hiddenBottlenecks);
    }

    /** The graph of those lines of the process. */
    static MapGraph of(ProcessEdges process, List<MapLine> lines, List<Bottleneck> bottlenecks) {
        Set<MapLine> drawn = new HashSet<>(lines);
        List<Bottleneck> marked = marked(bottlenecks);
        List<MapEdge> edges = process.edges().stream()
                .filter(edge -> drawn.contains(MapLine.of(edge)))
                .sorted(BY_FREQUENCY)
                .map(edge -> new MapEdge(edge, rank(edge, marked)))
                .toList();
        List<ActivityStats> activities = activities(process, lines);

        return new MapGraph(
                activities,
                edges,
                lines.stream()
                        .filter(line -> line.kind() == MapLine.Kind.WAY_IN)
                        .map(MapLine::to)
                        .toList(),
                lines.stream()
                        .filter(line -> line.kind() == MapLine.Kind.WAY_OUT)
                        .map(MapLine::from)
                        .toList(),
                marked.stream()
                        .filter(bottleneck -> edges.stream().noneMatch(drawnEdge -> isOn(bottleneck, drawnEdge.edge())))
                        .toList(),
                process.edges().size() - edges.size(),
                process.activities().size() - activities.size(),
                edges.stream().mapToLong(drawnEdge -> drawnEdge.edge().n()).sum(),
                process.edges().stream().mapToLong(Edge::n).sum());
    }

    /** The transition as it is drawn; none where it is not. */
    public Optional<MapEdge> find(String from, String to) {
        return edges.stream()
                .filter(drawn ->
                        drawn.edge().from().equals(from) && drawn.edge().to().equals(to))
                .findFirst();
    }

    /** Whether a case that takes these steps stays on drawn transitions all the way. */
    public boolean covers(List<String> steps) {
        Set<List<String>> drawn = new HashSet<>();
        edges.forEach(drawnEdge ->
                drawn.add(List.of(drawnEdge.edge().from(), drawnEdge.edge().to())));
        for (int i = 1; i < steps.size(); i++) {
            if (!drawn.contains(List.of(steps.get(i - 1), steps.get(i)))) {
                return false;
            }
        }

        return true;
    }

    private static List<ActivityStats> activities(ProcessEdges process, List<MapLine> lines) {
        Set<String> shown = new HashSet<>();
        lines.stream()
                .filter(line -> line.kind() != MapLine.Kind.WAY_IN)
                .map(MapLine::from)
                .forEach(shown::add);
        lines.stream()
                .filter(line -> line.kind() != MapLine.Kind.WAY_OUT)
                .map(MapLine::to)
                .forEach(shown::add);

        return process.activities().stream()
                .filter(activity -> shown.contains(activity.activity()))
                .sorted(BY_EXECUTIONS)
                .toList();
    }

    private static List<Bottleneck> marked(List<Bottleneck> bottlenecks) {
        return bottlenecks.stream()
                .filter(bottleneck -> bottleneck.rank() <= MARKED_BOTTLENECKS)
                .sorted(Comparator.comparingInt(Bottleneck::rank))
                .toList();
    }

    private static int rank(Edge edge, List<Bottleneck> marked) {
        return marked.stream()
                .filter(bottleneck -> isOn(bottleneck, edge))
                .mapToInt(Bottleneck::rank)
                .findFirst()
                .orElse(0);
    }

    private static boolean isOn(Bottleneck bottleneck, Edge edge) {
        return bottleneck.from().equals(edge.from()) && bottleneck.to().equals(edge.to());
    }
}
