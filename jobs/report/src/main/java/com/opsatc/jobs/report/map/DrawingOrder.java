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
    private final List<List<MapLine>> groups;

    DrawingOrder(List<MapLine> lines) {
        WidestWays ways = new WidestWays(lines);
        Set<MapLine> drawn = new HashSet<>();
        List<List<MapLine>> all = new ArrayList<>();
        for (MapLine line : lines) {
            if (!drawn.contains(line)) {
                List<MapLine> group = group(line, ways, drawn);
                drawn.addAll(group);
                all.add(group);
            }
        }
        this.groups = List.copyOf(all);
    }

    private static List<MapLine> group(MapLine line, WidestWays ways, Set<MapLine> drawn) {
        Set<MapLine> group = new LinkedHashSet<>(List.of(line));
        if (line.kind() != MapLine.Kind.WAY_IN) {
            group.addAll(ways.in(line.from(), drawn));
        }
        if (line.kind() != MapLine.Kind.WAY_OUT) {
            group.addAll(ways.out(line.to(), drawn));
        }

        return List.copyOf(group);
    }

    int size() {
        return groups.size();
    }

    /** The lines of the first groups. */
    List<MapLine> first(int count) {
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

    private static long steps(List<MapLine> lines) {
        return lines.stream()
                .filter(MapLine::isTransition)
                .mapToLong(MapLine::n)
                .sum();
    }
}
