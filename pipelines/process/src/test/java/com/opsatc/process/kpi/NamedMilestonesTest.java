package com.opsatc.process.kpi;

import static com.opsatc.process.kpi.Tickets.HOUR;
import static com.opsatc.process.kpi.Tickets.log;
import static com.opsatc.process.kpi.Tickets.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.connector.mapping.Ends;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.evidence.FigureCheck;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Cycle time between milestones that a connector names, here by what it calls their activities. */
class NamedMilestonesTest {
    private static final Map<String, Object> MILESTONES = Map.of(
            "ordered",
            Map.of("activities", List.of("Create")),
            "delivered",
            Map.of("activities", List.of("Ship", "Hand over")));

    private static final List<Row> LOG = log(
            ticket("a", 0, "Call", 0, "Create", 1, "Ship", 6, "Create", 7, "Hand over", 10, "Bill", 12),
            ticket("b", 10, "Create", 0, "Pick", 3),
            ticket("c", 20, "Ship", 3, "Bill", 4),
            ticket("d", 30, "Ship", 1, "Create", 2, "Bill", 3),
            ticket("e", 40, "Create", 0, "Cancel", 4),
            ticket("f", 50, "Create", 2, "Ship", 4, "Bill", 5));

    private final MemorySink sink = new MemorySink();

    @Test
    void measure_betweenMilestones_runsFromTheFirstToTheFirstOrLastOccurrence() {
        Map<String, KpiValue> kpis = measure(MILESTONES);

        KpiValue first = kpis.get("cycle-time-to-first-delivery");
        KpiValue last = kpis.get("cycle-time-to-last-delivery");
        assertThat(counted(first)).containsExactly(tuple("a", 2L, 3L, 5 * HOUR), tuple("f", 51L, 52L, 2 * HOUR));
        assertThat(counted(last)).containsExactly(tuple("a", 2L, 5L, 9 * HOUR), tuple("f", 51L, 52L, 2 * HOUR));
        for (KpiValue kpi : List.of(first, last)) {
            assertThat(kpi.open()).isEqualTo(1);
            assertThat(kpi.excluded())
                    .containsExactly(
                            new Excluded("no-start", 1),
                            new Excluded("negative-duration", 1),
                            new Excluded("ended-otherwise", 1));
            assertThat(FigureCheck.of(kpi, sink.open(kpi.evidence().document())).matches())
                    .isTrue();
        }
        // The whole cycle begins with the call and ends with the bill.
        assertThat(counted(kpis.get("cycle-time"))).contains(tuple("a", 1L, 6L, 12 * HOUR));
    }

    @Test
    void measure_milestoneThatTheConnectorDoesNotName_isNotMeasured() {
        Map<String, KpiValue> kpis = measure(Map.of("ordered", MILESTONES.get("ordered")));

        assertThat(kpis.get("cycle-time-to-first-delivery").reason())
                .isEqualTo("Connector test/process maps no milestone delivered of a case.");
        assertThat(kpis.get("cycle-time").measured()).isTrue();
    }

    private List<org.assertj.core.groups.Tuple> counted(KpiValue kpi) {
        return sink.rows(kpi.evidence().document()).stream()
                .filter(row -> !row.censored())
                .map(row -> tuple(row.record(), row.row(), row.toRow(), row.contribution()))
                .toList();
    }

    private Map<String, KpiValue> measure(Map<String, Object> milestones) {
        return Tickets.measure(
                sink,
                Processes.log(LOG),
                Map.of("cycle-time", Map.of("milestones", milestones)),
                new Ends(List.of("Bill", "Cancel"), Ends.When.LAST_EVENT),
                List.of());
    }
}
