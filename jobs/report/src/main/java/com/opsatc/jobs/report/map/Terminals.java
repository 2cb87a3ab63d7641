package com.opsatc.jobs.report.map;

import com.opsatc.contract.ActivityStats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** The drawn activities where cases start and end: the most frequent that account for 95 %, at most six of each. */
record Terminals(List<Terminal> starts, List<Terminal> ends) {
    private static final int MOST = 6;

    /** @param activity its place among the drawn activities */
    record Terminal(int activity, long cases) {}

    static Terminals of(List<ActivityStats> activities) {
        return new Terminals(main(activities, ActivityStats::starts), main(activities, ActivityStats::ends));
    }

    private static List<Terminal> main(List<ActivityStats> activities, ToLongFunction<ActivityStats> cases) {
        List<Terminal> all = IntStream.range(0, activities.size())
                .mapToObj(i -> new Terminal(i, cases.applyAsLong(activities.get(i))))
                .filter(terminal -> terminal.cases() > 0)
                .sorted(Comparator.comparingLong(Terminal::cases).reversed().thenComparingInt(Terminal::activity))
                .toList();
        long total = all.stream().mapToLong(Terminal::cases).sum();
        List<Terminal> kept = new ArrayList<>();
        long covered = 0;
        for (Terminal terminal : all) {
            if (kept.size() == MOST || covered * 20 >= total * 19) {
                break;
            }
            kept.add(terminal);
            covered += terminal.cases();
        }

        return List.copyOf(kept);
    }
}
