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
 * <p>Lines are taken in {@link Line#ORDER}, so that ties have one answer. An activity that no case can reach has no way.
 * Source: M. Pollack, "The maximum capacity through a network", Operations Research 8(5), 1960; found by always taking the
 * widest line that leads out of what is reached.
 */
final class WidestWays {
    private final Map<String, Line> arriving;
    private final Map<String, Line> leaving;

    WidestWays(List<Line> lines) {
        this.arriving = search(lines, Line.Kind.WAY_IN, Line::from, Line::to);
        this.leaving = search(lines, Line.Kind.WAY_OUT, Line::to, Line::from);
    }

    /** The lines from the start to the activity, last one first, up to one that is drawn already. */
    List<Line> in(String activity, Set<Line> drawn) {
        return follow(activity, arriving, Line::from, drawn);
    }

    /** The lines from the activity to the end, up to one that is drawn already. */
    List<Line> out(String activity, Set<Line> drawn) {
        return follow(activity, leaving, Line::to, drawn);
    }

    private static List<Line> follow(
            String activity, Map<String, Line> ways, Function<Line, String> next, Set<Line> drawn) {
        List<Line> way = new ArrayList<>();
        Line line = ways.get(activity);
        while (line != null && !drawn.contains(line)) {
            way.add(line);
            line = line.isTransition() ? ways.get(next.apply(line)) : null;
        }

        return way;
    }

    private static Map<String, Line> search(
            List<Line> lines, Line.Kind first, Function<Line, String> near, Function<Line, String> far) {
        Map<String, List<Line>> onwards = new HashMap<>();
        PriorityQueue<Line> frontier = new PriorityQueue<>(Line.ORDER);
        for (Line line : lines) {
            if (line.kind() == first) {
                frontier.add(line);
            }
            if (line.isTransition()) {
                onwards.computeIfAbsent(near.apply(line), name -> new ArrayList<>())
                        .add(line);
            }
        }

        Map<String, Line> reached = new HashMap<>();
        while (!frontier.isEmpty()) {
            Line line = frontier.poll();
            if (reached.putIfAbsent(far.apply(line), line) == null) {
                frontier.addAll(onwards.getOrDefault(far.apply(line), List.of()));
            }
        }

        return reached;
    }
}
