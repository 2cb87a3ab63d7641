package com.opsatc.jobs.report.map;

import static com.opsatc.jobs.report.testing.SampleProcess.activity;
import static com.opsatc.jobs.report.testing.SampleProcess.edge;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.ProcessEdgesBuilder;
import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.SampleProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.w3c.dom.Element;

class ProcessMapTest {
    @Test
    void svg_bottleneck_isToldByDashesWidthAndANumber() {
        Page map = map(
                List.of(edge("a", "b", 900, 3_600_000_000L, 9), edge("b", "c", 10, 7_200_000_000L, 9)),
                List.of(SampleProcess.bottleneck(1, "b", "c")));
        Element slow = byClass(map, "edge slow").get(0);

        assertThat(slow.getAttribute("stroke-dasharray")).isEqualTo("9 4");
        assertThat(Double.parseDouble(slow.getAttribute("stroke-width"))).isGreaterThanOrEqualTo(3.5);
        assertThat(slow.getTextContent()).startsWith("Bottleneck 1: b → c: 10 times in 10 cases, median 2\u00a0h");
        assertThat(map.texts("badge-number")).containsExactly("1");
        assertThat(map.texts("slow-label")).containsExactly("10 · 2\u00a0h");
        assertThat(byClass(map, "edge"))
                .singleElement()
                .satisfies(edge ->
                        assertThat(edge.getAttribute("stroke-dasharray")).isEqualTo("1 0"));
    }

    @Test
    void svg_noActivity_isEmpty() {
        assertThat(ProcessMap.svg("m", graph(List.of(), List.of(), List.of()), "t"))
                .isEmpty();
    }

    @Test
    void svg_oneActivity_isABoxBetweenStartAndEnd() {
        Page map = page(ProcessMap.svg("m", graph(List.of(), List.of(), List.of("only")), "t"));

        assertThat(map.texts("node-name")).containsExactly("only");
        assertThat(byClass(map, "terminal-edge")).hasSize(2);
    }

    @Test
    void svg_longName_isCutInTheBoxAndWholeInItsTitle() {
        String name = "Cancel the order line because the material is no longer made";
        Page map = page(ProcessMap.svg("m", graph(List.of(), List.of(), List.of(name)), "t"));

        assertThat(map.texts("node-name")).hasSize(2).last().asString().endsWith("…");
        assertThat(map.texts("node").get(0)).startsWith(name + ": ");
    }

    @Test
    @Timeout(20)
    void svg_spaghettiOfSixtyActivities_isDrawnInUnderThreeSeconds() {
        MapGraph graph = MapLevels.of(SampleProcess.spaghetti(11, 60, 1_200), List.of())
                .opened()
                .graph();
        ProcessMap.svg(
                "warm",
                MapLevels.of(SampleProcess.spaghetti(1, 5, 8), List.of())
                        .opened()
                        .graph(),
                "t");
        long before = System.nanoTime();
        String svg = ProcessMap.svg("m", graph, "t");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        assertThat(svg.length()).isLessThan(300_000);
    }

    @Test
    void svg_spaghetti_hasNoTwoBoxesOverEachOther() {
        Page map = page(ProcessMap.svg(
                "m",
                MapLevels.of(SampleProcess.spaghetti(4, 30, 300), List.of())
                        .opened()
                        .graph(),
                "t"));
        List<Element> boxes = map.elements("rect");

        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean apart = end(boxes.get(i), "x", "width") <= at(boxes.get(j), "x")
                        || end(boxes.get(j), "x", "width") <= at(boxes.get(i), "x")
                        || end(boxes.get(i), "y", "height") <= at(boxes.get(j), "y")
                        || end(boxes.get(j), "y", "height") <= at(boxes.get(i), "y");
                assertThat(apart).isTrue();
            }
        }
        assertThat(boxes.size()).isEqualTo(map.texts("node-stats").size());
    }

    private static double at(Element box, String attribute) {
        return Double.parseDouble(box.getAttribute(attribute));
    }

    private static double end(Element box, String from, String size) {
        return at(box, from) + at(box, size);
    }

    private static Page map(
            List<com.opsatc.contract.document.Edge> edges, List<com.opsatc.contract.claim.Bottleneck> bottlenecks) {
        return page(ProcessMap.svg("m", graph(edges, bottlenecks, List.of("a", "b", "c")), "t"));
    }

    private static MapGraph graph(
            List<com.opsatc.contract.document.Edge> edges,
            List<com.opsatc.contract.claim.Bottleneck> bottlenecks,
            List<String> names) {
        List<MapLevel> levels = MapLevels.of(
                        ProcessEdgesBuilder.builder()
                                .process("p")
                                .caseNotion("case")
                                .view(LogView.ACTIVITY)
                                .cases(1)
                                .events(1)
                                .variants(1)
                                .edges(edges)
                                .activities(names.stream()
                                        .map(name -> activity(name, 10, 1, 1, 0, 0))
                                        .toList())
                                .build(),
                        bottlenecks)
                .levels();

        return levels.get(levels.size() - 1).graph();
    }

    private static Page page(String svg) {
        return Page.of(svg.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Element> byClass(Page page, String name) {
        return page.elements("*").stream()
                .filter(element -> element.getAttribute("class").equals(name))
                .toList();
    }
}
