package com.opsatc.process.kpi;

import static com.opsatc.process.kpi.Tickets.BERLIN;
import static com.opsatc.process.kpi.Tickets.log;
import static com.opsatc.process.kpi.Tickets.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.connector.mapping.Ends;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.FigureCheck;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Decisions that are taken back, and those of which nobody knows yet. */
class DecisionReversedTest {
    private static final Map<String, Object> DECISION = Map.of(
            "from", activities("Ask"),
            "to", activities("Approve", "Decline"),
            "reversed", activities("Revoke", "Reject"));

    // The logical date ends 959 hours after the Monday, 30 days are 720: who decided after 239 hours is of no figure
    // yet.
    private static final List<Row> LOG = log(
            ticket("a", 0, "Ask", 0, "Approve", 10, "Pay", 20, "Revoke", 730, "Reject", 731),
            ticket("b", 10, "Ask", 0, "Decline", 10, "Revoke", 731),
            ticket("c", 20, "Ask", 0, "Approve", 238),
            ticket("d", 30, "Ask", 0, "Approve", 239, "Revoke", 240),
            ticket("e", 40, "Ask", 0, "Revoke", 4),
            ticket("f", 50, "Revoke", 5, "Ask", 6, "Approve", 8, "Revoke", 8),
            ticket("g", 60, "Approve", 3, "Revoke", 4),
            ticket("h", 70, "Approve", 3, "Ask", 4));

    private final MemorySink sink = new MemorySink();

    @Test
    void measure_decisions_countsThoseTakenBackWithinThirtyDays() {
        KpiValue kpi = measure(DECISION).get("decision-reversed");

        assertThat(sink.rows(kpi.evidence().document()))
                .filteredOn(row -> !row.censored())
                .extracting(EvidenceRow::record, EvidenceRow::row, EvidenceRow::toRow, EvidenceRow::contribution)
                .containsExactly(
                        tuple("a", 1L, 2L, 1L),
                        tuple("b", 11L, 12L, 0L),
                        tuple("c", 21L, 22L, 0L),
                        tuple("f", 52L, 53L, 1L));
        assertThat(kpi.value()).isEqualTo(new BigDecimal("0.500000"));
        assertThat(kpi.open()).isEqualTo(1);
        assertThat(kpi.excluded())
                .containsExactly(
                        new Excluded("no-start", 1),
                        new Excluded("negative-duration", 1),
                        new Excluded("decided-lately", 1));
        assertThat(FigureCheck.of(kpi, sink.open(kpi.evidence().document())).matches())
                .isTrue();
    }

    @Test
    void measure_connectorThatNamesNoReversal_isNotMeasured() {
        Map<String, Object> without = new HashMap<>(DECISION);
        without.remove("reversed");

        Map<String, KpiValue> kpis = measure(without);

        assertThat(kpis.get("decision-reversed").reason())
                .isEqualTo("Connector test/process maps no event that takes a decision back.");
        assertThat(kpis.get("decision-latency").measured()).isTrue();
    }

    /** Public declarations: approvals that were followed by a rejection, counted elsewhere by Python over the file. */
    @Test
    void measure_publicDeclarations_areTakenBackAsOftenAsCountedElsewhere() throws IOException {
        List<Row> log = PublicLogs.xes("bpic2020/BPI_2020_DomesticDeclarations.xes.gz");
        Map<String, Object> declarations = Map.of(
                "from", activities("Declaration SUBMITTED by EMPLOYEE"),
                "to",
                        activities(
                                "Declaration APPROVED by ADMINISTRATION",
                                "Declaration APPROVED by BUDGET OWNER",
                                "Declaration APPROVED by PRE_APPROVER",
                                "Declaration FINAL_APPROVED by SUPERVISOR"),
                "reversed",
                        activities(
                                "Declaration REJECTED by ADMINISTRATION",
                                "Declaration REJECTED by BUDGET OWNER",
                                "Declaration REJECTED by EMPLOYEE",
                                "Declaration REJECTED by MISSING",
                                "Declaration REJECTED by PRE_APPROVER",
                                "Declaration REJECTED by SUPERVISOR"));

        KpiValue kpi = Tickets.measure(
                        sink,
                        Processes.input(
                                Processes.mapping(Map.of("decision-latency", declarations)),
                                Processes.log(log),
                                Processes.objects(List.of()),
                                ZoneId.of("UTC"),
                                LocalDate.of(2019, 6, 17)))
                .get("decision-reversed");

        assertThat(kpi.n()).isEqualTo(10_134);
        assertThat(kpi.value()).isEqualTo(new BigDecimal("0.035623")); // 361
        assertThat(kpi.excluded())
                .containsExactly(
                        new Excluded("no-start", 135),
                        new Excluded("not-reached", 230),
                        new Excluded("decided-lately", 1));
    }

    private Map<String, KpiValue> measure(Map<String, Object> decision) {
        return Tickets.measure(
                sink,
                Processes.input(
                        Processes.mapping(Map.of("decision-latency", decision))
                                .with(new Ends(List.of("Approve", "Decline"), Ends.When.LAST_EVENT), List.of()),
                        Processes.log(LOG),
                        Processes.objects(List.of()),
                        BERLIN,
                        LocalDate.of(2026, 4, 10)));
    }

    private static Map<String, Object> activities(String... names) {
        return Map.of("activities", List.of(names));
    }
}
