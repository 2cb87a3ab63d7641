package com.opsatc.process.kpi;

import static com.opsatc.process.kpi.Tickets.AS_OF;
import static com.opsatc.process.kpi.Tickets.BERLIN;
import static com.opsatc.process.kpi.Tickets.HOUR;
import static com.opsatc.process.kpi.Tickets.LOG;
import static com.opsatc.process.kpi.Tickets.TICKETS;
import static com.opsatc.process.kpi.Tickets.ends;
import static com.opsatc.process.kpi.Tickets.log;
import static com.opsatc.process.kpi.Tickets.measure;
import static com.opsatc.process.kpi.Tickets.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.connector.calendar.CalendarDeclaration;
import com.opsatc.connector.mapping.Ends;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.ClockUsed;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.FigureCheck;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.run.stage.DeclaredCalendar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Durations by the calendar that a tenant declares. */
class BusinessClockTest {
    private final MemorySink sink = new MemorySink();

    /** 09:00 to 17:00 from Monday to Friday, and none on Tuesday the 3rd. */
    @Test
    void measure_businessClock_countsWorkingTimeAndSaysWhose() {
        Map<String, KpiValue> kpis = measureByCalendar(log(
                ticket("a", 0, "Open", 8, "Resolve", 10, "Close", 16),
                ticket("b", 10, "Open", 16, "Resolve", 58),
                ticket("c", 20, "Open", 112, "Resolve", 184),
                ticket("d", 30, "Open", 440, "Work", 441)));
        KpiValue kpi = kpis.get("exception-mttr-business");

        // b: Monday 16:00 to Wednesday 10:00, the Tuesday off. c: Friday 16:00 to Monday 16:00.
        assertThat(sink.rows(kpi.evidence().document()))
                .extracting(EvidenceRow::record, EvidenceRow::contribution, EvidenceRow::censored)
                .containsExactly(
                        tuple("a", HOUR, false),
                        tuple("b", 2 * HOUR, false),
                        tuple("c", 8 * HOUR, false),
                        tuple("d", 8 * HOUR, true));
        assertThat(kpi.unit()).isEqualTo(Unit.WORKING_MICROSECONDS);
        assertThat(kpi.value()).isEqualByComparingTo(BigDecimal.valueOf(2 * HOUR));
        assertThat(kpi.clock()).isEqualTo(ClockUsed.business("office", "Europe/Berlin"));
        assertThat(kpi.caveats())
                .containsExactly("Only working time counts, by calendar office in zone Europe/Berlin.");
        assertThat(kpis.get("exception-mttr").clock()).isEqualTo(ClockUsed.WALL);
        assertThat(FigureCheck.of(kpi, sink.open(kpi.evidence().document())).matches())
                .isTrue();
        KpiValue cycle = kpis.get("cycle-time-business");
        assertThat(sink.rows(cycle.evidence().document()))
                .extracting(EvidenceRow::record, EvidenceRow::contribution)
                .containsExactly(
                        tuple("a", 7 * HOUR), tuple("b", 2 * HOUR), tuple("c", 8 * HOUR), tuple("d", 8 * HOUR));
        assertThat(FigureCheck.of(cycle, sink.open(cycle.evidence().document())).matches())
                .isTrue();
    }

    @Test
    void measure_businessClockWithoutACalendar_isNotMeasuredAndSaysWhy() {
        KpiValue kpi = measure(sink, LOG, TICKETS).get("cycle-time-business");

        assertThat(kpi.state()).isEqualTo(KpiState.NOT_MEASURED);
        assertThat(kpi.reason()).isEqualTo("No business calendar is declared for process process.");
        assertThat(kpi.clock()).isNull();
    }

    private Map<String, KpiValue> measureByCalendar(List<Row> log) {
        CalendarDeclaration office = new CalendarDeclaration(
                null,
                new TreeMap<>(Map.of("mon-fri", List.of("09:00-17:00"))),
                null,
                new TreeMap<>(Map.of("2026-03-03", List.of())),
                List.of());
        ProcessInput in = Processes.input(
                Processes.mapping(TICKETS).with(ends(Ends.When.LAST_EVENT), List.of()),
                Processes.log(log),
                Processes.objects(List.of()),
                BERLIN,
                AS_OF);
        return measure(sink, in.with(DeclaredCalendar.clocks("office", office, in)));
    }
}
