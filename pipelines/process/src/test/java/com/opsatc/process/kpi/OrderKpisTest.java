package com.opsatc.process.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.FigureCheck;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Orders and deliveries as an ERP has them, small enough to judge by hand. */
class OrderKpisTest {
    private final MemorySink sink = new MemorySink();

    @Test
    void measure_ordersWithDeliveries_countsLinesAndOrders() {
        Map<String, KpiValue> kpis = measure(Orders.OBJECTS);

        assertThat(kpis.values())
                .filteredOn(KpiValue::measured)
                .extracting(kpi -> kpi.definition().id(), KpiValue::value, KpiValue::n)
                .containsExactly(
                        // 2/10 is in time and 0.001 short; 2/20 is whole and came a day late.
                        tuple("in-full-line", new BigDecimal("0.750000"), 4L),
                        tuple("in-full-order", new BigDecimal("0.500000"), 2L),
                        // 25.999 of 26 came, 24.999 of them in time.
                        tuple("in-full-unit", new BigDecimal("0.999962"), 4L),
                        tuple("on-time-line", new BigDecimal("0.750000"), 4L),
                        tuple("on-time-order", new BigDecimal("0.500000"), 2L),
                        tuple("otif-line", new BigDecimal("0.500000"), 4L),
                        tuple("otif-order", new BigDecimal("0.500000"), 2L),
                        tuple("otif-unit", new BigDecimal("0.961500"), 4L));
        assertThat(sink.rows("evidence/K-process-otif-unit.arrow"))
                .extracting(EvidenceRow::record, EvidenceRow::contribution, EvidenceRow::weight)
                .containsExactly(
                        tuple("1/10", 10_000L, 10_000L),
                        tuple("1/20", 5_000L, 5_000L),
                        tuple("2/10", 9_999L, 10_000L),
                        tuple("2/20", 0L, 1_000L));
        assertThat(kpis.get("otif-line").excluded())
                .containsExactlyInAnyOrder(
                        new Excluded("no-due", 1), new Excluded("zero-quantity", 1), new Excluded("not-due-yet", 1));
        assertThat(kpis.get("otif-order").excluded()).containsExactly(new Excluded("no-counted-line", 3));
        assertThat(kpis.get("otif-line").state()).isEqualTo(KpiState.LOW_N);
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
        List<Row> objects = new ArrayList<>(Orders.OBJECTS.subList(0, 2));
        Map<String, String> mark = Map.of("impossible-order", "true");
        Map<String, String> line = new TreeMap<>(mark);
        line.putAll(Map.of("order", "2", "ordered", "10.000", "due", "2026-03-02"));
        objects.add(Processes.object("order-line", "2/10", line, 3));
        objects.add(Orders.OBJECTS.get(3));
        objects.addAll(Orders.OBJECTS.subList(7, 11));
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
        KpiValue kpi = measure(Orders.OBJECTS).get("otif-line");

        List<String> stated = Processes.definitions().require("otif-line").exclusions().stream()
                .filter(reason -> !List.of("no-quantity", "no-delivery-date", "impossible-order")
                        .contains(reason))
                .toList();
        assertThat(kpi.excluded()).extracting(Excluded::reason).containsExactlyElementsOf(stated);
    }

    @Test
    void measure_deliveryOfUnknownQuantity_leavesTheLineOutWithTheReason() {
        Map<String, String> unknown = Map.of("line", "1/10", "at", "2026-03-02");
        Map<String, KpiValue> kpis = measure(List.of(
                Orders.line("1/10", "1", "10.000", "2026-03-02", 1),
                Orders.delivery("d1", "1/10", "10.000", "2026-03-01", 11),
                Processes.object("delivery-item", "d2", unknown, 12),
                Orders.line("1/20", "1", "1.000", "2026-03-02", 2)));

        assertThat(kpis.get("on-time-line").excluded()).containsExactly(new Excluded("no-quantity", 1));
        assertThat(kpis.get("on-time-line").n()).isEqualTo(1);
    }

    /** Days are those of the zone, whether a due date is a day or an instant in it. */
    @Test
    void measure_tolerances_areOfCalendarDaysAndOfTheOrderedQuantity() {
        Map<String, Object> entry = new HashMap<>(Orders.OTIF.get("otif"));
        entry.put("tolerance", Map.of("early-days", 1, "late-days", 1, "under-percent", "0.1"));
        // Due at 10:00 on the second of March, a Monday, in Berlin.
        String instant = Long.toString(1_772_442_000_000_000L);
        List<Row> objects = List.of(
                Orders.line("1/10", "1", "10.000", "2026-03-02", 1),
                Orders.line("1/20", "1", "10.000", "2026-03-02", 2),
                Orders.line("2/10", "2", "10.000", "2026-03-02", 3),
                Orders.line("3/10", "3", "10.000", instant, 4),
                Orders.line("4/10", "4", "10.000", instant, 5),
                Orders.line("5/10", "5", "10.000", instant, 6),
                Orders.delivery("d1", "1/10", "9.990", "2026-03-03", 11),
                Orders.delivery("d2", "1/20", "9.989", "2026-03-01", 12),
                Orders.delivery("d3", "2/10", "10.000", "2026-02-28", 13),
                // A minute before the first day, on the last minute of the window, and a minute later.
                Orders.delivery("d4", "3/10", "10.000", Long.toString(1_772_319_540_000_000L), 14),
                Orders.delivery("d5", "4/10", "10.000", Long.toString(1_772_528_400_000_000L), 15),
                Orders.delivery("d6", "5/10", "10.000", Long.toString(1_772_528_460_000_000L), 16));

        Map<String, KpiValue> kpis = measure(objects, Map.of("otif", entry));

        assertThat(good("on-time-line")).containsExactly("1/10", "1/20", "4/10");
        assertThat(good("in-full-line")).containsExactly("1/10", "2/10", "3/10", "4/10", "5/10");
        assertThat(good("otif-line")).containsExactly("1/10", "4/10");
        assertThat(kpis.get("otif-order").tolerance().text())
                .isEqualTo("1 days early, 1 days late, 0.1 % under, any % over");
    }

    private List<String> good(String definition) {
        return sink.rows("evidence/K-process-" + definition + ".arrow").stream()
                .filter(row -> row.contribution() == 1)
                .map(EvidenceRow::record)
                .toList();
    }

    /** It is on time and in full, and what its due date will bring is not known: no window or week ends later than the date. */
    @Test
    void measure_completeLineThatIsDueLater_countsOnTheLogicalDate() {
        Map<String, KpiValue> kpis = measure(List.of(
                Orders.line("1/10", "1", "1.000", "2026-03-02", 1),
                Orders.delivery("d1", "1/10", "1.000", "2026-03-02", 2),
                Orders.line("2/10", "2", "1.000", "2026-04-14", 3),
                Orders.delivery("d2", "2/10", "1.000", "2026-03-10", 4)));

        for (String id : List.of("on-time-line", "in-full-line", "otif-line", "otif-order")) {
            KpiValue kpi = kpis.get(id);
            assertThat(kpi.n()).isEqualTo(2);
            assertThat(kpi.window().to()).isEqualTo("2026-03-20");
            assertThat(kpi.series().get(kpi.series().size() - 1).week()).isEqualTo("2026-03-16");
            assertThat(FigureCheck.of(kpi, sink.open(kpi.evidence().document())).matches())
                    .isTrue();
        }
    }

    @Test
    void measure_dueOnTheLogicalDate_isNotDueYetUntilItIsOver() {
        List<Row> due = List.of(Orders.line("1/10", "1", "1.000", "2026-03-20", 1));

        assertThat(measure(due).get("otif-line").reason())
                .isEqualTo("No member can be counted: 0 are open, 1 are left out.");
        assertThat(measure(List.of(Orders.line("1/10", "1", "1.000", "2026-03-19", 1)))
                        .get("otif-line")
                        .value())
                .isEqualByComparingTo("0");
    }

    @Test
    void measure_attributeThatIsNoDate_namesTheEntryAndNoValue() {
        List<Row> objects = List.of(Orders.line("1/10", "1", "1.000", "secret", 1));

        assertThatThrownBy(() -> measure(objects))
                .rootCause()
                .hasMessage(
                        "Cannot measure a KPI: an attribute that test/process, kpis.otif names does not hold a date or"
                                + " an instant in microseconds in every row; correct the connector's column types");
    }

    private Map<String, KpiValue> measure(List<Row> objects) {
        return measure(objects, Orders.OTIF);
    }

    private Map<String, KpiValue> measure(List<Row> objects, Map<String, Map<String, Object>> mapping) {
        return Orders.measure(objects, mapping, sink);
    }
}
