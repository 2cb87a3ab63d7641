package com.opsatc.jobs.report.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * In which order a process's lines come onto its map, in groups that stand or fall together.
 *
 * <p>Lines come by frequency; each brings along, in its group, the widest way from the start to it and from it to the end,
 * as far as they are not there yet. So after every group each activity lies on a drawn way from start to end.
 *
 * <pre>
 * in-a 9, a-b 9, b-out 8, b-c 5, c-out 1    one group [a-b, in-a, b-out], then [b-c, c-out]
 * </pre>
 */
final class DrawingOrder {
    private final List<List<Line>> groups;

    DrawingOrder(List<Line> lines) {
        WidestWays ways = new WidestWays(lines);
        Set<Line> drawn = new HashSet<>();
        List<List<Line>> all = new ArrayList<>();
        for (Line line : lines) {
            if (!drawn.contains(line)) {
                List<Line> group = group(line, ways, drawn);
                drawn.addAll(group);
                all.add(group);
            }
        }
        this.groups = List.copyOf(all);
    }

    private static List<Line> group(Line line, WidestWays ways, Set<Line> drawn) {
        Set<Line> group = new LinkedHashSet<>(List.of(line));
        if (line.kind() != Line.Kind.WAY_IN) {
            group.addAll(ways.in(line.from(), drawn));
        }
        if (line.kind() != Line.Kind.WAY_OUT) {
            group.addAll(ways.out(line.to(), drawn));
        }

        return List.copyOf(group);
    }

    int size() {
        return groups.size();
    }

    /** The lines of the first groups. */
    List<Line> first(int count) {
        return groups.subList(0, count).stream().flatMap(List::stream).toList();
    }

    /** The fewest first groups whose transitions carry that percentage of all steps; at 100, or without steps, every group. */
    int reaching(int percent) {
        long all = steps(first(size()));
        if (percent == 100 || all == 0) {
            return size();
        }
        int count = 0;
        for (long carried = 0; carried * 100 < all * percent; count++) {
            carried += steps(groups.get(count));
        }

        return count;
    }

    /** The most first groups that have no more than so many lines in all. */
    int within(int lines) {
        int count = 0;
        int used = 0;
        while (count < size() && used + groups.get(count).size() <= lines) {
            used += groups.get(count).size();
            count++;
        }

        return count;
    }

    private static long steps(List<Line> lines) {
        return lines.stream().filter(Line::isTransition).mapToLong(Line::n).sum();
    }
}
