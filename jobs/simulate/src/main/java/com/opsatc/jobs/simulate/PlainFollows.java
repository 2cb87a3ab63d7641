package com.opsatc.jobs.simulate;

import com.opsatc.jobs.simulate.Expectations.EdgeFigure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Counts which activity follows which: plainly, case by case, as a check on faster ways. */
final class PlainFollows {
    private final Map<String, Map<String, List<Gap>>> gaps = new TreeMap<>();
    private long events;

    /** How long until the next event, which was at {@code end}. */
    private record Gap(Instant end, long us) {}

    /** An activity at an instant. */
    record Event(Instant at, String activity) {}

    /** Adds one case; events of one instant keep the order in which they are given. */
    void add(List<Event> unordered) {
        List<Event> trace =
                unordered.stream().sorted(Comparator.comparing(Event::at)).toList();
        events += trace.size();
        for (int i = 1; i < trace.size(); i++) {
            gaps.computeIfAbsent(trace.get(i - 1).activity(), from -> new TreeMap<>())
                    .computeIfAbsent(trace.get(i).activity(), to -> new ArrayList<>())
                    .add(new Gap(
                            trace.get(i).at(),
                            ChronoUnit.MICROS.between(
                                    trace.get(i - 1).at(), trace.get(i).at())));
        }
    }

    long events() {
        return events;
    }

    /** By names. */
    List<EdgeFigure> edges() {
        List<EdgeFigure> edges = new ArrayList<>();
        gaps.forEach((from, targets) -> targets.forEach((to, values) -> edges.add(new EdgeFigure(
                from,
                to,
                values.size(),
                values.stream().mapToLong(Gap::us).sum(),
                Medians.of(values.stream().map(Gap::us).toList())))));
        return edges;
    }

    /** The middle of an edge's gaps that end at instants that qualify; 0 when none does. */
    long medianUs(String from, String to, Predicate<Instant> end) {
        return Medians.of(gaps.getOrDefault(from, Map.of()).getOrDefault(to, List.of()).stream()
                .filter(gap -> end.test(gap.end()))
                .map(Gap::us)
                .toList());
    }
}
