package com.opsatc.process.kpi;

import static com.opsatc.process.kpi.Tickets.AS_OF;
import static com.opsatc.process.kpi.Tickets.BERLIN;
import static com.opsatc.process.kpi.Tickets.HOUR;
import static com.opsatc.process.kpi.Tickets.LOG;
import static com.opsatc.process.kpi.Tickets.MONDAY;
import static com.opsatc.process.kpi.Tickets.TICKETS;
import static com.opsatc.process.kpi.Tickets.ends;
import static com.opsatc.process.kpi.Tickets.log;
import static com.opsatc.process.kpi.Tickets.measure;
import static com.opsatc.process.kpi.Tickets.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.connector.MilestoneOrder;
import com.opsatc.connector.mapping.Ends;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.document.QualityDocument.OrderCheck;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.FigureCheck;
import com.opsatc.process.kpi.time.MilestoneOrders;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of cases, and what of theirs is open or left out. */
class CaseKpisTest {
    private final MemorySink sink = new MemorySink();

    @Test
    void measure_cycleTime_takesFirstAndLastEventAndCitesASingleOneOnce() {
        KpiValue kpi = measure(sink, LOG, TICKETS).get("cycle-time");

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
        KpiValue kpi = measure(sink, LOG, TICKETS).get(definition);

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

    /** 0, 5 and 200 hours, and of c and d only that it is more than 286 and 456. Three of four tickets are resolved: 1, 2, 4. */
    @Test
    void measure_openMembersAtRisk_areLongerThanTheyHaveBeenOpen() {
        Map<String, KpiValue> kpis = measure(sink, LOG, TICKETS);
        KpiValue time = kpis.get("cycle-time-at-risk");

        assertThat(time.value()).isEqualByComparingTo(BigDecimal.valueOf(200 * HOUR));
        assertThat(sink.rows(time.evidence().document()))
                .extracting(EvidenceRow::record, EvidenceRow::date, EvidenceRow::censored)
                .containsExactly(
                        tuple("a", LocalDate.of(2026, 3, 2), false),
                        tuple("b", LocalDate.of(2026, 3, 2), false),
                        tuple("c", LocalDate.of(2026, 3, 9), true),
                        tuple("d", LocalDate.of(2026, 3, 2), true),
                        tuple("e", LocalDate.of(2026, 3, 2), false));
        assertThat(kpis.get("exception-mttr-at-risk").value()).isEqualByComparingTo(BigDecimal.valueOf(3 * HOUR));
        for (KpiValue kpi : List.of(time, kpis.get("exception-mttr-at-risk"))) {
            assertThat(FigureCheck.of(kpi, sink.open(kpi.evidence().document())).matches())
                    .isTrue();
        }
    }

    @Test
    void measure_whereNothingEndsACase_saysThatOpenIsNotKnown() {
        Map<String, KpiValue> kpis = measure(sink, Processes.log(LOG), TICKETS, Ends.UNKNOWN, List.of());

        assertThat(kpis.get("cycle-time").n()).isEqualTo(5);
        assertThat(kpis.get("cycle-time").open()).isNull();
        assertThat(kpis.get("exception-mttr").open()).isNull();
        assertThat(List.of(
                        kpis.get("cycle-time-at-risk").reason(),
                        kpis.get("exception-mttr-at-risk").reason()))
                .containsOnly("Connector test/process maps no end of a case, so that open ones cannot be told.");
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

        KpiValue last = measure(sink, Processes.log(log), TICKETS, ends(Ends.When.LAST_EVENT), List.of())
                .get("exception-mttr");
        KpiValue reached = measure(sink, Processes.log(log), TICKETS, ends(Ends.When.REACHED), List.of())
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

        KpiValue kpi = measure(sink, Processes.log(log), TICKETS, ends(Ends.When.REACHED), order)
                .get("cycle-time");

        assertThat(kpi.excluded()).containsExactly(new Excluded("impossible-order", 2));
        assertThat(kpi.n()).isEqualTo(2);
        assertThat(new MilestoneOrders(order, BERLIN).checks("process", Processes.log(log)))
                .containsExactly(new OrderCheck("process", "case", "Open", "Resolve", 2, 4));
    }

    @Test
    void measure_weeks_areThoseOfTheTenantsZoneAndSayWhichArePartial() {
        KpiValue kpi = measure(sink, LOG, TICKETS).get("exception-mttr");

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

        KpiValue kpi = measure(sink, log, TICKETS).get("exception-mttr");

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
        Map<String, KpiValue> expected = measure(sink, LOG, TICKETS);
        Map<String, byte[]> documents = new TreeMap<>(sink.documents());
        String zone = com.opsatc.process.testing.LocalSpark.session().conf().get("spark.sql.session.timeZone");
        try {
            com.opsatc.process.testing.LocalSpark.session().conf().set("spark.sql.session.timeZone", "Asia/Tokyo");
            Dataset<Row> shuffled = Processes.log(LOG)
                    .repartition(partitions, functions.col("row"))
                    .sortWithinPartitions(functions.col("row").desc());

            assertThat(measure(sink, shuffled, TICKETS, ends(Ends.When.LAST_EVENT), List.of()))
                    .isEqualTo(expected);
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

        KpiValue kpi = measure(sink, log, mapping).get("decision-latency");

        assertThat(kpi.value()).isEqualByComparingTo(BigDecimal.valueOf(3 * HOUR));
        assertThat(kpi.excluded()).containsExactly(new Excluded("negative-duration", 1));
    }

    @Test
    void measure_momentThatIsNone_saysWhatItMustBe() {
        Map<String, Map<String, Object>> mapping = Map.of(
                "exception-mttr", Map.of("opened", "last-event", "resolved", Map.of("activities", List.of("R"))));

        assertThatThrownBy(() -> measure(sink, LOG, mapping))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "Cannot measure a KPI: test/process, kpis.exception-mttr.opened must be a map with activities,"
                                + " or first-event");
    }
}
