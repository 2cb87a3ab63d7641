package com.opsatc.jobs.report.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/**
 * The widest way from the start of cases to each activity, and from each activity to their end: the one whose rarest line
 * is the most frequent.
 *
 * <p>Lines are taken in {@link MapLine#ORDER}, so that ties have one answer. An activity that no case can reach has no way.
 * Source: M. Pollack, "The maximum capacity through a network", Operations Research 8(5), 1960; found by always taking the
 * widest line that leads out of what is reached.
 */
final class WidestWays {
    private final Map<String, MapLine> arriving;
    private final Map<String, MapLine> leaving;

    WidestWays(List<MapLine> lines) {
        this.arriving = search(lines, MapLine.Kind.WAY_IN, MapLine::from, MapLine::to);
        this.leaving = search(lines, MapLine.Kind.WAY_OUT, MapLine::to, MapLine::from);
    }

    /** The lines from the start to the activity, last one first, up to one that is drawn already. */
    List<MapLine> in(String activity, Set<MapLine> drawn) {
        return follow(activity, arriving, MapLine::from, drawn);
    }

    /** The lines from the activity to the end, up to one that is drawn already. */
    List<MapLine> out(String activity, Set<MapLine> drawn) {
        return follow(activity, leaving, MapLine::to, drawn);
    }

    private static List<MapLine> follow(
            String activity, Map<String, MapLine> ways, Function<MapLine, String> next, Set<MapLine> drawn) {
        List<MapLine> way = new ArrayList<>();
        MapLine line = ways.get(activity);
        while (line != null && !drawn.contains(line)) {
            way.add(line);
            line = line.isTransition() ? ways.get(next.apply(line)) : null;
        }

        return way;
    }

    private static Map<String, MapLine> search(
            List<MapLine> lines, MapLine.Kind first, Function<MapLine, String> near, Function<MapLine, String> far) {
        Map<String, List<MapLine>> onwards = new HashMap<>();
        PriorityQueue<MapLine> frontier = new PriorityQueue<>(MapLine.ORDER);
        for (MapLine line : lines) {
            if (line.kind() == first) {
                frontier.add(line);
            }
            if (line.isTransition()) {
                onwards.computeIfAbsent(near.apply(line), name -> new ArrayList<>())
                        .add(line);
            }
        }

        Map<String, MapLine> reached = new HashMap<>();
        while (!frontier.isEmpty()) {
            MapLine line = frontier.poll();
            if (reached.putIfAbsent(far.apply(line), line) == null) {
                frontier.addAll(onwards.getOrDefault(far.apply(line), List.of()));
            }
        }

        return reached;
    }
}
