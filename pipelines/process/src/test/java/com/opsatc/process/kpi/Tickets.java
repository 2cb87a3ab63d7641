package com.opsatc.process.kpi;

import com.opsatc.connector.MilestoneOrder;
import com.opsatc.connector.mapping.Ends;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tickets, small enough to follow by hand; an hour is 3,600 s. */
final class Tickets {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final LocalDate AS_OF = LocalDate.of(2026, 3, 20);
    static final long HOUR = 3_600_000_000L;
    /** Monday 2026-03-02, 00:00 in Berlin, which is 23:00 the day before in UTC. */
    static final long MONDAY = 1_772_406_000_000_000L;

    static final Map<String, Map<String, Object>> TICKETS = Map.of(
            "cycle-time",
            Map.of(),
            "exception-mttr",
            Map.of(
                    "opened", Map.of("activities", List.of("Open")),
                    "resolved", Map.of("activities", List.of("Resolve")),
                    "closed", Map.of("activities", List.of("Close"))));

    // a: resolved after 2 h, closed: not reopened. b: resolved after 1 h, reopened, resolved after 5 h. c: resolved
    // after
    // 4 h, then reopened and still running. d: never resolved. e: nothing opens it.
    static final List<Row> LOG = log(
            ticket("a", 0, "Open", 0, "Resolve", 2, "Close", 200),
            ticket("b", 10, "Open", 1, "Resolve", 2, "Work", 3, "Resolve", 6),
            ticket("c", 20, "Open", 170, "Resolve", 174, "Work", 175),
            ticket("d", 30, "Open", 0, "Work", 1),
            ticket("e", 40, "Resolve", 3));

    private Tickets() {}

    /** What the KPIs of a log are, by definition; their evidence is in the sink, and none of earlier ones. */
    static Map<String, KpiValue> measure(MemorySink sink, List<Row> log, Map<String, Map<String, Object>> mapping) {
        return measure(sink, Processes.log(log), mapping, ends(Ends.When.LAST_EVENT), List.of());
    }

    static Map<String, KpiValue> measure(
            MemorySink sink,
            Dataset<Row> log,
            Map<String, Map<String, Object>> mapping,
            Ends ends,
            List<MilestoneOrder> order) {
        return measure(
                sink,
                Processes.input(
                        Processes.mapping(mapping).with(ends, order),
                        log,
                        Processes.objects(List.of()),
                        BERLIN,
                        AS_OF));
    }

    static Map<String, KpiValue> measure(MemorySink sink, ProcessInput in) {
        sink.documents().clear();
        Map<String, KpiValue> byDefinition = new TreeMap<>();
        Kpis.measure(in, Processes.definitions(), sink)
                .forEach(kpi -> byDefinition.put(kpi.value().definition().id(), kpi.value()));
        return byDefinition;
    }

    static Ends ends(Ends.When when) {
        return new Ends(List.of("Resolve", "Close", "Cancel"), when);
    }

    @SafeVarargs
    static List<Row> log(List<Row>... cases) {
        List<Row> log = new ArrayList<>();
        List.of(cases).forEach(log::addAll);
        return log;
    }

    /** Events as pairs of activity and hours after Monday; rows count on from {@code row}. */
    static List<Row> ticket(String id, long row, Object... events) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < events.length; i += 2) {
            long us = MONDAY + ((Number) events[i + 1]).longValue() * HOUR;
            rows.add(Processes.event(id, i / 2, i + 2 == events.length, (String) events[i], us, row + 1 + i / 2));
        }
        return rows;
    }
}
