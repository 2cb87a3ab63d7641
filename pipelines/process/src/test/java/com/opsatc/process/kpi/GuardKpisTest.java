package com.opsatc.process.kpi;

import static com.opsatc.process.kpi.Tickets.TICKETS;
import static com.opsatc.process.kpi.Tickets.log;
import static com.opsatc.process.kpi.Tickets.measure;
import static com.opsatc.process.kpi.Tickets.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.FigureCheck;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** KPIs that are guards of others; hours are after a Monday's midnight, so that 24 is a date without a time. */
class GuardKpisTest {
    private final MemorySink sink = new MemorySink();

    /**
     * Twelve are resolved in one minute, nine in another, three alone, and ten on a date without a time: of 24 whose minute is known
     * twelve in bulk, for the usual minute has one.
     */
    @Test
    void bulkAndDates_resolutionsOfOneMinute_areToldFromThoseWithoutATime() {
        List<Row> log = new ArrayList<>();
        resolved(log, "bulk", 12, 30);
        resolved(log, "some", 9, 40);
        resolved(log, "alone-a", 1, 50);
        resolved(log, "alone-b", 1, 51);
        resolved(log, "alone-c", 1, 52);
        resolved(log, "dated", 10, 48);
        log.addAll(ticket("open", 900, "Open", 3, "Work", 4));

        Map<String, KpiValue> kpis = measure(sink, log, TICKETS);

        for (String definition : List.of("bulk-exceptions", "bulk-cases")) {
            KpiValue bulk = kpis.get(definition);
            assertThat(bulk.n()).isEqualTo(24);
            assertThat(bulk.value()).isEqualByComparingTo("0.5");
            assertThat(bulk.excluded()).containsExactly(new Excluded("date-only", 10));
            assertThat(bulk.open()).isEqualTo(1);
            assertThat(bulk.companions())
                    .containsEntry(FigureName.BULK_FROM, BigDecimal.TEN)
                    .containsEntry(FigureName.BULK_MINUTES, BigDecimal.ONE);
            // 24 independent ones would have 31 % to 69 %; that twelve are one minute is not that much to go by.
            assertThat(bulk.interval().method()).isEqualTo("cluster-bootstrap");
            assertThat(bulk.interval().low()).isLessThan(new BigDecimal("0.1"));
            recomputes(bulk);
        }
        assertThat(sink.rows(kpis.get("bulk-exceptions").evidence().document()))
                .filteredOn(row -> row.contribution() == 1)
                .extracting(EvidenceRow::record)
                .allMatch(record -> record.startsWith("bulk-"))
                .hasSize(12);
        for (String definition : List.of("date-only-exceptions", "date-only-cases")) {
            KpiValue dated = kpis.get(definition);
            assertThat(dated.n()).isEqualTo(34);
            assertThat(dated.value()).isEqualByComparingTo("0.294118");
            recomputes(dated);
        }
    }

    /** a is on hold for 3 of 6 hours, b for 4 of 5, c never in 7, d is resolved at once: 7 of 18 hours, 2 of 4. */
    @Test
    void hold_ofTimeAndOfExceptions_isWhatAClockWithoutItLeavesOut() {
        Map<String, Object> moments = new TreeMap<>(TICKETS.get("exception-mttr"));
        moments.put("pending", Map.of("activities", List.of("Hold")));
        List<Row> log = log(
                ticket("a", 0, "Open", 0, "Hold", 1, "Hold", 2, "Work", 4, "Resolve", 6),
                ticket("b", 10, "Open", 0, "Hold", 1, "Resolve", 5, "Hold", 6),
                ticket("c", 20, "Open", 0, "Resolve", 7),
                ticket("d", 30, "Open", 9, "Resolve", 9));

        Map<String, KpiValue> kpis = measure(sink, log, Map.of("exception-mttr", moments));

        KpiValue time = kpis.get("exception-hold-time");
        assertThat(sink.rows(time.evidence().document()))
                .extracting(EvidenceRow::record, EvidenceRow::contribution, EvidenceRow::weight)
                .containsExactly(tuple("a", 10_800L, 21_600L), tuple("b", 14_400L, 18_000L), tuple("c", 0L, 25_200L));
        assertThat(time.value()).isEqualByComparingTo("0.388889");
        assertThat(time.excluded()).containsExactly(new Excluded("no-time", 1));
        assertThat(kpis.get("exception-hold-share").value()).isEqualByComparingTo("0.5");
        recomputes(time);
        recomputes(kpis.get("exception-hold-share"));
        assertThat(measure(sink, log, TICKETS).get("exception-hold-time").reason())
                .isEqualTo("Connector test/process maps no pending state of an exception.");
    }

    @Test
    void guards_whereNoExceptionIsMapped_areOfCasesAlone() {
        Map<String, KpiValue> kpis =
                measure(sink, log(ticket("a", 0, "Open", 1, "Close", 9)), Map.of("cycle-time", Map.of()));

        assertThat(kpis.get("bulk-cases").value()).isEqualByComparingTo("0");
        assertThat(kpis.get("bulk-exceptions").reason())
                .isEqualTo("Connector test/process does not map exception-mttr.");
        assertThat(kpis.get("date-only-exceptions").reason())
                .isEqualTo("Connector test/process does not map exception-mttr.");
    }

    private static void resolved(List<Row> log, String name, int many, int hour) {
        for (int i = 0; i < many; i++) {
            log.addAll(ticket(name + "-" + i, log.size(), "Open", 3, "Resolve", hour));
        }
    }

    private void recomputes(KpiValue kpi) {
        assertThat(FigureCheck.of(kpi, sink.open(kpi.evidence().document())).matches())
                .as(kpi.id())
                .isTrue();
    }
}
