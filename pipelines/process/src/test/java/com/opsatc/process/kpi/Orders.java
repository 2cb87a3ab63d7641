package com.opsatc.process.kpi;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Orders and deliveries as an ERP has them, small enough to judge by hand, and their KPIs. */
final class Orders {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Map<String, Map<String, Object>> OTIF = Map.of(
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
    static final List<Row> OBJECTS = List.of(
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

    private Orders() {}

    /** All KPIs by definition; the sink has their evidence and no other. */
    static Map<String, KpiValue> measure(List<Row> objects, Map<String, Map<String, Object>> mapping, MemorySink sink) {
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

    static Row line(String id, String order, String ordered, String due, long row) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("order", order);
        attributes.put("ordered", ordered);
        attributes.put("due", due);
        return Processes.object("order-line", id, attributes, row);
    }

    static Row delivery(String id, String line, String quantity, String at, long row) {
        return Processes.object("delivery-item", id, Map.of("line", line, "quantity", quantity, "at", at), row);
    }
}
