package com.opsatc.process.kpi;

import static com.opsatc.process.kpi.Tickets.BERLIN;
import static com.opsatc.process.kpi.Tickets.HOUR;
import static com.opsatc.process.kpi.Tickets.log;
import static com.opsatc.process.kpi.Tickets.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.connector.mapping.Ends;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.StartCohort;
import com.opsatc.contract.figure.Window;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.FigureCheck;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Accounts of which some are not live yet, and some never will be. */
class OnboardingTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 4, 10);
    /** From the Monday on which {@link Tickets} begin, 2 March, to the end of the logical date; the clock of Berlin went forward. */
    private static final long KNOWN = (40 * 24 - 1) * HOUR - 1;

    private static final Map<String, Object> MILESTONES = Map.of(
            "contract", activities("Sign"),
            "kickoff", activities("Kick off"),
            "live", activities("Go live"),
            "target-days", "20");

    // a and b are live after 100 and 300 hours, c left, d has only begun, e signed 11 days before the end and was
    // quick, f went live
    // without a contract.
    private static final List<Row> LOG = log(
            ticket("a", 0, "Sign", 0, "Kick off", 10, "Go live", 100),
            ticket("b", 10, "Sign", 0, "Kick off", 200, "Go live", 300, "Invoice", 301),
            ticket("c", 20, "Sign", 5, "Kick off", 50, "Leave", 60),
            ticket("d", 30, "Sign", 24),
            ticket("e", 40, "Sign", 700, "Go live", 710),
            ticket("f", 50, "Go live", 8));

    private final MemorySink sink = new MemorySink();

    @Test
    void measure_contractToLive_keepsAtRiskWhoIsOpenOrLeft() {
        KpiValue kpi = measure(LOG).get("onboarding-live");

        assertThat(sink.rows(kpi.evidence().document()))
                .extracting(EvidenceRow::record, EvidenceRow::contribution, EvidenceRow::censored)
                .containsExactly(
                        tuple("a", 100 * HOUR, false),
                        tuple("b", 300 * HOUR, false),
                        tuple("c", KNOWN - 5 * HOUR, true),
                        tuple("d", KNOWN - 24 * HOUR, true),
                        tuple("e", 10 * HOUR, false));
        // 10, 100 and 300 hours of five: 4/5, 3/5, 2/5.
        assertThat(kpi.value()).isEqualByComparingTo(BigDecimal.valueOf(300 * HOUR));
        assertThat(kpi.beyond()).isNull();
        assertThat(kpi.interval()).isNull();
        assertThat(kpi.companions())
                .isEqualTo(Map.of(
                        FigureName.AT_LEAST,
                        BigDecimal.valueOf(10 * HOUR),
                        FigureName.LEFT_COUNT,
                        BigDecimal.ONE,
                        FigureName.REACHED_SHARE,
                        new BigDecimal("0.600000")));
        assertThat(List.of(kpi.n(), kpi.open())).containsExactly(3L, 2L);
        assertThat(kpi.excluded()).containsExactly(new Excluded("no-start", 1));
        assertThat(kpi.window())
                .isEqualTo(new Window(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 31), BERLIN.getId()));
        assertThat(kpi.series()).isEmpty();
        assertThat(kpi.cohorts()).containsExactly(new StartCohort(march(), 3, 2, null, null, null));
        assertThat(matches(kpi)).isTrue();
    }

    @Test
    void measure_moreThanHalfOpen_saysMoreThanTheLongestTimeSeen() {
        // Of c, d and e one is live.
        KpiValue bound = measure(log(LOG.subList(7, 13))).get("onboarding-live");
        assertThat(bound.beyond()).isTrue();
        assertThat(bound.value()).isEqualByComparingTo(BigDecimal.valueOf(KNOWN - 5 * HOUR));
        assertThat(bound.text()).isEqualTo("more than 39.7 d");
        assertThat(matches(bound)).isTrue();
        assertThat(matches(KpiValueBuilder.builder(bound).beyond(false).build()))
                .isFalse();
    }

    @Test
    void measure_stages_areOfThoseThatBeganThem() {
        Map<String, KpiValue> kpis = measure(LOG);
        KpiValue kickoff = kpis.get("onboarding-stage-kickoff");
        KpiValue build = kpis.get("onboarding-stage-build");

        // e went live without a kickoff: it is taken as not having had one yet.
        assertThat(List.of(kickoff.n(), kickoff.open())).containsExactly(3L, 2L);
        assertThat(kickoff.value()).isEqualByComparingTo(BigDecimal.valueOf(200 * HOUR));
        assertThat(List.of(build.n(), build.open())).containsExactly(2L, 1L);
        assertThat(build.companions())
                .containsEntry(FigureName.REACHED_SHARE, new BigDecimal("0.666667"))
                .containsEntry(FigureName.LEFT_COUNT, BigDecimal.ONE);
        assertThat(kpis.get("onboarding-velocity").reason())
                .isEqualTo("Connector test/process maps no value of an onboarding.");
    }

    @Test
    void measure_inTime_isOfThoseOldEnoughForTheTarget() {
        KpiValue kpi = measure(LOG).get("onboarding-in-time");

        assertThat(sink.rows(kpi.evidence().document()))
                .extracting(EvidenceRow::record, EvidenceRow::contribution)
                .containsExactly(tuple("a", 1L), tuple("b", 1L), tuple("c", 0L), tuple("d", 0L));
        assertThat(kpi.excluded()).containsExactly(new Excluded("no-start", 1), new Excluded("began-lately", 1));
        assertThat(kpi.value()).isEqualByComparingTo("0.5");
        assertThat(kpi.companions()).containsEntry(FigureName.TARGET_US, BigDecimal.valueOf(20 * 24 * HOUR));
        assertThat(matches(kpi)).isTrue();
    }

    /** In March 24 of 30 are live after 1 to 24 hours; in April 20 of 20 are open; in May there are too few. */
    @Test
    void measure_byMonthOfStart_listsSmallCohortsWithoutAFigure() {
        List<Row> accounts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            accounts.addAll(
                    i < 24
                            ? ticket("m" + i, 10L * i, "Sign", 0, "Go live", i + 1)
                            : ticket("m" + i, 10L * i, "Sign", 0));
            accounts.addAll(i < 20 ? ticket("n" + i, 1_000 + 10L * i, "Sign", 800) : List.of());
        }
        accounts.addAll(ticket("o", 5_000, "Sign", 1_450));

        KpiValue kpi = measure(accounts, LocalDate.of(2026, 5, 10)).get("onboarding-live");

        assertThat(kpi.cohorts())
                .extracting(StartCohort::n, StartCohort::open, StartCohort::value, StartCohort::beyond)
                .containsExactly(
                        // 15 of 30 after 15 hours, so midway to the next.
                        tuple(24L, 6L, new BigDecimal(31 * HOUR / 2), null),
                        tuple(0L, 20L, kpi.cohorts().get(1).value(), true),
                        tuple(0L, 1L, null, null));
        assertThat(kpi.cohorts().get(0).interval().high()).isEqualByComparingTo(BigDecimal.valueOf(21 * HOUR));
        assertThat(kpi.state()).isEqualTo(KpiState.MEASURED);
        assertThat(matches(kpi)).isTrue();
        StartCohort march = kpi.cohorts().get(0);
        StartCohort moved = new StartCohort(
                march.window(), march.n(), march.open(), march.value().add(BigDecimal.ONE), null, march.interval());
        assertThat(matches(KpiValueBuilder.builder(kpi)
                        .cohorts(List.of(
                                moved, kpi.cohorts().get(1), kpi.cohorts().get(2)))
                        .build()))
                .isFalse();
        assertThat(matches(KpiValueBuilder.builder(kpi)
                        .cohorts(kpi.cohorts().subList(0, 2))
                        .build()))
                .isFalse();
    }

    /** Nothing says what ends a case: who is not live is open all the same. */
    @Test
    void measure_whereNothingEndsACase_countsWhoIsNotLiveAsOpen() {
        ProcessInput in = Processes.input(
                Processes.mapping(Map.of("onboarding-velocity", MILESTONES)),
                Processes.log(LOG),
                Processes.objects(List.of()),
                BERLIN,
                AS_OF);

        KpiValue kpi = Tickets.measure(sink, in).get("onboarding-live");

        assertThat(List.of(kpi.n(), kpi.open())).containsExactly(3L, 2L);
        assertThat(kpi.companions()).containsEntry(FigureName.LEFT_COUNT, BigDecimal.ZERO);
    }

    private Map<String, KpiValue> measure(List<Row> log) {
        return measure(log, AS_OF);
    }

    private Map<String, KpiValue> measure(List<Row> log, LocalDate asOf) {
        return Tickets.measure(
                sink,
                Processes.input(
                        Processes.mapping(Map.of("onboarding-velocity", MILESTONES))
                                .with(new Ends(List.of("Leave"), Ends.When.LAST_EVENT), List.of()),
                        Processes.log(log),
                        Processes.objects(List.of()),
                        BERLIN,
                        asOf));
    }

    private boolean matches(KpiValue kpi) {
        return FigureCheck.of(kpi, sink.open(kpi.evidence().document())).matches();
    }

    private static Window march() {
        return new Window(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), BERLIN.getId());
    }

    private static Map<String, Object> activities(String name) {
        return Map.of("activities", List.of(name));
    }
}
