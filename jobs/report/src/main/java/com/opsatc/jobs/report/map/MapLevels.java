package com.opsatc.jobs.report.map;

import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.document.ProcessEdges;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A process map at several shares of its steps, sparsest first; each level draws all that the one before it draws.
 *
 * <p>A level takes the fewest first groups of {@link DrawingOrder} whose transitions carry its share. Shares that draw the
 * same transitions are one level, named by the greatest. A drawing takes at most 100 lines; at that, it ends before the group that no
 * longer fits.
 *
 * @param levels at least one
 * @param opening place of the level a page opens with: the fullest of at most 30 transitions, else the first
 */
public record MapLevels(List<MapLevel> levels, int opening) {
    static final List<Integer> PERCENTAGES = List.of(60, 80, 95, 100);
    static final int MOST_LINES = 100;
    static final int LEGIBLE_TRANSITIONS = 30;

    public MapLevels {
        levels = List.copyOf(levels);
    }

    public static MapLevels of(ProcessEdges process, List<Bottleneck> bottlenecks) {
        DrawingOrder order = new DrawingOrder(MapLine.of(process));
        int fitting = order.within(MOST_LINES);
        NavigableMap<Integer, Integer> percentages = new TreeMap<>();
        PERCENTAGES.forEach(percent -> percentages.put(Math.min(order.reaching(percent), fitting), percent));

        List<MapLevel> levels = new ArrayList<>();
        percentages.forEach((groups, percent) -> {
            MapGraph graph = MapGraph.of(process, lines(order, groups), bottlenecks);
            // The last groups may hold nothing but rare ways in and out: no choice for a reader.
            levels.removeIf(
                    level -> level.graph().edges().size() == graph.edges().size());
            levels.add(new MapLevel(percent, order.reaching(percent) > fitting, graph));
        });

        return new MapLevels(levels, opening(levels));
    }

    /** A first group too long for a drawing is drawn as far as it goes: an empty map would say less. */
    private static List<MapLine> lines(DrawingOrder order, int groups) {
        return order.first(Math.max(groups, Math.min(1, order.size()))).stream()
                .limit(MOST_LINES)
                .toList();
    }

    private static int opening(List<MapLevel> levels) {
        int opening = 0;
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).graph().edges().size() <= LEGIBLE_TRANSITIONS) {
                opening = i;
            }
        }

        return opening;
    }

    /** The level that {@link #opening()} points to. */
    public MapLevel opened() {
        return levels.get(opening);
    }

    /** The sparsest level that draws the transition; none where no level does. */
    public Optional<MapLevel> firstDrawing(String from, String to) {
        return levels.stream()
                .filter(level -> level.graph().find(from, to).isPresent())
                .findFirst();
    }
}
