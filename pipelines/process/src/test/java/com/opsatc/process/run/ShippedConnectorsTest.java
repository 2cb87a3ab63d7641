package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.opsatc.contract.ageing.HeldOutCoverage;
import com.opsatc.contract.ageing.ProcessAgeing;
import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.quality.QuarantinedRows;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.evidence.FigureCheck;
import com.opsatc.process.run.Platform.TestTenant;
import com.opsatc.process.testing.RealData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Public data through the connectors as they ship, from file to published KPI: what a column, a milestone or a due date is
 * called stands in their text alone. The figures were computed outside the project by other tools.
 */
class ShippedConnectorsTest {
    private static final BigDecimal US_PER_HOUR = BigDecimal.valueOf(3_600_000_000L);
    private static final String COMMA = "scms/SCMS_Delivery_History_Dataset.csv.gz";
    private static final String TAB_AND_CR = "scms/SCMS_mirror2_MCGUM5.csv.gz";
    private static final String APPLICATIONS = "bpic2012/bpic2012.xes.gz";
    private static final String INCIDENTS = "bpic2013/BPIC13_incidents.xes.gz";

    @Test
    void run_scmsDeliveries_eitherCopyGivesTheSameOnTimeDelivery() {
        TestTenant comma = run("shipped-scms-one", "usaid/scms-deliveries", COMMA, 10_324);
        TestTenant tab = run("shipped-scms-two", "usaid/scms-deliveries", TAB_AND_CR, 10_324);

        Map<String, KpiValue> kpis = kpis(comma);
        KpiValue byLine = kpis.get("on-time-line");
        assertThat(byLine.n()).isEqualTo(10_324);
        assertThat(byLine.excluded()).isEmpty();
        assertThat(members(byLine)).isEqualTo(9_138);
        assertThat(byLine.evidence().sample())
                .isNotEmpty()
                .allSatisfy(cited -> assertThat(cited.key()).matches("(?i)id [0-9]+"));
        assertThat(byLine.quarantined()).isEqualTo(new QuarantinedRows(0, 10_324));
        KpiValue byOrder = kpis.get("on-time-order");
        assertThat(byOrder.n()).isEqualTo(6_233);
        assertThat(byOrder.excluded()).isEmpty();
        assertThat(members(byOrder)).isEqualTo(5_549);
        // Three milestones of a line in an order that cannot be; no line is open, for all were delivered.
        KpiValue cycle = kpis.get("cycle-time");
        assertThat(List.of(cycle.n(), cycle.open())).containsExactly(10_302L, 0L);
        assertThat(cycle.excluded()).containsExactly(new Excluded("impossible-order", 22));
        // From the order to the vendor, which lines from a warehouse have not, to the client: days counted elsewhere.
        KpiValue lead = kpis.get("cycle-time-to-first-delivery");
        assertThat(lead.n()).isEqualTo(4_587);
        assertThat(lead.excluded())
                .containsExactly(new Excluded("no-start", 5_732), new Excluded("negative-duration", 5));
        assertThat(hours(lead.value())).isEqualTo("2208.000000"); // 92 days
        assertThat(kpis.get("decision-latency").open()).isZero();
        assertThat(kpis.get("decision-latency").excluded())
                .containsExactly(
                        new Excluded("no-start", 2_681),
                        new Excluded("negative-duration", 5),
                        new Excluded("ended-otherwise", 3_801));
        assertThat(comma.document(Documents.QUALITY).order())
                .extracting(QualityDocument.OrderCheck::later, QualityDocument.OrderCheck::n)
                .contains(tuple("Send purchase order", 5L), tuple("Deliver to client", 5L));
        assertThat(kpis.get("otif-line").reason()).isEqualTo("The extract has no delivered quantity.");
        assertThat(kpis.get("exception-mttr").reason()).isEqualTo("The extract has no exceptions.");
        // Citations name the file, and so does the digest over the cited rows.
        assertThat(kpis(tab).values())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("evidence.digest", "evidence.sample")
                .containsExactlyElementsOf(kpis.values());
        recomputes(comma);
        recomputes(tab);
    }

    @Test
    void run_bpic2012_decisionLatencyIsThePublishedOne() {
        TestTenant tenant = run(
                Platform.tenant("shipped-applications", "UTC").declaring(RealRules.APPLICATIONS),
                "bpi/applications",
                APPLICATIONS,
                262_200);

        LogFigures.assertMapPublished(tenant, LogFigures.expected(RealData.file(APPLICATIONS)));
        RealRules.assertApplications(tenant);
        KpiValue cycle = kpis(tenant).get("cycle-time");
        assertThat(List.of(cycle.n(), cycle.open())).containsExactly(12_688L, 399L);
        assertThat(hours(cycle.value())).isEqualTo("15.861024");
        assertThat(hours(cycle.companions().get(FigureName.MEAN))).isEqualTo("199.433516");
        ProcessEdges activities = activities(tenant);
        assertThat(List.of(activities.cases(), activities.events(), activities.variants()))
                .containsExactly(13_087L, 262_200L, 4_366L);
        assertThat(activities.process() + " of " + activities.caseNotion()).isEqualTo("applications of application");
        KpiValue latency = kpis(tenant).get("decision-latency");
        assertThat(latency.n()).isEqualTo(12_688);
        assertThat(latency.open()).isEqualTo(399);
        assertThat(latency.excluded()).isEmpty();
        assertThat(hours(latency.companions().get(FigureName.MEAN))).isEqualTo("199.088870");
        assertThat(hours(latency.value())).isEqualTo("15.860273");
        recomputes(tenant);
        assertWorkAndWaiting(tenant);
        assertOpenApplications(AgeingFigures.of(tenant));
    }

    /** Counted outside the project, case by case: held-out weeks bear the risks out. */
    private static void assertOpenApplications(ProcessAgeing ageing) {
        assertThat(ageing.target()).isEqualTo(new ProcessAgeing.Target(2_632_029_423_600L, 12_688));
        assertThat(AgeingFigures.classes(ageing)).containsExactly("14: 333 0", "30: 66 56");
        assertThat(AgeingFigures.cases(ageing.oldest()))
                .containsExactly(
                        "197219 2012-01-02 6255080755999 W_Nabellen incomplete dossiers 2012-03-09 true",
                        "197437 2012-01-03 6187562009999 W_Nabellen offertes 2012-03-10 true",
                        "198017 2012-01-04 6071295905999 W_Nabellen offertes 2012-03-07 true");
        assertThat(AgeingFigures.cases(ageing.atRisk()))
                .containsExactly(
                        "208835 2012-02-13 2631187001999 W_Completeren aanvraag 2012-03-14 false 1325 of 1331 0.991307"
                                + " 0.997667",
                        "208856 2012-02-13 2629639519999 W_Nabellen offertes 2012-03-09 false 1325 of 1340 0.982997"
                                + " 0.992645",
                        "208859 2012-02-13 2629627931999 W_Nabellen offertes 2012-03-09 false 1325 of 1340 0.982997"
                                + " 0.992645");
        HeldOutCoverage heldOut = ageing.heldOut();
        assertThat(List.of((long) heldOut.weeks(), (long) heldOut.groups(), heldOut.cases()))
                .containsExactly(19L, 80L, 2_339L);
        assertThat(heldOut.covered()).isCloseTo(new BigDecimal("71.622048"), within(new BigDecimal("0.0001")));
        assertThat(heldOut.holds()).isTrue();
        assertThat(ageing.withheld()).isNull();
    }

    /** Paired outside the project: by activity, first in first out, completions ending the oldest started instance. */
    private static void assertWorkAndWaiting(TestTenant tenant) {
        ProcessEdges view = WorkFigures.view(tenant);
        assertThat(WorkFigures.sums(view))
                .containsExactly(
                        13_087L,
                        164_506L,
                        138L,
                        4_336L,
                        21_303L,
                        71_373L,
                        51_687_038_636_000L,
                        0L,
                        51_687_035_245_000L,
                        9_686_930_600_313_000L);
        assertThat(WorkFigures.activities(view))
                .contains(
                        "W_Completeren aanvraag: 23967 23512 14407700744000 160412500 801309900",
                        "W_Nabellen offertes: 22976 22405 12519925889000 101102000 369564400",
                        "A_SUBMITTED: 13087",
                        "W_Nabellen incomplete dossiers: 11407 11400 8700511348000 126537000 854519000",
                        "W_Valideren aanvraag: 7895 7889 9913570707000 722252000 2198764000",
                        "W_Afhandelen leads: 5898 5897 5995099637000 114568000 507152000",
                        "W_Beoordelen fraude: 270 270 150230311000 8903000 60223400");
        assertThat(WorkFigures.edges(view, 4))
                .containsExactly(
                        "W_Nabellen offertes -> W_Nabellen offertes: 13521 3633928569916000, 13020 3348437818446000",
                        "A_SUBMITTED -> A_PARTLYSUBMITTED: 13087 7612351000",
                        "W_Completeren aanvraag -> W_Completeren aanvraag: 12619 1543960515959000, 12201"
                                + " 1138395900064000",
                        "W_Nabellen incomplete dossiers -> W_Nabellen incomplete dossiers: 8620 517512491123000, 8614"
                                + " 510954066719000");
        assertThat(WorkFigures.checks(tenant))
                .containsExactly(
                        "instances-never-begun 0 of 164580",
                        "instances-open 74 of 164580",
                        "instances-without-start 93133 of 164506",
                        "transitions-without-instance 0 of 262200");
        assertThat(tenant.document(Documents.BOTTLENECKS).bottlenecks().stream()
                        .limit(5)
                        .map(ShippedConnectorsTest::line))
                .containsExactly(
                        "W_Nabellen offertes -> W_Nabellen offertes: waiting 13020 501 3271198671896000 7560690000",
                        "W_Completeren aanvraag -> W_Completeren aanvraag: waiting 12201 418 1107067310030000"
                                + " 3160896000",
                        "W_Completeren aanvraag -> W_Nabellen offertes: waiting 3549 5 946752159485000 21105000",
                        "W_Nabellen offertes -> O_SENT_BACK: inter-completion 2693 null 620122335851000 90746591000",
                        "W_Nabellen incomplete dossiers -> W_Nabellen incomplete dossiers: waiting 8614 6"
                                + " 501725154317000 1312903250");
        List<Finding> findings =
                tenant.document(Documents.FINDINGS).withMembers().toList();
        assertThat(findings).extracting(Finding::kind).contains(FindingKind.BOTTLENECK);
        assertThat(findings)
                .allSatisfy(finding -> assertThat(tenant.<FigureCheck>published(published -> FigureCheck.of(
                                        finding,
                                        published.stream(finding.evidence().document())))
                                .matches())
                        .as(finding.id())
                        .isTrue());
    }

    @Test
    void run_bpic2013Incidents_cycleTimeAndTimeToResolveAreThePublishedOnes() {
        TestTenant tenant = run(
                Platform.tenant("shipped-incidents", "UTC").declaring(RealRules.INCIDENTS),
                "bpi/incidents",
                INCIDENTS,
                65_533);

        LogFigures.assertMapPublished(tenant, LogFigures.expected(RealData.file(INCIDENTS)));
        RealRules.assertIncidents(tenant);
        ProcessEdges activities = activities(tenant);
        assertThat(List.of(activities.cases(), activities.events(), activities.variants()))
                .containsExactly(7_554L, 65_533L, 1_511L);
        KpiValue cycle = kpis(tenant).get("cycle-time");
        assertThat(List.of(cycle.n(), cycle.open())).containsExactly(7_546L, 8L);
        assertThat(hours(cycle.companions().get(FigureName.MEAN))).isEqualTo("290.062684");
        assertThat(hours(cycle.value())).isEqualTo("181.189167");
        KpiValue resolved = kpis(tenant).get("exception-mttr");
        assertThat(resolved.n()).isEqualTo(5_663);
        assertThat(resolved.open()).isEqualTo(8);
        assertThat(resolved.excluded()).containsExactly(new Excluded("ended-otherwise", 1_883));
        assertThat(hours(resolved.companions().get(FigureName.MEAN))).isEqualTo("236.568888");
        assertThat(hours(resolved.value())).isEqualTo("50.675833");
        recomputes(tenant);
        // Counted outside the project. Seven days after the resolution an incident is closed by itself: what is
        // faster is unusual there; of the passages from Queued to itself half are alike, and tell no distance.
        assertThat(UnusualFigures.lines(tenant))
                .containsExactly(
                        "Accepted -> Queued: 9498 205000000 85 0, 27107088000000 84 85, 24961317000000 65 66,"
                                + " 23686461000000 342 343",
                        "Completed -> Completed: 5741 636162000000 7 2058, 2637557000000 6111 6112, 2290897000000 7231"
                                + " 7232, 2242323000000 9712 9713",
                        "Queued -> Completed: 38 30356000000 2 0, 2773153000000 9531 9532, 2772300000000 9537 9538");
        assertThat(UnusualFigures.slowBeginsWithin(tenant, 0, 707_290_000_000L, 717_467_000_000L))
                .isTrue();
        assertThat(UnusualFigures.slowBeginsWithin(tenant, 1, 691_553_000_000L, 832_859_000_000L))
                .isTrue();
        // The log gathers speed in its last weeks, so that what was foreseen for them did not come true.
        ProcessAgeing ageing = AgeingFigures.of(tenant);
        assertThat(AgeingFigures.classes(ageing)).containsExactly("14: 8 6");
        assertThat(AgeingFigures.cases(ageing.oldest()))
                .containsExactly(
                        "1-739197171 2012-05-03 1703614999999 Accepted 2012-05-14 true",
                        "1-740358991 2012-05-04 1614859999999 Accepted 2012-05-11 true",
                        "1-740364822 2012-05-04 1610949999999 Accepted 2012-05-08 true");
        assertThat(ageing.withheld())
                .isEqualTo("What was foreseen for earlier weeks did not come true often enough: of 33 intervals of 90 %"
                        + " 22.3 held, so that the past does not tell of these cases.");
        assertThat(ageing.atRisk()).isEmpty();
    }

    /** Measure, occurrences, those left out, recoverable time and target. */
    private static String line(Bottleneck bottleneck) {
        return bottleneck.from() + " -> " + bottleneck.to() + ": "
                + bottleneck.measure().symbol() + " " + bottleneck.n() + " " + bottleneck.nWithoutStart() + " "
                + bottleneck.recoverableUs() + " " + bottleneck.targetUs();
    }

    /** Publishes a file whose every row is admitted. */
    private static TestTenant run(String name, String connector, String file, long rows) {
        return run(Platform.tenant(name, "UTC"), connector, file, rows);
    }

    private static TestTenant run(TestTenant added, String connector, String file, long rows) {
        TestTenant tenant = added.with("public", connector, RealData.file(file), "UTC", Map.of());
        RunOutcome outcome = tenant.run();
        assertThat(outcome.state()).isEqualTo(RunOutcome.State.PUBLISHED);
        assertThat(List.of(outcome.read(), outcome.admitted(), outcome.quarantined(), outcome.duplicate()))
                .containsExactly(rows, rows, 0L, 0L);
        return tenant;
    }

    private static Map<String, KpiValue> kpis(TestTenant tenant) {
        Map<String, KpiValue> byDefinition = new TreeMap<>();
        tenant.document(Documents.KPIS)
                .kpis()
                .forEach(kpi -> byDefinition.put(kpi.definition().id(), kpi));
        return byDefinition;
    }

    private static ProcessEdges activities(TestTenant tenant) {
        return tenant.document(Documents.EDGES).processes().get(0);
    }

    /** Every published figure follows from the rows it cites. */
    private static void recomputes(TestTenant tenant) {
        List<KpiValue> measured =
                kpis(tenant).values().stream().filter(KpiValue::measured).toList();
        assertThat(measured).isNotEmpty();
        measured.forEach(kpi -> assertThat(tenant.<FigureCheck>published(published -> FigureCheck.of(
                                kpi, published.stream(kpi.evidence().document())))
                        .matches())
                .as(kpi.id())
                .isTrue());
    }

    /** How many members of a share's population have the property; the share's six digits leave no other count. */
    private static long members(KpiValue share) {
        return share.value()
                .multiply(BigDecimal.valueOf(share.n()))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private static String hours(BigDecimal us) {
        return us.divide(US_PER_HOUR, 6, RoundingMode.HALF_EVEN).toPlainString();
    }
}
