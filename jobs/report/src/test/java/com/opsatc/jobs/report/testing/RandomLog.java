package com.opsatc.jobs.report.testing;

import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessEdgesBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The directly-follows graph of random cases: mostly onwards, with skips, repeats and returns. */
public final class RandomLog {
    private RandomLog() {}

    public static ProcessEdges process(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int names = 1 + random.nextInt(45);
        List<List<String>> cases = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(400); i++) {
            cases.add(steps(random, names));
        }

        return process(cases);
    }

    /** The graph of those cases, each a list of at least one activity. */
    public static ProcessEdges process(List<List<String>> cases) {
        Map<String, long[]> activities = new TreeMap<>();
        Map<List<String>, Long> transitions =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        for (List<String> steps : cases) {
            steps.forEach(step -> activities.computeIfAbsent(step, name -> new long[3])[0]++);
            activities.get(steps.get(0))[1]++;
            activities.get(steps.get(steps.size() - 1))[2]++;
            for (int i = 1; i < steps.size(); i++) {
                transitions.merge(List.of(steps.get(i - 1), steps.get(i)), 1L, Long::sum);
            }
        }
        List<Edge> edges = new ArrayList<>();
        transitions.forEach((pair, n) -> edges.add(SampleProcess.edge(pair.get(0), pair.get(1), n, 1, 1)));
        List<ActivityStats> stats = new ArrayList<>();
        activities.forEach((name, n) -> stats.add(SampleProcess.activity(name, n[0], n[1], n[2], 0, 0)));

        return ProcessEdgesBuilder.builder()
                .process("p")
                .caseNotion("case")
                .view(LogView.ACTIVITY)
                .cases(cases.size())
                .events(1)
                .variants(1)
                .edges(edges)
                .activities(stats)
                .build();
    }

    private static List<String> steps(RandomGenerator random, int names) {
        List<String> steps = new ArrayList<>();
        int at = random.nextInt(1 + names / 4);
        int length = 1 + random.nextInt(12);
        while (steps.size() < length) {
            steps.add("step " + at);
            int move = random.nextInt(10) < 7 ? 1 : random.nextInt(7) - 3;
            at = Math.floorMod(at + move, names);
        }

        return steps;
    }
}
