package com.opsatc.process.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.connector.mapping.DeclaredAttribute;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.evidence.CitedRow;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What the evidence of orders cites: from those rows alone each contribution can be judged again. */
class OrderCitationsTest {
    private final MemorySink sink = new MemorySink();

    @Test
    void measure_lines_citeTheDeliveryThatDecidesAndAllOthers() {
        measure(Orders.OBJECTS);

        assertThat(sink.rows("evidence/K-process-otif-line.arrow"))
                .extracting(
                        EvidenceRow::record,
                        EvidenceRow::row,
                        EvidenceRow::toRow,
                        OrderCitationsTest::more,
                        EvidenceRow::date,
                        EvidenceRow::contribution)
                .containsExactly(
                        tuple("1/10", 1L, 12L, List.of(11L), LocalDate.of(2026, 3, 2), 1L),
                        tuple("1/20", 2L, 13L, List.of(), LocalDate.of(2026, 3, 3), 1L),
                        tuple("2/10", 3L, 14L, List.of(), LocalDate.of(2026, 3, 2), 0L),
                        tuple("2/20", 4L, 15L, List.of(), LocalDate.of(2026, 3, 9), 0L));
    }

    /** Lines have what is declared of them; what is not recorded is left out. */
    @Test
    void measure_declaredAttributes_areInTheEvidenceOfTheirLines() {
        List<Row> objects = new ArrayList<>(Orders.OBJECTS);
        objects.set(0, withMaterial("1/10", "1", "pump", 1));
        objects.set(1, withMaterial("1/20", "1", "valve", 2));
        ProcessInput in = Processes.input(
                Processes.mapping(Orders.OTIF)
                        .dividedBy(
                                "order",
                                List.of(new DeclaredAttribute(
                                        "what", "order-line", "material", DeclaredAttribute.Known.START, "d"))),
                Processes.log(List.of()),
                Processes.objects(objects),
                ZoneId.of("Europe/Berlin"),
                LocalDate.of(2026, 3, 20));

        MeasuredKpi line = Kpis.measure(in, Processes.definitions(), sink).stream()
                .filter(kpi -> kpi.value().id().equals("K-process-otif-line"))
                .findFirst()
                .orElseThrow();

        assertThat(sink.rows("evidence/K-process-otif-line.arrow"))
                .extracting(EvidenceRow::record, EvidenceRow::attributes)
                .contains(
                        tuple("1/10", new TreeMap<>(Map.of("what", "pump"))),
                        tuple("1/20", new TreeMap<>(Map.of("what", "valve"))),
                        tuple("2/10", new TreeMap<>()));
        assertThat(sink.rows("evidence/K-process-otif-order.arrow"))
                .allSatisfy(row -> assertThat(row.attributes()).isEmpty());
        CountedMembers members = line.members().orElseThrow().population();
        assertThat(members.attributes()).containsExactly("what");
        assertThat(IntStream.range(0, members.n()).mapToObj(i -> members.attribute("what", i)))
                .contains("pump", "valve", null);
    }

    private static Row withMaterial(String id, String order, String material, long row) {
        return Processes.object(
                "order-line",
                id,
                Map.of("order", order, "ordered", "1.000", "due", "2026-03-02", "material", material),
                row);
    }

    @Test
    void measure_orders_citeTheFirstFailingLineOrAllLinesWithTheirDeliveries() {
        measure(Orders.OBJECTS);

        assertThat(sink.rows("evidence/K-process-otif-order.arrow"))
                .extracting(
                        EvidenceRow::record,
                        EvidenceRow::row,
                        EvidenceRow::toRow,
                        OrderCitationsTest::more,
                        EvidenceRow::date,
                        EvidenceRow::contribution)
                .containsExactly(
                        tuple("1", 1L, 2L, List.of(11L, 12L, 13L), LocalDate.of(2026, 3, 3), 1L),
                        tuple("2", 3L, 14L, List.of(), LocalDate.of(2026, 3, 9), 0L));
        Processes.requireKeys(sink);
    }

    @Test
    void measure_onTimeByTheLastDelivery_citesItAndLeavesOtifAsItIs() {
        Map<String, Object> entry = new HashMap<>(Orders.OTIF.get("otif"));
        entry.put("on-time-by", "last");
        List<Row> objects = List.of(
                Orders.line("1/10", "1", "10.000", "2026-03-02", 1),
                Orders.delivery("d1", "1/10", "10.000", "2026-03-01", 11),
                Orders.delivery("d2", "1/10", "1.000", "2026-03-05", 12));

        Map<String, KpiValue> kpis = measure(objects, Map.of("otif", entry));

        assertThat(good("on-time-line")).isEmpty();
        assertThat(good("otif-line")).containsExactly("1/10");
        assertThat(kpis.get("on-time-line").tolerance().text())
                .isEqualTo("any days early, 0 days late, 0 % under, any % over; on time by the last delivery");
        assertThat(sink.rows("evidence/K-process-on-time-line.arrow"))
                .extracting(EvidenceRow::toRow, OrderCitationsTest::more)
                .containsExactly(tuple(12L, List.of(11L)));
    }

    /** Rows as an order line report has them: what was delivered, and when, stands in the row of the line. */
    @Test
    void measure_linesThatSayWhatWasDelivered_areJudgedByTheirOwnRow() {
        Map<String, Map<String, Object>> mapping = Map.of(
                "otif",
                Map.of(
                        "object", "order-line",
                        "order", "order",
                        "ordered", "ordered",
                        "due", "due",
                        "delivered", "delivered",
                        "done", "done"));
        List<Row> rows = List.of(
                whole("1/1", "1", "10", "10", "2026-03-02", 1),
                whole("1/2", "1", "10", "8", "2026-03-01", 2),
                whole("2/1", "2", "10", "12", "2026-03-04", 3),
                whole("3/1", "3", "10", "9", "2026-03-03", 4),
                // Nothing came; it came after the logical date; when or how much it was is unknown.
                whole("4/1", "4", "10", null, null, 5),
                whole("5/1", "5", "10", "10", "2026-03-21", 6),
                whole("6/1", "6", "10", "10", null, 7),
                whole("7/1", "7", "10", null, "2026-03-02", 8));

        Map<String, KpiValue> kpis = measure(rows, mapping);

        assertThat(kpis.values())
                .filteredOn(KpiValue::measured)
                .extracting(kpi -> kpi.definition().id(), KpiValue::value, KpiValue::n)
                .containsExactly(
                        tuple("in-full-line", new BigDecimal("0.333333"), 6L),
                        tuple("in-full-order", new BigDecimal("0.200000"), 5L),
                        // 37 of 60 came, 18 of them in time; two too many of 2/1 are not counted.
                        tuple("in-full-unit", new BigDecimal("0.616667"), 6L),
                        tuple("on-time-line", new BigDecimal("0.333333"), 6L),
                        tuple("on-time-order", new BigDecimal("0.200000"), 5L),
                        tuple("otif-line", new BigDecimal("0.166667"), 6L),
                        tuple("otif-order", new BigDecimal("0.000000"), 5L),
                        tuple("otif-unit", new BigDecimal("0.300000"), 6L));
        assertThat(kpis.get("otif-line").excluded())
                .containsExactly(new Excluded("no-quantity", 1), new Excluded("no-delivery-date", 1));
        assertThat(sink.rows("evidence/K-process-otif-line.arrow"))
                .extracting(EvidenceRow::record, EvidenceRow::row, EvidenceRow::toRow, OrderCitationsTest::more)
                .contains(tuple("1/1", 1L, null, List.of()))
                .hasSize(6);
        Processes.requireKeys(sink);
    }

    /** With nothing but the source rows that a contribution cites, and the date, it is the same again. */
    @Test
    void measure_citedRowsAlone_giveEachContributionAgain() {
        Map<String, List<EvidenceRow>> published = published(Orders.OBJECTS);
        assertThat(published)
                .hasSize(8)
                .allSatisfy((document, rows) -> assertThat(rows).hasSizeGreaterThanOrEqualTo(2));
        Map<Set<Long>, Map<String, List<EvidenceRow>>> again = new HashMap<>();
        published.forEach((document, rows) -> rows.forEach(row -> {
            Set<Long> cited = row.citations().stream().map(Citation::row).collect(Collectors.toSet());
            Map<String, List<EvidenceRow>> alone = again.computeIfAbsent(
                    cited,
                    some -> published(Orders.OBJECTS.stream()
                            .filter(object -> some.contains(object.getLong(5)))
                            .toList()));

            assertThat(alone.get(document))
                    .as("%s of %s", document, row.record())
                    .extracting(EvidenceRow::record, EvidenceRow::contribution)
                    .containsExactly(tuple(row.record(), row.contribution()));
        }));
    }

    private List<String> good(String definition) {
        return sink.rows("evidence/K-process-" + definition + ".arrow").stream()
                .filter(row -> row.contribution() == 1)
                .map(EvidenceRow::record)
                .toList();
    }

    private static Row whole(String id, String order, String ordered, String delivered, String done, long row) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("order", order);
        attributes.put("ordered", ordered);
        attributes.put("due", "2026-03-02");
        attributes.put("delivered", delivered);
        attributes.put("done", done);
        return Processes.object("order-line", id, attributes, row);
    }

    private Map<String, List<EvidenceRow>> published(List<Row> objects) {
        measure(objects);
        Map<String, List<EvidenceRow>> rows = new TreeMap<>();
        sink.documents().keySet().forEach(document -> rows.put(document, sink.rows(document)));
        return rows;
    }

    private static List<Long> more(EvidenceRow row) {
        return row.more().stream().map(CitedRow::row).toList();
    }

    private Map<String, KpiValue> measure(List<Row> objects) {
        return measure(objects, Orders.OTIF);
    }

    private Map<String, KpiValue> measure(List<Row> objects, Map<String, Map<String, Object>> mapping) {
        return Orders.measure(objects, mapping, sink);
    }
}
