package com.opsatc.process.kpi;

import static com.opsatc.process.kpi.Tickets.HOUR;
import static com.opsatc.process.kpi.Tickets.LOG;
import static com.opsatc.process.kpi.Tickets.TICKETS;
import static com.opsatc.process.kpi.Tickets.log;
import static com.opsatc.process.kpi.Tickets.measure;
import static com.opsatc.process.kpi.Tickets.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.connector.mapping.Ends;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.FigureCheck;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** How long exceptions take, in each of the ways that definitions 2.3 tells. */
class ExceptionMttrTest {
    private final MemorySink sink = new MemorySink();

    @Test
    void measure_tickets_timeToFirstResolutionBesideTheReopened() {
        KpiValue kpi = measure(sink, LOG, TICKETS).get("exception-mttr");

        assertThat(sink.rows(kpi.evidence().document()))
                .filteredOn(row -> !row.censored())
                .extracting(EvidenceRow::record, EvidenceRow::row, EvidenceRow::toRow, EvidenceRow::contribution)
                .containsExactly(
                        tuple("a", 1L, 2L, 2 * HOUR), tuple("b", 11L, 12L, HOUR), tuple("c", 21L, 22L, 4 * HOUR));
        assertThat(kpi.value()).isEqualByComparingTo(BigDecimal.valueOf(2 * HOUR));
        assertThat(kpi.companions())
                .containsEntry(FigureName.REOPENED_COUNT, BigDecimal.valueOf(2))
                .containsEntry(FigureName.MEAN, BigDecimal.valueOf(7 * HOUR / 3));
        assertThat(kpi.open()).isEqualTo(1);
        assertThat(kpi.excluded()).containsExactly(new Excluded("no-start", 1));
    }

    @Test
    void measure_tickets_timeToLastResolutionLeavesWhatRunsAgainOpen() {
        KpiValue kpi = measure(sink, LOG, TICKETS).get("exception-mttr-last");

        assertThat(sink.rows(kpi.evidence().document()))
                .filteredOn(row -> !row.censored())
                .extracting(EvidenceRow::record, EvidenceRow::toRow, EvidenceRow::contribution)
                .containsExactly(tuple("a", 2L, 2 * HOUR), tuple("b", 14L, 5 * HOUR));
        assertThat(kpi.open()).isEqualTo(2);
        Processes.requireKeys(sink);
    }

    /** b is open for 1 and 3 of the 5 hours; of c nothing is resolved but 4 hours, and 281 have passed since it was reopened. */
    @Test
    void measure_tickets_totalIsTheTimeInWhichTheyWereOpen() {
        KpiValue kpi = measure(sink, LOG, TICKETS).get("exception-mttr-total");

        assertThat(sink.rows(kpi.evidence().document()))
                .extracting(EvidenceRow::record, EvidenceRow::contribution, EvidenceRow::censored)
                .containsExactly(
                        tuple("a", 2 * HOUR, false),
                        tuple("b", 4 * HOUR, false),
                        tuple("c", 285 * HOUR - 1, true),
                        tuple("d", 456 * HOUR - 1, true));
        assertThat(kpi.value()).isEqualByComparingTo(BigDecimal.valueOf(3 * HOUR));
    }

    @Test
    void measure_tickets_backlogIsCountedAtItsAgeSoFar() {
        KpiValue kpi = measure(sink, LOG, TICKETS).get("exception-mttr-backlog");

        // Both end a microsecond before the hour, and the mean is rounded half even.
        assertThat(kpi.value()).isEqualByComparingTo(BigDecimal.valueOf((2 + 4 + 285 + 456) * HOUR / 4));
        assertThat(kpi.companions()).containsEntry(FigureName.BACKLOG_COUNT, BigDecimal.valueOf(2));
        assertThat(List.of(kpi.n(), kpi.open())).containsExactly(4L, 0L);
        assertThat(FigureCheck.of(kpi, sink.open(kpi.evidence().document())).matches())
                .isTrue();
        assertThat(measure(sink, Processes.log(LOG), TICKETS, Ends.UNKNOWN, List.of())
                        .get("exception-mttr-backlog")
                        .reason())
                .isEqualTo("Connector test/process maps no end of a case, so that open ones cannot be told.");
    }

    /** a waits from hour 1 to 4 of 6; b is resolved while it waits; c is never on hold. */
    @Test
    void measure_timeOnHold_isLeftOutWhereTheConnectorNamesIt() {
        Map<String, Object> moments = new TreeMap<>(TICKETS.get("exception-mttr"));
        moments.put("pending", Map.of("activities", List.of("Hold")));
        List<Row> log = log(
                ticket("a", 0, "Open", 0, "Hold", 1, "Hold", 2, "Work", 4, "Resolve", 6),
                ticket("b", 10, "Open", 0, "Hold", 1, "Resolve", 5),
                ticket("c", 20, "Open", 0, "Resolve", 7));

        KpiValue kpi = measure(sink, log, Map.of("exception-mttr", moments)).get("exception-mttr-net");

        assertThat(sink.rows(kpi.evidence().document()))
                .extracting(EvidenceRow::record, EvidenceRow::contribution)
                .containsExactly(tuple("a", 3 * HOUR), tuple("b", HOUR), tuple("c", 7 * HOUR));
        assertThat(measure(sink, log, TICKETS).get("exception-mttr-net").reason())
                .isEqualTo("Connector test/process maps no pending state of an exception.");
    }

    /** Fourteen days after a's resolution, and a moment later; c was resolved too lately to know. */
    @Test
    void measure_reopened_isAShareOfThoseOldEnough() {
        KpiValue kpi = measure(
                        sink,
                        log(
                                ticket("a", 0, "Open", 0, "Resolve", 2, "Work", 338, "Resolve", 339),
                                ticket("b", 10, "Open", 0, "Resolve", 2, "Work", 339, "Resolve", 340),
                                ticket("c", 20, "Open", 0, "Resolve", 121, "Work", 122),
                                ticket("d", 30, "Open", 0, "Resolve", 5, "Close", 6)),
                        TICKETS)
                .get("exception-reopened");

        assertThat(sink.rows(kpi.evidence().document()))
                .extracting(EvidenceRow::record, EvidenceRow::contribution)
                .containsExactly(tuple("a", 1L), tuple("b", 0L), tuple("d", 0L));
        assertThat(kpi.excluded()).containsExactly(new Excluded("resolved-lately", 1));
    }
}
