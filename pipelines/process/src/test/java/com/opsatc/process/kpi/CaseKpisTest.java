package com.opsatc.process.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.connector.MilestoneOrder;
import com.opsatc.connector.calendar.CalendarDeclaration;
import com.opsatc.connector.mapping.Ends;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.QualityDocument.OrderCheck;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.figure.ClockUsed;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.FigureCheck;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.time.MilestoneOrders;
import com.opsatc.process.run.stage.DeclaredCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets, small enough to follow by hand; an hour is 3,600 s. */
class CaseKpisTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 20);
    private static final long HOUR = 3_600_000_000L;
    /** Monday 2026-03-02, 00:00 in Berlin, which is 23:00 the day before in UTC. */
    private static final long MONDAY = 1_772_406_000_000_000L;

    private static final Map<String, Map<String, Object>> TICKETS = Map.of(
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
    private static final List<Row> LOG = log(
            ticket("a", 0, "Open", 0, "Resolve", 2, "Close", 200),
            ticket("b", 10, "Open", 1, "Resolve", 2, "Work", 3, "Resolve", 6),
            ticket("c", 20, "Open", 170, "Resolve", 174, "Work", 175),
            ticket("d", 30, "Open", 0, "Work", 1),
            ticket("e", 40, "Resolve", 3));

    private final MemorySink sink = new MemorySink();

    @Test
    void measure_tickets_timeToFirstResolutionBesideTheReopened() {
        KpiValue kpi = measure(LOG, TICKETS).get("exception-mttr");

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
        KpiValue kpi = measure(LOG, TICKETS).get("exception-mttr-last");

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
        KpiValue kpi = measure(LOG, TICKETS).get("exception-mttr-total");

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
        KpiValue kpi = measure(LOG, TICKETS).get("exception-mttr-backlog");

        // Both end a microsecond before the hour, and the mean is rounded half even.
        assertThat(kpi.value()).isEqualByComparingTo(BigDecimal.valueOf((2 + 4 + 285 + 456) * HOUR / 4));
        assertThat(kpi.companions()).containsEntry(FigureName.BACKLOG_COUNT, BigDecimal.valueOf(2));
        assertThat(List.of(kpi.n(), kpi.open())).containsExactly(4L, 0L);
        assertThat(FigureCheck.of(kpi, sink.open(kpi.evidence().document())).matches())
                .isTrue();
        assertThat(measure(Processes.log(LOG), TICKETS, Ends.UNKNOWN, List.of())
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

        KpiValue kpi = measure(log, Map.of("exception-mttr", moments)).get("exception-mttr-net");

        assertThat(sink.rows(kpi.evidence().document()))
                .extracting(EvidenceRow::record, EvidenceRow::contribution)
                .containsExactly(tuple("a", 3 * HOUR), tuple("b", HOUR), tuple("c", 7 * HOUR));
        assertThat(measure(log, TICKETS).get("exception-mttr-net").reason())
                .isEqualTo("Connector test/process maps no pending state of an exception.");
    }

    /** Fourteen days after a's resolution, and a moment later; c was resolved too lately to know. */
    @Test
    void measure_reopened_isAShareOfThoseOldEnough() {
        KpiValue kpi = measure(
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

    @Test
    void measure_cycleTime_takesFirstAndLastEventAndCitesASingleOneOnce() {
        KpiValue kpi = measure(LOG, TICKETS).get("cycle-time");

        assertThat(sink.rows(kpi.evidence().document()))
                .filteredOn(row -> !row.censored())
                .extracting(EvidenceRow::record, EvidenceRow::row, EvidenceRow::toRow, EvidenceRow::contribution)
                .containsExactly(
                        tuple("a", 1L, 3L, 200 * HOUR), tuple("b", 11L, 14L, 5 * HOUR), tuple("e", 41L, null, 0L));
        assertThat(kpi.open()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cycle-time", "exception-mttr-last"})
    void measure_openMembers_areCitedForAsLongAsTheyHaveBeenOpen(String definition) {
        KpiValue kpi = measure(LOG, TICKETS).get(definition);

        // The logical date ends 19 days after the Monday; c began after 170 hours, d at its beginning.
        assertThat(sink.rows(kpi.evidence().document()))
                .filteredOn(EvidenceRow::censored)
                .extracting(EvidenceRow::record, EvidenceRow::date, EvidenceRow::contribution)
                .containsExactly(tuple("c", AS_OF, 286 * HOUR - 1), tuple("d", AS_OF, 456 * HOUR - 1));
        assertThat(kpi.evidence().rows()).isEqualTo(kpi.n());
        assertThat(kpi.evidence().censored()).isEqualTo(kpi.open());
        assertThat(FigureCheck.of(kpi, sink.open(kpi.evidence().document())).matches())
                .isTrue();
        KpiValue miscounted = KpiValueBuilder.builder(kpi).open(3L).build();
        assertThat(FigureCheck.of(miscounted, sink.open(kpi.evidence().document()))
                        .matches())
                .isFalse();
    }

    @Test
    void measure_whereNothingEndsACase_saysThatOpenIsNotKnown() {
        Map<String, KpiValue> kpis = measure(Processes.log(LOG), TICKETS, Ends.UNKNOWN, List.of());

        assertThat(kpis.get("cycle-time").n()).isEqualTo(5);
        assertThat(kpis.get("cycle-time").open()).isNull();
        assertThat(kpis.get("exception-mttr").open()).isNull();
        assertThat(kpis.get("exception-mttr").excluded())
                .containsExactly(new Excluded("no-start", 1), new Excluded("not-reached", 1));
        assertThat(kpis.get("exception-mttr-last").excluded())
                .containsExactly(new Excluded("no-start", 1), new Excluded("not-reached", 2));
    }

    /** x is cancelled without a resolution, y is closed and opened again. */
    @Test
    void measure_casesThatEndOtherwise_areNeitherOpenNorCounted() {
        List<Row> log = log(
                ticket("a", 0, "Open", 0, "Resolve", 2),
                ticket("x", 10, "Open", 0, "Cancel", 1),
                ticket("y", 20, "Open", 0, "Cancel", 1, "Work", 2));

        KpiValue last = measure(Processes.log(log), TICKETS, ends(Ends.When.LAST_EVENT), List.of())
                .get("exception-mttr");
        KpiValue reached = measure(Processes.log(log), TICKETS, ends(Ends.When.REACHED), List.of())
                .get("exception-mttr");

        assertThat(last.excluded()).containsExactly(new Excluded("ended-otherwise", 1));
        assertThat(List.of(last.n(), last.open())).containsExactly(1L, 1L);
        assertThat(reached.excluded()).containsExactly(new Excluded("ended-otherwise", 2));
        assertThat(reached.open()).isZero();
    }

    /**
     * a is resolved before it is opened. b is resolved at midnight of the day on which it is opened: a date without a time,
     * which breaks nothing; c at the midnight before.
     */
    @Test
    void measure_cycleTimeOfAnImpossibleOrder_isLeftOut() {
        List<Row> log = log(
                ticket("a", 0, "Resolve", 1, "Open", 3),
                ticket("b", 10, "Resolve", 24, "Open", 30),
                ticket("c", 20, "Resolve", 24, "Open", 49),
                ticket("d", 30, "Open", 1, "Resolve", 5));
        List<MilestoneOrder> order = List.of(new MilestoneOrder("Open", "Resolve"));

        KpiValue kpi = measure(Processes.log(log), TICKETS, ends(Ends.When.REACHED), order)
                .get("cycle-time");

        assertThat(kpi.excluded()).containsExactly(new Excluded("impossible-order", 2));
        assertThat(kpi.n()).isEqualTo(2);
        assertThat(new MilestoneOrders(order, BERLIN).checks("process", Processes.log(log)))
                .containsExactly(new OrderCheck("process", "case", "Open", "Resolve", 2, 4));
    }

    private static Ends ends(Ends.When when) {
        return new Ends(List.of("Resolve", "Close", "Cancel"), when);
    }

    @Test
    void measure_weeks_areThoseOfTheTenantsZoneAndSayWhichArePartial() {
        KpiValue kpi = measure(LOG, TICKETS).get("exception-mttr");

        // a and b on Monday the 2nd, c on Monday the 9th, both weeks over by Friday the 20th.
        assertThat(kpi.series())
                .containsExactly(
                        new SeriesPoint(LocalDate.of(2026, 3, 2), 2, BigDecimal.valueOf(3 * HOUR / 2), false),
                        new SeriesPoint(LocalDate.of(2026, 3, 9), 1, BigDecimal.valueOf(4 * HOUR), false));
        assertThat(kpi.window().from()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(kpi.window().zone()).isEqualTo("Europe/Berlin");
    }

    @Test
    void measure_weeksWithoutMembers_areThereWithoutAValue() {
        List<Row> log =
                log(ticket("a", 0, "Open", 24, "Resolve", 25), ticket("b", 10, "Open", 0, "Resolve", 24 * 14 + 1));

        KpiValue kpi = measure(log, TICKETS).get("exception-mttr");

        // The members begin on a Tuesday; the week of the logical date is not over.
        assertThat(kpi.series())
                .extracting(SeriesPoint::week, SeriesPoint::n, SeriesPoint::value, SeriesPoint::partial)
                .containsExactly(
                        tuple(LocalDate.of(2026, 3, 2), 1L, BigDecimal.valueOf(HOUR), true),
                        tuple(LocalDate.of(2026, 3, 9), 0L, null, false),
                        tuple(LocalDate.of(2026, 3, 16), 1L, BigDecimal.valueOf((24 * 14 + 1) * HOUR), true));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void measure_otherPartitionsOrderAndSessionZone_givesTheSameBytes(int partitions) {
        Map<String, KpiValue> expected = measure(LOG, TICKETS);
        Map<String, byte[]> documents = new TreeMap<>(sink.documents());
        String zone = com.opsatc.process.testing.LocalSpark.session().conf().get("spark.sql.session.timeZone");
        try {
            com.opsatc.process.testing.LocalSpark.session().conf().set("spark.sql.session.timeZone", "Asia/Tokyo");
            Dataset<Row> shuffled = Processes.log(LOG)
                    .repartition(partitions, functions.col("row"))
                    .sortWithinPartitions(functions.col("row").desc());

            assertThat(measure(shuffled, TICKETS)).isEqualTo(expected);
            assertThat(sink.documents()).containsExactlyEntriesOf(documents);
        } finally {
            com.opsatc.process.testing.LocalSpark.session().conf().set("spark.sql.session.timeZone", zone);
        }
    }

    @Test
    void measure_decisionLatency_comparesTransitionsWithoutCase() {
        Map<String, Map<String, Object>> mapping = Map.of(
                "decision-latency",
                Map.of(
                        "from", Map.of("activities", List.of("Signal")),
                        "to", Map.of("activities", List.of("Decide"), "lifecycle", "COMPLETE")));
        List<Row> log = List.of(
                Processes.event("a", 0, false, "Signal", "complete", MONDAY, 1),
                Processes.event("a", 1, false, "Decide", "start", MONDAY + HOUR, 2),
                Processes.event("a", 2, true, "Decide", "complete", MONDAY + 3 * HOUR, 3),
                Processes.event("b", 0, false, "Decide", "complete", MONDAY, 4),
                Processes.event("b", 1, true, "Signal", "complete", MONDAY + HOUR, 5));

        KpiValue kpi = measure(log, mapping).get("decision-latency");

        assertThat(kpi.value()).isEqualByComparingTo(BigDecimal.valueOf(3 * HOUR));
        assertThat(kpi.excluded()).containsExactly(new Excluded("negative-duration", 1));
    }

    @Test
    void measure_momentThatIsNone_saysWhatItMustBe() {
        Map<String, Map<String, Object>> mapping = Map.of(
                "exception-mttr", Map.of("opened", "last-event", "resolved", Map.of("activities", List.of("R"))));

        assertThatThrownBy(() -> measure(LOG, mapping))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "Cannot measure a KPI: test/process, kpis.exception-mttr.opened must be a map with activities,"
                                + " or first-event");
    }

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
        KpiValue kpi = measure(LOG, TICKETS).get("cycle-time-business");

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
        Map<String, KpiValue> byDefinition = new TreeMap<>();
        Kpis.measure(in.with(DeclaredCalendar.clocks("office", office, in)), Processes.definitions(), sink)
                .forEach(kpi -> byDefinition.put(kpi.value().definition().id(), kpi.value()));
        return byDefinition;
    }

    private Map<String, KpiValue> measure(List<Row> log, Map<String, Map<String, Object>> mapping) {
        return measure(Processes.log(log), mapping);
    }

    private Map<String, KpiValue> measure(Dataset<Row> log, Map<String, Map<String, Object>> mapping) {
        return measure(log, mapping, ends(Ends.When.LAST_EVENT), List.of());
    }

    private Map<String, KpiValue> measure(
            Dataset<Row> log, Map<String, Map<String, Object>> mapping, Ends ends, List<MilestoneOrder> order) {
        sink.documents().clear();
        Map<String, KpiValue> byDefinition = new TreeMap<>();
        ProcessInput in = Processes.input(
                Processes.mapping(mapping).with(ends, order), log, Processes.objects(List.of()), BERLIN, AS_OF);
        Kpis.measure(in, Processes.definitions(), sink)
                .forEach(kpi -> byDefinition.put(kpi.value().definition().id(), kpi.value()));
        return byDefinition;
    }

    @SafeVarargs
    private static List<Row> log(List<Row>... cases) {
        List<Row> log = new ArrayList<>();
        List.of(cases).forEach(log::addAll);
        return log;
    }

    /** Events as pairs of activity and hours after Monday; rows count on from {@code row}. */
    private static List<Row> ticket(String id, long row, Object... events) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < events.length; i += 2) {
            long us = MONDAY + ((Number) events[i + 1]).longValue() * HOUR;
            rows.add(Processes.event(id, i / 2, i + 2 == events.length, (String) events[i], us, row + 1 + i / 2));
        }
        return rows;
    }
}
