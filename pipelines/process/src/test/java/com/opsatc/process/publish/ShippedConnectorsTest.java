package com.opsatc.process.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.Documents;
import com.opsatc.contract.EdgesDocument;
import com.opsatc.contract.KpiValue;
import com.opsatc.contract.KpisDocument;
import com.opsatc.contract.ProcessEdges;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.evidence.FigureCheck;
import com.opsatc.process.publish.Platform.TestTenant;
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
        KpiValue byOrder = kpis.get("on-time-order");
        assertThat(byOrder.n()).isEqualTo(6_233);
        assertThat(byOrder.excluded()).isEmpty();
        assertThat(members(byOrder)).isEqualTo(5_549);
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
        TestTenant tenant = run("shipped-applications", "bpi/applications", APPLICATIONS, 262_200);

        LogFigures.assertPublished(tenant, LogFigures.expected(RealData.file(APPLICATIONS)));
        ProcessEdges activities = activities(tenant);
        assertThat(List.of(activities.cases(), activities.events(), activities.variants()))
                .containsExactly(13_087L, 262_200L, 4_366L);
        assertThat(activities.process() + " of " + activities.caseNotion()).isEqualTo("applications of application");
        KpiValue latency = kpis(tenant).get("decision-latency");
        assertThat(latency.n()).isEqualTo(12_688);
        assertThat(latency.open()).isEqualTo(399);
        assertThat(latency.excluded()).isEmpty();
        assertThat(hours(latency.companions().get("mean"))).isEqualTo("199.088870");
        assertThat(hours(latency.value())).isEqualTo("15.860273");
        recomputes(tenant);
    }

    @Test
    void run_bpic2013Incidents_cycleTimeAndTimeToResolveAreThePublishedOnes() {
        TestTenant tenant = run("shipped-incidents", "bpi/incidents", INCIDENTS, 65_533);

        LogFigures.assertPublished(tenant, LogFigures.expected(RealData.file(INCIDENTS)));
        ProcessEdges activities = activities(tenant);
        assertThat(List.of(activities.cases(), activities.events(), activities.variants()))
                .containsExactly(7_554L, 65_533L, 1_511L);
        KpiValue cycle = kpis(tenant).get("cycle-time");
        assertThat(cycle.n()).isEqualTo(7_554);
        assertThat(hours(cycle.companions().get("mean"))).isEqualTo("289.904264");
        assertThat(hours(cycle.value())).isEqualTo("181.179028");
        KpiValue resolved = kpis(tenant).get("exception-mttr");
        assertThat(resolved.n()).isEqualTo(5_663);
        assertThat(resolved.open()).isEqualTo(1_891);
        assertThat(hours(resolved.companions().get("mean"))).isEqualTo("236.568888");
        assertThat(hours(resolved.value())).isEqualTo("50.675833");
        recomputes(tenant);
    }

    /** Publishes a file whose every row is admitted. */
    private static TestTenant run(String name, String connector, String file, long rows) {
        TestTenant tenant =
                Platform.tenant(name, "UTC").with("public", connector, RealData.file(file), "UTC", Map.of());
        RunOutcome outcome = tenant.run();
        assertThat(outcome.state()).isEqualTo(RunOutcome.State.PUBLISHED);
        assertThat(List.of(outcome.read(), outcome.admitted(), outcome.quarantined(), outcome.duplicate()))
                .containsExactly(rows, rows, 0L, 0L);
        return tenant;
    }

    private static Map<String, KpiValue> kpis(TestTenant tenant) {
        Map<String, KpiValue> byDefinition = new TreeMap<>();
        tenant.document(Documents.KPIS, KpisDocument.class)
                .kpis()
                .forEach(kpi -> byDefinition.put(kpi.definition().id(), kpi));
        return byDefinition;
    }

    private static ProcessEdges activities(TestTenant tenant) {
        return tenant.document(Documents.EDGES, EdgesDocument.class).processes().get(0);
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
