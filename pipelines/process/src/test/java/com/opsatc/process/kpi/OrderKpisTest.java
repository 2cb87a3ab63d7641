package com.opsatc.process.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.evidence.CitedRow;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.FigureCheck;
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
                        // 2/10 is in time and 0.001 short; 2/20 is whole and came a day late.
                        tuple("in-full-line", new BigDecimal("0.750000"), 4L),
                        tuple("in-full-order", new BigDecimal("0.500000"), 2L),
                        tuple("on-time-line", new BigDecimal("0.750000"), 4L),
                        tuple("on-time-order", new BigDecimal("0.500000"), 2L),
                        tuple("otif-line", new BigDecimal("0.500000"), 4L),
                        tuple("otif-order", new BigDecimal("0.500000"), 2L));
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
                .filter(reason -> !List.of("no-quantity", "no-delivery-date", "impossible-order")
                        .contains(reason))
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
        Processes.requireKeys(sink);
    }

    @Test
    void measure_deliveryOfUnknownQuantity_leavesTheLineOutWithTheReason() {
        Map<String, String> unknown = Map.of("line", "1/10", "at", "2026-03-02");
        Map<String, KpiValue> kpis = measure(List.of(
                line("1/10", "1", "10.000", "2026-03-02", 1),
                delivery("d1", "1/10", "10.000", "2026-03-01", 11),
                Processes.object("delivery-item", "d2", unknown, 12),
                line("1/20", "1", "1.000", "2026-03-02", 2)));

        assertThat(kpis.get("on-time-line").excluded()).containsExactly(new Excluded("no-quantity", 1));
        assertThat(kpis.get("on-time-line").n()).isEqualTo(1);
    }

    /** Days are those of the zone, whether a due date is a day or an instant in it. */
    @Test
    void measure_tolerances_areOfCalendarDaysAndOfTheOrderedQuantity() {
        Map<String, Object> entry = new HashMap<>(OTIF.get("otif"));
        entry.put("tolerance", Map.of("early-days", 1, "late-days", 1, "under-percent", "0.1"));
        // Due at 10:00 on the second of March, a Monday, in Berlin.
        String instant = Long.toString(1_772_442_000_000_000L);
        List<Row> objects = List.of(
                line("1/10", "1", "10.000", "2026-03-02", 1),
                line("1/20", "1", "10.000", "2026-03-02", 2),
                line("2/10", "2", "10.000", "2026-03-02", 3),
                line("3/10", "3", "10.000", instant, 4),
                line("4/10", "4", "10.000", instant, 5),
                line("5/10", "5", "10.000", instant, 6),
                delivery("d1", "1/10", "9.990", "2026-03-03", 11),
                delivery("d2", "1/20", "9.989", "2026-03-01", 12),
                delivery("d3", "2/10", "10.000", "2026-02-28", 13),
                // A minute before the first day, on the last minute of the window, and a minute later.
                delivery("d4", "3/10", "10.000", Long.toString(1_772_319_540_000_000L), 14),
                delivery("d5", "4/10", "10.000", Long.toString(1_772_528_400_000_000L), 15),
                delivery("d6", "5/10", "10.000", Long.toString(1_772_528_460_000_000L), 16));

        Map<String, KpiValue> kpis = measure(objects, Map.of("otif", entry));

        assertThat(good("on-time-line")).containsExactly("1/10", "1/20", "4/10");
        assertThat(good("in-full-line")).containsExactly("1/10", "2/10", "3/10", "4/10", "5/10");
        assertThat(good("otif-line")).containsExactly("1/10", "4/10");
        assertThat(kpis.get("otif-order").tolerance().text())
                .isEqualTo("1 days early, 1 days late, 0.1 % under, any % over");
    }

    @Test
    void measure_onTimeByTheLastDelivery_citesItAndLeavesOtifAsItIs() {
        Map<String, Object> entry = new HashMap<>(OTIF.get("otif"));
        entry.put("on-time-by", "last");
        List<Row> objects = List.of(
                line("1/10", "1", "10.000", "2026-03-02", 1),
                delivery("d1", "1/10", "10.000", "2026-03-01", 11),
                delivery("d2", "1/10", "1.000", "2026-03-05", 12));

        Map<String, KpiValue> kpis = measure(objects, Map.of("otif", entry));

        assertThat(good("on-time-line")).isEmpty();
        assertThat(good("otif-line")).containsExactly("1/10");
        assertThat(kpis.get("on-time-line").tolerance().text())
                .isEqualTo("any days early, 0 days late, 0 % under, any % over; on time by the last delivery");
        assertThat(sink.rows("evidence/K-process-on-time-line.arrow"))
                .extracting(EvidenceRow::toRow, OrderKpisTest::more)
                .containsExactly(tuple(12L, List.of(11L)));
    }

    private List<String> good(String definition) {
        return sink.rows("evidence/K-process-" + definition + ".arrow").stream()
                .filter(row -> row.contribution() == 1)
                .map(EvidenceRow::record)
                .toList();
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
                        tuple("on-time-line", new BigDecimal("0.333333"), 6L),
                        tuple("on-time-order", new BigDecimal("0.200000"), 5L),
                        tuple("otif-line", new BigDecimal("0.166667"), 6L),
                        tuple("otif-order", new BigDecimal("0.000000"), 5L));
        assertThat(kpis.get("otif-line").excluded())
                .containsExactly(new Excluded("no-quantity", 1), new Excluded("no-delivery-date", 1));
        assertThat(sink.rows("evidence/K-process-otif-line.arrow"))
                .extracting(EvidenceRow::record, EvidenceRow::row, EvidenceRow::toRow, OrderKpisTest::more)
                .contains(tuple("1/1", 1L, null, List.of()))
                .hasSize(6);
        Processes.requireKeys(sink);
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

    /** With nothing but the source rows that a contribution cites, and the date, it is the same again. */
    @Test
    void measure_citedRowsAlone_giveEachContributionAgain() {
        Map<String, List<EvidenceRow>> published = published(OBJECTS);
        assertThat(published)
                .hasSize(6)
                .allSatisfy((document, rows) -> assertThat(rows).hasSizeGreaterThanOrEqualTo(2));
        Map<Set<Long>, Map<String, List<EvidenceRow>>> again = new HashMap<>();
        published.forEach((document, rows) -> rows.forEach(row -> {
            Set<Long> cited = row.citations().stream().map(Citation::row).collect(Collectors.toSet());
            Map<String, List<EvidenceRow>> alone = again.computeIfAbsent(
                    cited,
                    some -> published(OBJECTS.stream()
                            .filter(object -> some.contains(object.getLong(5)))
                            .toList()));

            assertThat(alone.get(document))
                    .as("%s of %s", document, row.record())
                    .extracting(EvidenceRow::record, EvidenceRow::contribution)
                    .containsExactly(tuple(row.record(), row.contribution()));
        }));
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

    /** It is on time and in full, and what its due date will bring is not known: no window or week ends later than the date. */
    @Test
    void measure_completeLineThatIsDueLater_countsOnTheLogicalDate() {
        Map<String, KpiValue> kpis = measure(List.of(
                line("1/10", "1", "1.000", "2026-03-02", 1),
                delivery("d1", "1/10", "1.000", "2026-03-02", 2),
                line("2/10", "2", "1.000", "2026-04-14", 3),
                delivery("d2", "2/10", "1.000", "2026-03-10", 4)));

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
        return measure(objects, OTIF);
    }

    private Map<String, KpiValue> measure(List<Row> objects, Map<String, Map<String, Object>> mapping) {
        sink.documents().clear();
        Map<String, KpiValue> byDefinition = new TreeMap<>();
        ProcessInput in = Processes.input(
                Processes.mapping(mapping),
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
