package com.opsatc.jobs.report.map;

import com.opsatc.contract.ActivityStats;
import com.opsatc.contract.Bottleneck;
import com.opsatc.contract.Edge;
import com.opsatc.contract.ProcessEdges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a process is drawn: enough to carry most of its flow, and little enough to be read.
 *
 * <p>Drawn are the most frequent transitions until they carry 95 % of the flow, at least 24 and at most 60 of them between
 * at most 30 activities; then the marked bottlenecks, however rare; then, for an activity that nothing leads to or from, its most
 * frequent transition on that side. Ties go by name. What is left out is counted.
 *
 * @param hiddenEdges how many transitions of the process are not drawn, {@code hiddenActivities} how many activities
 * @param flow how often the drawn transitions occur, of {@code totalFlow}
 */
public record MapGraph(
        List<ActivityStats> activities,
        List<MapEdge> edges,
        int hiddenEdges,
        int hiddenActivities,
        long flow,
        long totalFlow) {
    /** As many bottlenecks as are marked on the map. */
    public static final int MARKED_BOTTLENECKS = 5;

    static final int FEWEST_EDGES = 24;
    static final int MOST_EDGES = 60;
    static final int MOST_ACTIVITIES = 30;
    private static final double ENOUGH_FLOW = 0.95;

    private static final Comparator<Edge> BY_FREQUENCY = Comparator.comparingLong(Edge::n)
            .reversed()
            .thenComparing(Edge::from)
            .thenComparing(Edge::to);
    private static final Comparator<ActivityStats> BY_EXECUTIONS =
            Comparator.comparingLong(ActivityStats::executions).reversed().thenComparing(ActivityStats::activity);

    public MapGraph {
        activities = List.copyOf(activities);
        edges = List.copyOf(edges);
    }

    public static MapGraph of(ProcessEdges process, List<Bottleneck> bottlenecks) {
        List<Bottleneck> marked = bottlenecks.stream()
                .filter(bottleneck -> bottleneck.rank() <= MARKED_BOTTLENECKS)
                .toList();
        List<Edge> edges = process.edges().stream().sorted(BY_FREQUENCY).toList();
        List<ActivityStats> activities =
                process.activities().stream().sorted(BY_EXECUTIONS).toList();

        Set<String> main = names(activities.subList(0, Math.min(MOST_ACTIVITIES, activities.size())));
        LinkedHashSet<Edge> drawn = frequent(edges, main);
        edges.stream().filter(edge -> rank(edge, marked) > 0).forEach(drawn::add);
        connect(activities, edges, drawn);

        Set<String> shown = new HashSet<>();
        drawn.forEach(edge -> shown.addAll(List.of(edge.from(), edge.to())));
        if (drawn.isEmpty()) {
            shown.addAll(main);
        }
        List<ActivityStats> kept = activities.stream()
                .filter(activity -> shown.contains(activity.activity()))
                .toList();

        return new MapGraph(
                kept,
                drawn.stream()
                        .sorted(BY_FREQUENCY)
                        .map(edge -> new MapEdge(edge, rank(edge, marked)))
                        .toList(),
                edges.size() - drawn.size(),
                activities.size() - kept.size(),
                drawn.stream().mapToLong(Edge::n).sum(),
                edges.stream().mapToLong(Edge::n).sum());
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

    private static LinkedHashSet<Edge> frequent(List<Edge> edges, Set<String> main) {
        long enough =
                (long) Math.ceil(ENOUGH_FLOW * edges.stream().mapToLong(Edge::n).sum());
        LinkedHashSet<Edge> drawn = new LinkedHashSet<>();
        long flow = 0;
        for (Edge edge : edges) {
            if ((flow >= enough && drawn.size() >= FEWEST_EDGES) || drawn.size() == MOST_EDGES) {
                return drawn;
            }
            if (main.contains(edge.from()) && main.contains(edge.to())) {
                drawn.add(edge);
                flow += edge.n();
            }
        }

        return drawn;
    }

    private static void connect(List<ActivityStats> activities, List<Edge> edges, Set<Edge> drawn) {
        Set<String> shown = new HashSet<>();
        drawn.forEach(edge -> shown.addAll(List.of(edge.from(), edge.to())));
        List<Edge> added = new ArrayList<>();
        for (ActivityStats activity : activities) {
            String name = activity.activity();
            if (!shown.contains(name)) {
                continue;
            }
            List<Edge> others = edges.stream()
                    .filter(edge -> !edge.from().equals(edge.to()))
                    .filter(edge -> shown.contains(edge.from()) && shown.contains(edge.to()))
                    .toList();
            if (activity.starts() == 0 && drawn.stream().noneMatch(edge -> arrives(edge, name))) {
                others.stream().filter(edge -> arrives(edge, name)).findFirst().ifPresent(added::add);
            }
            if (activity.ends() == 0 && drawn.stream().noneMatch(edge -> leaves(edge, name))) {
                others.stream().filter(edge -> leaves(edge, name)).findFirst().ifPresent(added::add);
            }
        }
        drawn.addAll(added);
    }

    private static boolean arrives(Edge edge, String name) {
        return edge.to().equals(name) && !edge.from().equals(name);
    }

    private static boolean leaves(Edge edge, String name) {
        return edge.from().equals(name) && !edge.to().equals(name);
    }

    private static int rank(Edge edge, List<Bottleneck> marked) {
        return marked.stream()
                .filter(bottleneck ->
                        bottleneck.from().equals(edge.from()) && bottleneck.to().equals(edge.to()))
                .mapToInt(Bottleneck::rank)
                .min()
                .orElse(0);
    }

    private static Set<String> names(List<ActivityStats> activities) {
        Set<String> names = new HashSet<>();
        activities.forEach(activity -> names.add(activity.activity()));

        return names;
    }
}
