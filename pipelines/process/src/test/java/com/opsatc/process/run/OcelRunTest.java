package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.ObjectPassages;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.process.run.Platform.TestTenant;
import com.opsatc.process.testing.RealData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Object-centric logs from file to published documents; logistics against figures that another program made. */
class OcelRunTest {
    private static final BigDecimal US_PER_SECOND = BigDecimal.valueOf(1_000_000);

    @Test
    void run_logistics_hasTheFactsOfEveryObjectType() throws Exception {
        JsonNode facts = new ObjectMapper()
                .readTree(RealData.file("ocel/logistics.facts.json").toFile());
        TestTenant tenant = Platform.tenant("ocel-logistics", "UTC")
                .with(
                        "log",
                        "generic/ocel",
                        RealData.file("ocel/logistics.sqlite"),
                        "UTC",
                        Map.of("case", "Container"));

        RunOutcome outcome = tenant.run();

        assertThat(List.of(outcome.read(), outcome.admitted(), outcome.quarantined(), outcome.duplicate()))
                .containsExactly(facts.get("event_object").asLong(), 11_658L, 5_080L, 0L);
        LogFigures.assertHeldBySql(tenant);
        CaseRows.assertAreTheMinedCases(
                tenant, tenant.document(Documents.EDGES).processes().get(0).process());
        List<String> types = new ArrayList<>();
        for (ProcessEdges view : tenant.document(Documents.EDGES).processes()) {
            if (view.view() == LogView.OBJECT) {
                types.add(view.objectType());
                assertThat(figures(view))
                        .as(view.objectType())
                        .isEqualTo(expected(facts.at("/types/" + view.objectType())));
            }
        }

        assertThat(types)
                .containsExactly("Container", "Customer Order", "Forklift", "Transport Document", "Truck", "Vehicle");
        assertThat(facts.at("/types/HandlingUnit/objects_with_events").asInt()).isZero();
        assertThat(tenant.document(Documents.VARIANTS).processes())
                .filteredOn(view -> view.view() == LogView.OBJECT)
                .extracting("objectType")
                .isEqualTo(types);
    }

    /** The sample: one order whose two items are picked one after the other. */
    @Test
    void run_theSample_tellsPassagesBetweenItemsFromTheirOwn() {
        TestTenant tenant = Platform.tenant("ocel-sample", "UTC")
                .with(
                        "log",
                        "generic/ocel",
                        RealData.conf().resolve("connectors/generic/ocel.sample"),
                        "UTC",
                        Map.of("case", "order"));

        tenant.run();

        List<ProcessEdges> views = tenant.document(Documents.EDGES).processes();
        assertThat(views)
                .extracting(ProcessEdges::view)
                .containsExactly(LogView.ACTIVITY, LogView.OBJECT, LogView.OBJECT);
        // Pick item 0, Place order 1, Ship 2; item 0, order 1.
        assertThat(CaseRows.of(tenant, views.get(0).process()))
                .extracting(EvidenceRow::contribution, EvidenceRow::attributes)
                .containsExactly(tuple(4L, new TreeMap<>(Map.of("path", "1 0 0 2", "objects", "0 1"))));
        ProcessEdges cases = views.get(0);
        assertThat(cases.edges())
                .extracting(Edge::from, Edge::to, Edge::objects)
                .containsExactlyInAnyOrder(
                        tuple("Place order", "Pick item", objects(0, "0.000000", 45_000_000_000L, "0.840000")),
                        tuple("Pick item", "Pick item", objects(1, "1.000000", null, null)),
                        tuple("Pick item", "Ship", objects(0, "0.000000", 45_000_000_000L, "0.840000")));
        // Picking the second item is a split and no rework.
        assertThat(cases.activities())
                .filteredOn(activity -> activity.activity().equals("Pick item"))
                .singleElement()
                .satisfies(pick -> assertThat(List.of(
                                pick.executions(), pick.selfLoops(), pick.splits(), pick.rework(), pick.reworkCases()))
                        .containsExactly(2L, 1L, 1L, 0L, 0L));
        ProcessEdges items = views.get(1);
        assertThat(List.of(items.objectType(), items.cases(), items.events())).containsExactly("item", 2L, 6L);
        // One shipment of both items; the order and one item came to it 21 hours after the other.
        long hours21 = 21 * 3_600_000_000L;
        assertThat(items.activities())
                .filteredOn(activity -> activity.activity().equals("Ship"))
                .singleElement()
                .satisfies(ship -> {
                    assertThat(List.of(ship.executions(), ship.events())).containsExactly(2L, 1L);
                    assertThat(ship.synchronisation())
                            .isEqualTo(new DurationFigures(1, hours21, hours21, hours21, hours21));
                });
    }

    private static ObjectPassages objects(long interleaved, String share, Long meanUs, String error) {
        return new ObjectPassages(
                interleaved,
                new BigDecimal(share),
                meanUs == null ? null : "item",
                meanUs,
                error == null ? null : new BigDecimal(error));
    }

    private static Map<String, Object> expected(JsonNode facts) {
        Map<String, Object> figures = new TreeMap<>();
        figures.put("objects", facts.get("objects_with_events").asLong());
        figures.put("edges", facts.get("edges").asInt());
        figures.put("passages", facts.get("passages").asLong());
        figures.put("ties", facts.get("tied_passages").asLong());
        figures.put("mean life", micros(facts.get("mean_life_s").decimalValue()));
        figures.put("median life", micros(facts.get("median_life_s").decimalValue()));
        Map<String, String> edges = new TreeMap<>();
        facts.get("top10")
                .forEach(edge -> edges.put(
                        edge.get(0).asText() + " -> " + edge.get(1).asText(),
                        edge.get(2).asLong() + " " + edge.get(3).decimalValue().setScale(3)));
        figures.put("largest", edges);
        for (String counts : List.of("repeated", "start", "end")) {
            Map<String, Long> byActivity = new TreeMap<>();
            facts.get(counts)
                    .fields()
                    .forEachRemaining(each ->
                            byActivity.put(each.getKey(), each.getValue().asLong()));
            figures.put(counts, byActivity);
        }

        return figures;
    }

    private static Map<String, Object> figures(ProcessEdges view) {
        DurationFigures lives = view.lives();
        Map<String, Object> figures = new TreeMap<>();
        figures.put("objects", view.cases());
        figures.put("edges", view.edges().size());
        figures.put("passages", view.edges().stream().mapToLong(Edge::n).sum());
        // The facts count ties where the order matters: of two events of one activity either is the first.
        figures.put(
                "ties",
                view.edges().stream()
                        .filter(edge -> !edge.from().equals(edge.to()))
                        .mapToLong(Edge::ties)
                        .sum());
        figures.put("mean life", lives.meanUs());
        figures.put("median life", lives.p50Us());
        Map<String, String> edges = new TreeMap<>();
        view.edges().stream()
                .limit(10)
                .forEach(edge -> edges.put(
                        edge.from() + " -> " + edge.to(),
                        edge.n() + " "
                                + new BigDecimal(edge.sumUs())
                                        .divide(
                                                US_PER_SECOND.multiply(BigDecimal.valueOf(edge.n())),
                                                3,
                                                RoundingMode.HALF_EVEN)));
        figures.put("largest", edges);
        figures.put("repeated", counts(view, ActivityStats::rework));
        figures.put("start", counts(view, ActivityStats::starts));
        figures.put("end", counts(view, ActivityStats::ends));
        return figures;
    }

    private static Map<String, Long> counts(ProcessEdges view, ToLongFunction<ActivityStats> count) {
        Map<String, Long> counts = new TreeMap<>();
        view.activities().forEach(activity -> {
            if (count.applyAsLong(activity) > 0) {
                counts.put(activity.activity(), count.applyAsLong(activity));
            }
        });
        return counts;
    }

    private static long micros(BigDecimal seconds) {
        return seconds.multiply(US_PER_SECOND)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
