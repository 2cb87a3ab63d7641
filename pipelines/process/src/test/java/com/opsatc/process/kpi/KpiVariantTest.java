package com.opsatc.process.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.contract.claim.Definitions;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.FigureCheck;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A variant of a KPI is one file in a folder of definitions. */
class KpiVariantTest {
    private static final Map<String, Object> ENTRY = Map.of(
            "object", "order-line",
            "order", "order",
            "due", "due",
            "promises", Map.of("first", "due_first"),
            "value", "net_value",
            "ordered", "ordered",
            "deliveries", Map.of("object", "delivery-item", "line", "line", "quantity", "quantity", "at", "at"));
    /** Both lines came on the 10th; one was promised for the 5th at first. */
    private static final List<Row> OBJECTS = List.of(
            line("1/10", "2026-03-10", "2026-03-05", "30.005", 1),
            line("1/20", "2026-03-10", "2026-03-10", "10", 2),
            delivery("d1", "1/10", "2026-03-10", 3),
            delivery("d2", "1/20", "2026-03-08", 4),
            delivery("d3", "1/20", "2026-03-12", 5));

    @TempDir
    private Path folder;

    private final MemorySink sink = new MemorySink();

    @BeforeEach
    void copyShippedDefinitions() throws IOException {
        Path shipped = Path.of(System.getProperty("opsatc.root"), "conf", "definitions");
        try (Stream<Path> files = Files.list(shipped)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void measure_definitionDroppedIntoTheFolder_isMeasuredAndFollowsFromItsEvidence() throws IOException {
        define("otif-line", "otif-line-first", "with: {level: line, promise: first}");
        define("on-time-line", "on-time-line-last", "with: {level: line, basis: last}");

        Map<String, KpiValue> kpis = measure(ENTRY);

        assertThat(kpis.get("otif-line").value()).isEqualByComparingTo("1");
        assertThat(kpis.get("otif-line-first").value()).isEqualByComparingTo("0.5");
        assertThat(kpis.get("otif-line-first").window().from()).isEqualTo("2026-03-05");
        assertThat(kpis.get("on-time-line").value()).isEqualByComparingTo("1");
        assertThat(kpis.get("on-time-line-last").value()).isEqualByComparingTo("0.5");
        for (String variant : List.of("otif-line-first", "on-time-line-last")) {
            KpiValue kpi = kpis.get(variant);
            assertThat(kpi.definition().id()).isEqualTo(variant);
            assertThat(FigureCheck.of(kpi, sink.open(kpi.evidence().document())).matches())
                    .isTrue();
        }
    }

    /** 10 of 40.005 were promised for the day on which they came. */
    @Test
    void measure_byValue_weighsEachLineAndSaysSoInItsEvidence() throws IOException {
        define("otif-line", "otif-value-first", "with: {level: value, promise: first}");
        Files.writeString(
                folder.resolve("otif-value-first.yaml"),
                read("otif-value-first")
                        .replace("aggregation: share", "aggregation: weighted-share")
                        .replace("  - no-due\n", "  - no-due\n  - no-value\n"));

        KpiValue kpi = measure(ENTRY).get("otif-value-first");

        assertThat(kpi.value()).isEqualByComparingTo("0.249969");
        assertThat(kpi.interval().low()).isLessThan(kpi.value());
        assertThat(kpi.interval().high()).isGreaterThan(kpi.value());
        assertThat(sink.rows(kpi.evidence().document()))
                .extracting(EvidenceRow::record, EvidenceRow::contribution, EvidenceRow::weight)
                .containsExactly(tuple("1/10", 0L, 30_005L), tuple("1/20", 1L, 10_000L));
        assertThat(FigureCheck.of(kpi, sink.open(kpi.evidence().document())).matches())
                .isTrue();
    }

    @Test
    void variants_levelByValueOfAnotherAggregation_fails() throws IOException {
        define("otif-line", "x", "with: {level: value}");
        Definitions definitions = Definitions.load(folder);

        assertThatThrownBy(() -> Kpis.variants(definitions))
                .hasMessage(
                        "Cannot use the definitions: definition x: aggregation must be weighted-share with {level=value,"
                                + " promise=due}");
    }

    @Test
    void variants_openAtRiskOfAnotherAggregation_fails() throws IOException {
        define("cycle-time-at-risk", "x", "with: {open: apart}");
        Definitions definitions = Definitions.load(folder);

        assertThatThrownBy(() -> Kpis.variants(definitions))
                .hasMessage("Cannot use the definitions: definition x: aggregation must not be survival-median with"
                        + " {clock=wall, occurrence=first, open=apart}");
    }

    /** All that is missing for one reason says so in the same words, so that it is told once. */
    @Test
    void measure_promisesThatTheConnectorDoesNotMap_areNotMeasuredForOneReason() {
        Map<String, KpiValue> kpis = measure(ENTRY);

        assertThat(kpis.values())
                .filteredOn(kpi -> !kpi.measured()
                        && kpi.reason().equals("Connector test/process maps no such date of an order line."))
                .extracting(kpi -> kpi.definition().id())
                .containsExactlyInAnyOrder(
                        "on-time-line-requested",
                        "otif-line-last-promise",
                        "otif-line-requested",
                        "otif-order-requested",
                        "promise-slip",
                        "promise-slip-share");
        assertThat(kpis.get("otif-line-first-promise").value()).isEqualByComparingTo("0.5");
        assertThat(kpis.get("otif-order-first-promise").value()).isEqualByComparingTo("0");
        assertThat(kpis.get("on-time-line-first-promise").value()).isEqualByComparingTo("0.5");
    }

    @Test
    void measure_promiseThatLinesAreDueOn_isNotMeasuredTwice() {
        Map<String, Object> entry = new HashMap<>(ENTRY);
        entry.put("promises", Map.of("first", "due_first", "requested", "due"));

        assertThat(measure(entry).get("otif-line-requested").reason())
                .isEqualTo("Lines are due on that very date: see the figure without it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "otif-unit|unit|KG|KG|-",
                "otif-unit|unit|KG|ST|Order lines are in 2 units of measure, which cannot be added up.",
                "otif-unit|unit|KG|-|Order lines are in 2 units of measure, which cannot be added up.",
                "in-full-unit|unit|KG|ST|Order lines are in 2 units of measure, which cannot be added up.",
                "otif-value|currency|EUR|EUR|-",
                "otif-value|currency|EUR|JPY|Order lines are in 2 currencies, which cannot be added up.",
                "otif-value|unit|KG|ST|-",
            })
    void measure_weightsOfSeveralMeasures_areNotAddedUp(
            String definition, String key, String one, String other, String reason) {
        Map<String, Object> entry = new HashMap<>(ENTRY);
        entry.put(key, "measure");
        List<Row> objects = new ArrayList<>(OBJECTS);
        objects.set(0, line("1/10", "2026-03-10", "2026-03-05", "30.005", one, 1));
        objects.set(1, line("1/20", "2026-03-10", "2026-03-10", "10", other, 2));

        assertThat(measure(entry, objects).get(definition).reason()).isEqualTo(reason);
    }

    @Test
    void measure_unitsAndValueWithoutQuantityOrValue_areNotMeasured() {
        Map<String, Object> entry = new HashMap<>(ENTRY);
        entry.remove("value");
        entry.remove("deliveries");

        Map<String, KpiValue> kpis = measure(entry);

        assertThat(kpis.get("otif-value").reason()).isEqualTo("Connector test/process maps no value of an order line.");
        assertThat(kpis.get("otif-unit").reason())
                .isEqualTo("Connector test/process maps no delivered quantity of an order line.");
    }

    @Test
    void variants_levelByUnitOfAnotherAggregation_fails() throws IOException {
        define("otif-line", "x", "with: {level: unit}");
        define("on-time-line", "y", "with: {level: unit}");
        Definitions definitions = Definitions.load(folder);

        assertThatThrownBy(() -> Kpis.variants(definitions))
                .hasMessage("Cannot use the definitions: definition x: aggregation must be share-of-weight with"
                        + " {level=unit, promise=due}; definition y: with.level must be one of [line, order, value]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kpi: otiv|with: {level: line}|definition x: no kpi otiv; did you mean otif?",
                "kpi: otif|with: {levels: line}|definition x: with.levels is no option of kpi otif, whose options are"
                        + " [level, promise]; did you mean level?",
                "kpi: otif|with: {level: lines}|definition x: with.level must be one of [line, order, unit, value]; did"
                        + " you mean line?",
                "kpi: cycle-time|with: {level: line}|definition x: with.level is no option of kpi cycle-time",
                "kpi: cycle-time|with: {from: ordered}|definition x: with.from and with.to must both be given, or none",
                "kpi: cycle-time|with: {to: ordered}|definition x: with.from and with.to must both be given, or none",
                "kpi: cycle-time|with: {from: a, to: a}|definition x: with.from and with.to must be two milestones",
                "kpi: cycle-time|with: {occurrence: last}|definition x: with.occurrence is of a milestone, and with.to"
                        + " names none",
            })
    void variants_whatNoFamilyOffers_failsNamingDefinitionAndNearest(String kpi, String with, String problem)
            throws IOException {
        define("otif-line", "x", with);
        Files.writeString(folder.resolve("x.yaml"), read("x").replace("kpi: otif", kpi));
        Definitions definitions = Definitions.load(folder);

        assertThatThrownBy(() -> Kpis.variants(definitions))
                .hasMessageStartingWith("Cannot use the definitions: " + problem);
    }

    @Test
    void variants_clockThatNothingMeasuresBy_fails() throws IOException {
        define("cycle-time", "x", "");
        Files.writeString(folder.resolve("x.yaml"), read("x").replace("clock: wall", "clock: plant-4"));
        Definitions definitions = Definitions.load(folder);

        assertThatThrownBy(() -> Kpis.variants(definitions))
                .hasMessage("Cannot use the definitions: definition x: clock must be wall for kpi cycle-time");
    }

    @Test
    void load_choicesWithoutAFamily_areRefused() throws IOException {
        define("otif-line", "x", "with: {level: line}");
        Files.writeString(folder.resolve("x.yaml"), read("x").replace("kpi: otif\n", ""));

        assertThatThrownBy(() -> Definitions.load(folder)).hasMessageContaining("x.yaml");
    }

    private Map<String, KpiValue> measure(Map<String, Object> entry) {
        return measure(entry, OBJECTS);
    }

    private Map<String, KpiValue> measure(Map<String, Object> entry, List<Row> objects) {
        ProcessInput in = Processes.input(
                Processes.mapping(Map.of("otif", entry)),
                Processes.log(List.of()),
                Processes.objects(objects),
                ZoneId.of("Europe/Berlin"),
                LocalDate.of(2026, 3, 20));
        Map<String, KpiValue> byDefinition = new HashMap<>();
        Kpis.measure(in, Definitions.load(folder), sink)
                .forEach(kpi -> byDefinition.put(kpi.value().definition().id(), kpi.value()));
        return byDefinition;
    }

    /** A definition like another one but for its id and choices. */
    private void define(String like, String id, String with) throws IOException {
        Files.writeString(
                folder.resolve(id + ".yaml"),
                read(like).replace("id: " + like, "id: " + id).replaceFirst("(?m)^with:.*$", with));
    }

    private String read(String id) throws IOException {
        return Files.readString(folder.resolve(id + ".yaml"));
    }

    private static Row line(String id, String due, String first, String value, long row) {
        return line(id, due, first, value, "", row);
    }

    /** @param measure null where it is not known */
    private static Row line(String id, String due, String first, String value, String measure, long row) {
        Map<String, String> attributes = new HashMap<>(
                Map.of("order", "1", "ordered", "1.000", "due", due, "due_first", first, "net_value", value));
        attributes.put("measure", measure);
        return Processes.object("order-line", id, attributes, row);
    }

    private static Row delivery(String id, String line, String at, long row) {
        return Processes.object("delivery-item", id, Map.of("line", line, "quantity", "1.000", "at", at), row);
    }
}
