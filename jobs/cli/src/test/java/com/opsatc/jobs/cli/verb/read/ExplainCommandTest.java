package com.opsatc.jobs.cli.verb.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.DefinitionSensitivity;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.cli.CommandRun;
import com.opsatc.jobs.cli.PublishedSample;
import com.opsatc.jobs.cli.Publisher;
import com.opsatc.jobs.cli.SamplePublication;
import com.opsatc.jobs.cli.TestHome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestHome.Extension.class)
class ExplainCommandTest {
    private final PublishedSample sample;

    private final TestHome home;

    ExplainCommandTest(TestHome home) {
        this.home = home;
        sample = PublishedSample.in(home);
    }

    @Test
    void explain_finding_showsDefinitionCitationsAndTheRecomputedFigure() {
        CommandRun run = sample.read("explain", SamplePublication.FINDING);

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("F-order-to-cash-001   bottleneck\n")
                .contains(
                        "2 steps took longer. The step from '{subject.2}' to '=cmd|'/c calc'!A1\\u001b[2J' holds the most recoverable time.\n")
                .contains("  Value         5 h   (exactly 18000000000 µs)\n")
                .contains("  Moved with it F-order-to-cash-001-2   The step from ")
                .contains("  Formula       last minus first event\n")
                .contains("  Recomputed    18000000000   ✓ match\n")
                .containsPattern(
                        "sap +" + SamplePublication.FILE.hex().substring(0, 12) + " +=cmd.* +1  =Order 1 / Line 10\n")
                .containsPattern("sap +" + SamplePublication.FILE.hex().substring(0, 12) + " +=cmd.* +6 *\n");
    }

    @Test
    void explain_memberOfAFinding_isExplainedLikeAnyOther() {
        CommandRun run = sample.read("explain", SamplePublication.MEMBER);

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("F-order-to-cash-001-2   bottleneck\nThe step from ")
                .contains("  Recomputed    18000000000   ✓ match\n")
                .doesNotContain("Moved with it");
    }

    @Test
    void explain_figuresBesideTheClaim_haveTheUnitThatTheirNameSays() {
        assertThat(sample.read("explain", SamplePublication.KPI).out())
                .contains(
                        "  mean          3 h\n  reopened count 1,234\n  Tolerance     1 days early, 0 days late\n  State         few members\n");
        assertThat(sample.read("explain", SamplePublication.KPI).out())
                .contains("  Quarantined   2 of 9 rows (22.2 %) of the streams it rests on\n");
        assertThat(sample.read("explain", SamplePublication.FINDING).out())
                .contains("  share of the time beyond targets 38.0 %\n  median        2 h\n  cases         3\n");
    }

    @Test
    void explain_figureOfSeveralDefinitions_saysHowFarItMoves() {
        TenantId tenant = new TenantId("sensitive");
        Map<String, byte[]> documents = new SamplePublication(tenant).documents();
        KpisDocument kpis = CanonicalJson.read(documents.get(Documents.KPIS.name()), KpisDocument.class);
        DefinitionSensitivity family = DefinitionSensitivity.of(
                "order-to-cash",
                "cycle-time",
                Unit.MICROSECONDS,
                List.of(
                        new DefinitionSensitivity.Variant(SamplePublication.KPI, BigDecimal.valueOf(7_200_000_000L)),
                        new DefinitionSensitivity.Variant("K-other", BigDecimal.valueOf(10_800_000_000L))));
        KpiValue other = KpiValueBuilder.builder(kpis.kpis().get(0))
                .id("K-other")
                .value(BigDecimal.valueOf(10_800_000_000L))
                .build();
        documents.put(
                Documents.KPIS.name(),
                CanonicalJson.write(new KpisDocument(
                        kpis.header(),
                        List.of(kpis.kpis().get(0), other, kpis.kpis().get(1)),
                        List.of(family),
                        List.of())));
        Publisher.publish(home, tenant, documents);

        assertThat(home.start()
                        .run("explain", SamplePublication.KPI, "--tenant", tenant.value())
                        .out())
                .contains("  By definition 2 definitions give 2 figures, from 2 h (");
        assertThat(sample.read("explain", SamplePublication.KPI).out()).doesNotContain("By definition");
    }

    @Test
    void explain_notMeasuredKpi_saysWhy() {
        CommandRun run = sample.read("explain", SamplePublication.UNMEASURED);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("  Not measured  the extract has no delivered quantity\n");
        assertThat(sample.read("explain", SamplePublication.UNMEASURED, "--all").err())
                .isEqualTo(
                        "opsatc: Cannot list the rows of K-order-to-cash-otif-line: it is not measured, so it has none\n");
    }

    @Test
    void explain_json_isOneDocument() {
        CommandRun run = sample.read("explain", SamplePublication.KPI, "--output", "json");

        assertThat(run.out()).hasLineCount(1);
        assertThat(CanonicalJson.tree(run.out().getBytes(StandardCharsets.UTF_8))
                        .get("check")
                        .get("recomputed")
                        .asText())
                .isEqualTo("7200000000");
    }

    @Test
    void explainAll_streamsEveryRowInEveryFormat() throws IOException {
        String file = SamplePublication.FILE.hex();

        assertThat(sample.read("explain", SamplePublication.KPI, "--all", "--output", "csv")
                        .out())
                .isEqualTo(
                        "record,system,file,row,key,to_file,to_row,to_key,date,contribution,weight,censored,more,more_keys,attributes\n"
                                + "'=o1,sap," + file + ",1,'=Order 1 / Line 10," + file
                                + ",2,Delivery 80,2026-03-02,3600000000,1,false,,,\n"
                                + "o2,sap," + file + ",3,,,,,2026-03-03,7200000000,1,false,,,\n"
                                + "o3,sap," + file + ",5,," + file + ",6,,2026-03-04,21600000000,1,false,,,\n"
                                + "o7,sap," + file + ",7,,,,,2026-03-04,3600000000,1,true,,,\n"
                                + "o8,sap," + file + ",8,,,,,2026-03-04,3600000000,1,true,,,\n");
        assertThat(sample.read("explain", SamplePublication.KPI, "--all", "--output", "json")
                        .out()
                        .lines())
                .hasSize(5)
                .first()
                .isEqualTo("{\"censored\":false,\"contribution\":3600000000,\"date\":\"2026-03-02\",\"file\":\"" + file
                        + "\",\"key\":\"=Order 1 / Line 10\",\"more\":[],\"record\":\"=o1\",\"row\":1,\"system\":\"sap\",\"to_file\":\""
                        + file
                        + "\",\"to_key\":\"Delivery 80\",\"to_row\":2,\"weight\":1}");
        assertThat(sample.read("explain", SamplePublication.KPI, "--all").out()).hasLineCount(6);
        assertThat(sample.exports())
                .anyMatch(line ->
                        line.contains(" evidence-export readers evidence/" + SamplePublication.KPI + ".arrow "));
    }

    @Test
    void explain_mistypedId_namesTheNearest() {
        CommandRun run = sample.read("explain", "F-order-to-cash-002");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("did you mean F-order-to-cash-001 or F-order-to-cash-001-2?");
    }
}
