package com.opsatc.jobs.report.testing;

import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.BottleneckBuilder;
import com.opsatc.contract.claim.GapMeasure;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.EdgeBuilder;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessEdgesBuilder;
import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.contract.document.Variant;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.id.Sha256;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Graphs, variants and bottlenecks of the sample tenant, and the shapes that make a map hard to draw. */
public final class SampleProcess {
    private static final long HOUR = SampleKpis.HOUR;

    private SampleProcess() {}

    static ProcessEdges orderToCash() {
        return ProcessEdgesBuilder.builder()
                .process("order-to-cash")
                .caseNotion("order-line")
                .view(LogView.ACTIVITY)
                .cases(1_240)
                .events(7_420)
                .variants(42)
                .edges(orderEdges())
                .activities(List.of(
                        activity("Create order", 1_240, 1_238, 0, 0, 0),
                        activity("Credit check", 1_262, 2, 11, 4, 18),
                        activity("Release order", 1_198, 0, 9, 0, 6),
                        activity("Change requested delivery date", 214, 0, 0, 31, 22),
                        activity("Pick goods", 1_204, 0, 0, 12, 24),
                        activity("Post goods issue", 1_190, 0, 41, 0, 5),
                        activity("Create invoice", 1_139, 0, 1_121, 0, 3),
                        activity("Cancel order line because the material is no longer made", 58, 0, 58, 0, 0)))
                .build();
    }

    private static List<Edge> orderEdges() {
        return List.of(
                edge("Create order", "Credit check", 1_226, 2 * HOUR, 9 * HOUR),
                edge("Pick goods", "Post goods issue", 1_180, 31 * HOUR, 70 * HOUR),
                edge("Post goods issue", "Create invoice", 1_131, 5 * HOUR, 20 * HOUR),
                edge("Credit check", "Release order", 1_105, 26 * HOUR, 92 * HOUR),
                edge("Release order", "Pick goods", 1_020, 11 * HOUR, 30 * HOUR),
                edge("Change requested delivery date", "Pick goods", 151, 50 * HOUR, 120 * HOUR),
                edge("Release order", "Change requested delivery date", 148, 22 * HOUR, 90 * HOUR),
                edge("Credit check", "Change requested delivery date", 42, 8 * HOUR, 20 * HOUR),
                edge(
                        "Credit check",
                        "Cancel order line because the material is no longer made",
                        40,
                        48 * HOUR,
                        190 * HOUR),
                edge("Change requested delivery date", "Change requested delivery date", 31, 20 * HOUR, 60 * HOUR),
                edge("Pick goods", "Pick goods", 12, HOUR / 4, HOUR),
                edge("Post goods issue", "Pick goods", 18, 3 * HOUR, 9 * HOUR),
                edge("Create order", "Change requested delivery date", 14, 3 * HOUR, 9 * HOUR),
                edge("Change requested delivery date", "Credit check", 13, 7 * HOUR, 19 * HOUR),
                edge("Credit check", "Credit check", 4, HOUR, 2 * HOUR));
    }

    static ProcessEdges incident() {
        return ProcessEdgesBuilder.builder()
                .process("incident")
                .caseNotion("incident")
                .view(LogView.ACTIVITY)
                .cases(3_432)
                .events(18_220)
                .variants(311)
                .edges(List.of(
                        edge("Open", "Assign to group", 3_390, HOUR / 2, 3 * HOUR),
                        edge("Assign to group", "Work in progress", 2_950, 7 * HOUR, 30 * HOUR),
                        edge("Work in progress", "Resolve", 2_820, 6 * HOUR, 22 * HOUR),
                        edge("Resolve", "Close", 2_790, 72 * HOUR, 120 * HOUR),
                        edge("Work in progress", "Assign to group", 910, 4 * HOUR, 26 * HOUR),
                        edge("Work in progress", "Await customer", 640, 2 * HOUR, 9 * HOUR),
                        edge("Await customer", "Work in progress", 601, 41 * HOUR, 160 * HOUR),
                        edge("Assign to group", "Assign to group", 340, 3 * HOUR, 12 * HOUR),
                        edge("Resolve", "Work in progress", 96, 20 * HOUR, 60 * HOUR)))
                .activities(List.of(
                        activity("Assign to group", 4_640, 0, 90, 340, 870),
                        activity("Work in progress", 4_557, 0, 120, 0, 1_400),
                        activity("Open", 3_432, 3_432, 40, 0, 0),
                        activity("Resolve", 2_910, 0, 22, 0, 90),
                        activity("Close", 2_790, 0, 2_790, 0, 0),
                        activity("Await customer", 640, 0, 39, 0, 88)))
                .build();
    }

    static ProcessVariants orderVariants() {
        List<String> main = List.of(
                "Create order", "Credit check", "Release order", "Pick goods", "Post goods issue", "Create invoice");

        return new ProcessVariants(
                "order-to-cash",
                LogView.ACTIVITY,
                1_240,
                42,
                List.of(
                        variant(main, 812, 140),
                        variant(with(main, 3, "Change requested delivery date"), 118, 220),
                        variant(
                                with(main, 3, "Change requested delivery date", "Change requested delivery date"),
                                24,
                                290),
                        variant(
                                List.of(
                                        "Create order",
                                        "Credit check",
                                        "Cancel order line because the material is no longer made"),
                                40,
                                60),
                        variant(main.subList(0, 5), 41, 110)));
    }

    static ProcessVariants incidentVariants() {
        List<String> main = List.of("Open", "Assign to group", "Work in progress", "Resolve", "Close");

        return new ProcessVariants(
                "incident",
                LogView.ACTIVITY,
                3_432,
                311,
                List.of(
                        variant(main, 1_502, 90),
                        variant(with(main, 3, "Await customer", "Work in progress"), 402, 160),
                        variant(with(main, 3, "Assign to group", "Work in progress"), 388, 120)));
    }

    static List<Bottleneck> orderBottlenecks() {
        return List.of(
                bottleneck(
                        "order-to-cash",
                        1,
                        "Credit check",
                        "Release order",
                        1_105,
                        31_200,
                        "0.381204",
                        "F-order-to-cash-001"),
                bottleneck(
                        "order-to-cash",
                        2,
                        "Pick goods",
                        "Post goods issue",
                        1_180,
                        11_520,
                        "0.140750",
                        "F-order-to-cash-003"),
                bottleneck(
                        "order-to-cash",
                        3,
                        "Change requested delivery date",
                        "Pick goods",
                        151,
                        6_200,
                        "0.075751",
                        null),
                bottleneck("order-to-cash", 4, "Release order", "Pick goods", 1_020, 5_900, "0.072086", null));
    }

    static List<Bottleneck> incidentBottlenecks() {
        return List.of(
                bottleneck(
                        "incident",
                        1,
                        "Assign to group",
                        "Work in progress",
                        2_950,
                        27_360,
                        "0.452110",
                        "F-incident-001"),
                bottleneck("incident", 2, "Await customer", "Work in progress", 601, 20_100, "0.332133", null));
    }

    /** A log in which nearly everything follows everything: {@code activities} names and {@code edges} transitions. */
    public static ProcessEdges spaghetti(long seed, int activities, int edges) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<ActivityStats> stats = new ArrayList<>();
        for (int i = 0; i < activities; i++) {
            stats.add(activity(
                    "Activity number " + i,
                    4_000 / (i + 1) + 40,
                    i == 0 ? 900 : 0,
                    i == activities - 1 ? 900 : 0,
                    0,
                    3));
        }
        java.util.TreeMap<String, Edge> drawn = new java.util.TreeMap<>();
        while (drawn.size() < edges) {
            int from = random.nextInt(activities);
            int to = random.nextInt(activities);
            drawn.put(
                    from + "-" + to,
                    edge(
                            "Activity number " + from,
                            "Activity number " + to,
                            1 + random.nextInt(2_000) / (1 + Math.abs(to - from - 1)),
                            1 + random.nextLong(100 * HOUR),
                            200 * HOUR));
        }

        return ProcessEdgesBuilder.builder()
                .process("spaghetti")
                .caseNotion("case")
                .view(LogView.ACTIVITY)
                .cases(1_000)
                .events(50_000)
                .variants(900)
                .edges(List.copyOf(drawn.values()))
                .activities(stats)
                .build();
    }

    public static Edge edge(String from, String to, long n, long p50, long p90) {
        long mean = (p50 + p90) / 2;

        return EdgeBuilder.builder()
                .from(from)
                .to(to)
                .n(n)
                .cases(Math.max(1, n - n / 20))
                .sumUs(n * mean)
                .meanUs(mean)
                .p50Us(p50)
                .p90Us(p90)
                .minUs(0)
                .maxUs(p90 * 3)
                .overlapN(0)
                .overlapUs(0)
                .ties(n / 100)
                .build();
    }

    public static ActivityStats activity(
            String name, long n, long starts, long ends, long selfLoops, long repetitions) {
        return new ActivityStats(name, n, starts, ends, selfLoops, repetitions, Math.min(n, selfLoops + repetitions));
    }

    /** A bottleneck by rank and transition, for a test that looks at nothing else of it. */
    public static Bottleneck bottleneck(int rank, String from, String to) {
        return BottleneckBuilder.builder()
                .process("p")
                .rank(rank)
                .from(from)
                .to(to)
                .measure(GapMeasure.WAITING)
                .n(1)
                .cases(1)
                .recoverableUs(1)
                .targetUs(0)
                .p50Us(1)
                .p90Us(1)
                .meanUs(1)
                .share(BigDecimal.ONE)
                .build();
    }

    private static Variant variant(List<String> activities, long cases, long hours) {
        return new Variant(Sha256.of(String.join("|", activities)), activities, cases, cases * hours * HOUR);
    }

    private static List<String> with(List<String> activities, int at, String... added) {
        List<String> all = new ArrayList<>(activities);
        all.addAll(at, List.of(added));

        return all;
    }

    private static Bottleneck bottleneck(
            String process, int rank, String from, String to, long n, long hours, String share, String finding) {
        BigDecimal total = BigDecimal.valueOf(hours * HOUR);

        return BottleneckBuilder.builder()
                .process(process)
                .rank(rank)
                .from(from)
                .to(to)
                .measure(GapMeasure.INTER_COMPLETION)
                .n(n)
                .cases(n - n / 20)
                .recoverableUs(hours * HOUR)
                .targetUs(4 * HOUR)
                .p50Us(26 * HOUR)
                .p90Us(92 * HOUR)
                .meanUs(34 * HOUR)
                .share(new BigDecimal(share))
                .interval(new Interval(
                        new BigDecimal("0.95"),
                        total.multiply(new BigDecimal("0.93")),
                        total.multiply(new BigDecimal("1.06")),
                        "bucket-bootstrap"))
                .findingId(finding)
                .build();
    }
}
