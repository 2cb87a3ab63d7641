package com.opsatc.process.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.contract.Citation;
import com.opsatc.contract.Excluded;
import com.opsatc.contract.KpiValue;
import com.opsatc.evidence.CitedRow;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.FigureCheck;
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
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Orders and deliveries as an ERP has them, small enough to judge by hand. */
class OrderKpisTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Map<String, Map<String, Object>> OTIF = Map.of(
            "otif",
            Map.of(
                    "object", "order-line",
                    "order", "order",
                    "ordered", "ordered",
                    "due", "due",
                    "deliveries",
                            Map.of("object", "delivery-item", "line", "line", "quantity", "quantity", "at", "at")));

    // Order 1: both lines whole and in time. Order 2: one line in time but not whole, one late. Order 3: due on the
    // logical date, nothing delivered yet. Order 4: no due date. Order 5: nothing ordered.
    private static final List<Row> OBJECTS = List.of(
            line("1/10", "1", "10.000", "2026-03-02", 1),
            line("1/20", "1", "5.000", "2026-03-03", 2),
            line("2/10", "2", "10.000", "2026-03-02", 3),
            line("2/20", "2", "1.000", "2026-03-09", 4),
            line("3/10", "3", "1.000", "2026-03-20", 5),
            line("4/10", "4", "1.000", null, 6),
            line("5/10", "5", "0.000", "2026-03-02", 7),
            delivery("d1", "1/10", "4.000", "2026-03-01", 11),
            delivery("d2", "1/10", "6.000", "2026-03-02", 12),
            delivery("d3", "1/20", "5.000", "2026-03-03", 13),
            delivery("d4", "2/10", "9.999", "2026-03-02", 14),
            delivery("d5", "2/20", "1.000", "2026-03-10", 15),
            // After the logical date: not yet known.
            delivery("d6", "2/10", "0.001", "2026-03-21", 16),
            delivery("d7", "3/10", "1.000", "2026-03-21", 17));

    private final MemorySink sink = new MemorySink();

    @Test
    void measure_ordersWithDeliveries_countsLinesAndOrders() {
        Map<String, KpiValue> kpis = measure(OBJECTS);

        assertThat(kpis.values())
                .filteredOn(KpiValue::measured)
                .extracting(kpi -> kpi.definition().id(), KpiValue::value, KpiValue::n)
                .containsExactly(
                        // 2/10 is 0.001 short; 2/20 came a day late.
                        tuple("in-full-line", new BigDecimal("0.500000"), 4L),
                        tuple("in-full-order", new BigDecimal("0.500000"), 2L),
                        tuple("on-time-line", new BigDecimal("0.500000"), 4L),
                        tuple("on-time-order", new BigDecimal("0.500000"), 2L),
                        tuple("otif-line", new BigDecimal("0.500000"), 4L),
                        tuple("otif-order", new BigDecimal("0.500000"), 2L));
        assertThat(kpis.get("otif-line").excluded())
                .containsExactlyInAnyOrder(
                        new Excluded("no-due", 1), new Excluded("zero-quantity", 1), new Excluded("not-due-yet", 1));
        assertThat(kpis.get("otif-order").excluded()).containsExactly(new Excluded("no-counted-line", 3));
        assertThat(kpis.get("otif-line").state()).isEqualTo(KpiValue.LOW_N);
        assertThat(kpis.get("otif-line").interval().method()).isEqualTo("cluster-bootstrap");
        assertThat(kpis.get("otif-order").interval().method()).isEqualTo("wilson");
        kpis.values().stream()
                .filter(KpiValue::measured)
                .forEach(kpi -> assertThat(
                                FigureCheck.of(kpi, sink.open(kpi.evidence().document()))
                                        .matches())
                        .isTrue());
    }

    /** Line 2/10 has dates in an impossible order, and 2/20 a delivery that has. */
    @Test
    void measure_linesWithImpossibleDates_areInNoFigure() {
        List<Row> objects = new ArrayList<>(OBJECTS.subList(0, 2));
        Map<String, String> mark = Map.of("impossible-order", "true");
        Map<String, String> line = new TreeMap<>(mark);
        line.putAll(Map.of("order", "2", "ordered", "10.000", "due", "2026-03-02"));
        objects.add(Processes.object("order-line", "2/10", line, 3));
        objects.add(OBJECTS.get(3));
        objects.addAll(OBJECTS.subList(7, 11));
        Map<String, String> delivery = new TreeMap<>(mark);
        delivery.putAll(Map.of("line", "2/20", "quantity", "1.000", "at", "2026-03-08"));
        objects.add(Processes.object("delivery-item", "d5", delivery, 15));

        Map<String, KpiValue> kpis = measure(objects);

        for (String share : List.of("on-time-line", "in-full-line", "otif-line")) {
            assertThat(kpis.get(share).n()).isEqualTo(2);
            assertThat(kpis.get(share).value()).isEqualByComparingTo(BigDecimal.ONE);
            assertThat(kpis.get(share).excluded()).containsExactly(new Excluded("impossible-order", 2));
        }
        assertThat(kpis.get("otif-order").n()).isEqualTo(1);
    }

    @Test
    void measure_exclusions_areInTheOrderOfTheDefinition() {
        KpiValue kpi = measure(OBJECTS).get("otif-line");

        List<String> stated = Processes.definitions().require("otif-line").exclusions().stream()
                .filter(reason -> !reason.equals("no-quantity") && !reason.equals("impossible-order"))
                .toList();
        assertThat(kpi.excluded()).extracting(Excluded::reason).containsExactlyElementsOf(stated);
    }

    @Test
    void measure_lines_citeTheDeliveryThatDecidesAndAllOthers() {
        measure(OBJECTS);

        assertThat(sink.rows("evidence/K-process-otif-line.arrow"))
                .extracting(
                        EvidenceRow::record,
                        EvidenceRow::row,
                        EvidenceRow::toRow,
                        OrderKpisTest::more,
                        EvidenceRow::date,
                        EvidenceRow::contribution)
                .containsExactly(
                        tuple("1/10", 1L, 12L, List.of(11L), LocalDate.of(2026, 3, 2), 1L),
                        tuple("1/20", 2L, 13L, List.of(), LocalDate.of(2026, 3, 3), 1L),
                        tuple("2/10", 3L, 14L, List.of(), LocalDate.of(2026, 3, 2), 0L),
                        tuple("2/20", 4L, 15L, List.of(), LocalDate.of(2026, 3, 9), 0L));
    }

    @Test
    void measure_orders_citeTheFirstFailingLineOrAllLinesWithTheirDeliveries() {
        measure(OBJECTS);

        assertThat(sink.rows("evidence/K-process-otif-order.arrow"))
                .extracting(
                        EvidenceRow::record,
                        EvidenceRow::row,
                        EvidenceRow::toRow,
                        OrderKpisTest::more,
                        EvidenceRow::date,
                        EvidenceRow::contribution)
                .containsExactly(
                        tuple("1", 1L, 2L, List.of(11L, 12L, 13L), LocalDate.of(2026, 3, 3), 1L),
                        tuple("2", 3L, 14L, List.of(), LocalDate.of(2026, 3, 9), 0L));
    }

    /** With nothing but the source rows that a contribution cites, and the date, it is the same again. */
    @Test
    void measure_citedRowsAlone_giveEachContributionAgain() {
        for (String kpi : List.of("otif-line", "otif-order")) {
            measure(OBJECTS);
            String document = "evidence/K-process-" + kpi + ".arrow";
            List<EvidenceRow> published = sink.rows(document);
            assertThat(published).hasSizeGreaterThanOrEqualTo(2);

            for (EvidenceRow row : published) {
                Set<Long> cited = row.citations().stream().map(Citation::row).collect(Collectors.toSet());
                measure(OBJECTS.stream()
                        .filter(object -> cited.contains(object.getLong(5)))
                        .toList());

                assertThat(sink.rows(document))
                        .as("%s of %s", kpi, row.record())
                        .extracting(EvidenceRow::record, EvidenceRow::contribution)
                        .containsExactly(tuple(row.record(), row.contribution()));
            }
        }
    }

    private static List<Long> more(EvidenceRow row) {
        return row.more().stream().map(CitedRow::row).toList();
    }

    @Test
    void measure_dueOnTheLogicalDate_isNotDueYetUntilItIsOver() {
        List<Row> due = List.of(line("1/10", "1", "1.000", "2026-03-20", 1));

        assertThat(measure(due).get("otif-line").reason())
                .isEqualTo("No member can be counted: 0 are open, 1 are left out.");
        assertThat(measure(List.of(line("1/10", "1", "1.000", "2026-03-19", 1)))
                        .get("otif-line")
                        .value())
                .isEqualByComparingTo("0");
    }

    @Test
    void measure_attributeThatIsNoDate_namesTheEntryAndNoValue() {
        List<Row> objects = List.of(line("1/10", "1", "1.000", "secret", 1));

        assertThatThrownBy(() -> measure(objects))
                .rootCause()
                .hasMessage(
                        "Cannot measure a KPI: an attribute that test/process, kpis.otif names does not hold a date or"
                                + " an instant in microseconds in every row; correct the connector's column types");
    }

    private Map<String, KpiValue> measure(List<Row> objects) {
        sink.documents().clear();
        Map<String, KpiValue> byDefinition = new TreeMap<>();
        ProcessInput in = Processes.input(
                Processes.mapping(OTIF),
                Processes.log(List.of()),
                Processes.objects(objects),
                BERLIN,
                LocalDate.of(2026, 3, 20));
        Kpis.measure(in, Processes.definitions(), sink)
                .forEach(kpi -> byDefinition.put(kpi.value().definition().id(), kpi.value()));
        return byDefinition;
    }

    private static Row line(String id, String order, String ordered, String due, long row) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("order", order);
        attributes.put("ordered", ordered);
        attributes.put("due", due);
        return Processes.object("order-line", id, attributes, row);
    }

    private static Row delivery(String id, String line, String quantity, String at, long row) {
        return Processes.object("delivery-item", id, Map.of("line", line, "quantity", quantity, "at", at), row);
    }
}
