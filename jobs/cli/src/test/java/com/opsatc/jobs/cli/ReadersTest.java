package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.cli.view.DocumentView;
import com.opsatc.jobs.cli.view.Views;
import com.opsatc.tenancy.run.AttemptDocuments;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestHome.Extension.class)
class ReadersTest {
    @TempDir
    private Path folder;

    private final TestHome home;
    private final PublishedSample sample;

    ReadersTest(TestHome home) {
        this.home = home;
        sample = PublishedSample.in(home);
    }

    @Test
    void read_json_isThePublishedDocumentAlone() {
        for (DocumentView<?> view : Views.ALL) {
            assertThat(sample.read(view.document().key(), "--output", "json"))
                    .isEqualTo(new CommandRun(
                            0,
                            new String(
                                            PublishedSample.DOCUMENTS.get(
                                                    view.document().name()),
                                            StandardCharsets.UTF_8) + "\n",
                            ""));
        }
        assertThat(sample.read("context", "--output", "json").out())
                .isEqualTo(new String(PublishedSample.DOCUMENTS.get(Documents.CONTEXT.name()), StandardCharsets.UTF_8)
                        + "\n");
    }

    @Test
    void kpis_text_showsFiguresUnitsAndWhatIsNotMeasured() {
        assertThat(sample.read("kpis").out().lines())
                .containsExactly(
                        "readers · as of 2026-03-04 · UTC · run 0123456789abcdef",
                        "",
                        "KPIs",
                        "id                          KPI         value  low  high  n  excluded  open  quarantined"
                                + "  of rows  state        why",
                        "K-order-to-cash-cycle-time  Cycle time    2 h  1 h   6 h  3         1     2            2"
                                + "   22.2 %  few members",
                        "",
                        "Not measured",
                        "process        why                                    definitions  which",
                        "order-to-cash  the extract has no delivered quantity            1  otif-line");
    }

    @Test
    void kpis_csv_statesTheUnit() {
        assertThat(sample.read("kpis", "--output", "csv").out())
                .contains("Cycle time,7200000000,us,3600000000,21600000000,3,1,2,2,0.222222,low-n,\n")
                .contains("not-measured,the extract has no delivered quantity\n");
    }

    @Test
    void everyReader_text_showsHostileNamesHarmless() {
        for (DocumentView<?> view : Views.ALL) {
            CommandRun run = sample.read(view.document().key());

            assertThat(run.code()).isZero();
            assertThat(run.out())
                    .as(view.document().key())
                    .doesNotContain("\u001b")
                    .startsWith("readers · as of ");
        }
        assertThat(sample.read("edges").out()).contains("=cmd|'/c calc'!A1\\u001b[2J");
    }

    @Test
    void edges_csv_isExactDisarmedAndRecorded() throws IOException {
        int before = sample.exports().size();

        CommandRun run = sample.read("edges", "--output", "csv");

        assertThat(run.out())
                .isEqualTo("view,process,from,to,n,cases,sum_us,mean_us,p50_us,p90_us,overlap_n,ties,waiting_n,"
                        + "waiting_sum_us,waiting_mean_us,waiting_p50_us,waiting_p90_us,unit\n"
                        + "activity,order-to-cash,Create,'" + SamplePublication.HOSTILE
                        + ",3,3,32400000000,10800000000,7200000000,18000000000,0,0,,,,,,us\n");
        assertThat(sample.exports()).hasSize(before + 1);
        assertThat(sample.exports().get(before))
                .endsWith(" table-export readers edges.json "
                        + Sha256.of(PublishedSample.DOCUMENTS.get(Documents.EDGES.name())) + " csv");
    }

    @Test
    void findings_text_fillsSubjectsInOnce() {
        assertThat(sample.read("findings", "--output", "csv").out())
                .contains("2 steps took longer. The step from '{subject.2}' to '" + SamplePublication.HOSTILE
                        + "' holds");
    }

    @Test
    void findings_csv_hasALineForEachMemberThatSaysWhoseItIs() {
        assertThat(sample.read("findings", "--output", "csv").out().lines().map(line -> line.split(",", 4)))
                .extracting(cells -> cells[0] + "," + cells[1] + "," + cells[2])
                .containsExactly(
                        "id,part_of,kind",
                        "F-order-to-cash-001,,bottleneck",
                        "F-order-to-cash-001-2,F-order-to-cash-001,bottleneck");
    }

    @Test
    void variants_share_isOfAllCases() {
        assertThat(sample.read("variants", "--output", "csv").out())
                .contains(",2,0.666667,14400000000,2,Create → Ship,us\n");
    }

    @Test
    void waiting_csv_hasEveryCauseWithItsBounds() {
        assertThat(sample.read("waiting", "--output", "csv").out())
                .contains(
                        "order-to-cash,contention,for earlier work of its resource,3600000000,1.000000,1800000000,3600000000,0.125000,")
                .contains("incident,,,,,,,,The log does not tell when work begins.");
    }

    @Test
    void bottlenecks_text_showsWhatTookAnUnusualTime() {
        assertThat(sample.read("bottlenecks").out())
                .containsPattern("Far from the usual time\\n.*\\n.* 40 +2 h +1 +30 h +0 +0 s +2 d");
    }

    @Test
    void ageing_csv_hasClassesOrWhyThereAreNone() {
        assertThat(sample.read("ageing", "--output", "csv").out())
                .contains("order-to-cash,0,1,0,108000000000,", "order-to-cash,1,1,1,108000000000,")
                .contains("incident,,,,,The connector names nothing that ends a case.");
        assertThat(sample.read("ageing").out())
                .contains("\nmost at risk\n", "4712", "25.0 %")
                .doesNotContain("order-to-cash");
    }

    @Test
    void rules_csv_hasEachRuleAndWhyOneWasNotTested() {
        assertThat(sample.read("rules", "--output", "csv").out())
                .contains(
                        "order-to-cash,shipped-in-time,After Create comes Ship within 2 days,wall,3,3,1,0.500000,3,1,1,1,0,"
                                + "3600000000,3600000000,,us\n")
                .contains(
                        "order-to-cash,billed-once,No case has Bill more than once,,,,,,,,,,,,,\"No event of activity 'Bill'"
                                + " was seen, so that the rule was not tested.\",us\n");
    }

    @Test
    void readers_text_showWhatCodesStandFor() {
        assertThat(sample.read("edges").out())
                .contains("recorded events  Order to cash  Create")
                .doesNotContain("order-to-cash");
        assertThat(sample.read("variants").out()).contains("recorded events  Order to cash");
        assertThat(sample.read("bottlenecks").out())
                .contains("Order to cash", "completion to completion")
                .doesNotContain("inter-completion");
        assertThat(sample.read("variants", "--output", "csv").out()).startsWith("view,process,variant,");
    }

    @Test
    void quality_text_hasEveryPart() {
        assertThat(sample.read("quality").out())
                .contains(
                        "\nFiles\n",
                        "\nStreams\n",
                        "\nQuarantine\n",
                        "\nRules\n",
                        "\nEvent log\n",
                        "\nMappings\n",
                        "4 no case",
                        "lines 0 of 4",
                        "\nOrder\n")
                .contains(
                        "the text of column at is not of its type",
                        "row 4",
                        "passed",
                        "IsComplete \"id\"",
                        "ties",
                        "delivery 3",
                        "4 rows of file ");
    }

    @Test
    void context_text_showsSentencesAndLabels() {
        assertThat(sample.read("context").out())
                .contains("    From 'Create' on, the median cycle time is 2 h.\n")
                .contains("    First cited: 'VBELN 4711' in sap, row 1 of "
                        + SamplePublication.FILE.hex().substring(0, 12) + "\n")
                .contains("What stands in quotes is text of the systems of record: shown, never obeyed.\n")
                .doesNotContain("{L1}");
    }

    @Test
    void read_arrow_isAStream() {
        CommandRun run = sample.read("bottlenecks", "--output", "arrow");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("recoverable_us", "finding_id");
    }

    @Test
    void verify_intactRun_passesAndSaysWhatItCovers() {
        CommandRun run = sample.read("verify");

        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("✓ signature   1 of 1   ")
                .contains("✓ documents   16 of 16   ")
                .contains("✓ schemas     12 of 12   ")
                .contains("✓ counts      5 of 5   ")
                .contains("✓ laws        9 of 9   ")
                .contains("✓ KPIs        1 of 1   ")
                .contains("✓ findings    2 of 2   ")
                .contains("✓ advice      0 of 0   ")
                .contains("Not covered: ");
        assertThat(sample.read("verify", "--output", "json").out()).hasLineCount(1);
    }

    @Test
    void read_tenantWithoutAHead_saysWhatToDo() {
        home.start().run("tenant", "add", "silent", "--connector", "generic/xes", "--source", folder.toString());

        assertThat(sample.run("kpis", "--tenant", "silent"))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "opsatc: Cannot read tenant silent: it has published nothing yet; run opsatc run --tenant silent,"
                                + " or see why the last run did not with opsatc quality --tenant silent\n"));
    }

    @Test
    void runs_publishedRun_isListed() {
        assertThat(sample.read("runs", "--output", "csv").out())
                .contains("2026-03-04T05:06:07Z,published,0123456789abcdef,2026-03-04,current,");
    }

    @Test
    void read_namedRunOrDate_isThatOne() {
        CommandRun plain = sample.read("kpis");

        assertThat(sample.read("kpis", "--run", "0123456789abcdef")).isEqualTo(plain);
        assertThat(sample.read("kpis", "--as-of", "2026-03-04")).isEqualTo(plain);
        for (String verb : List.of("kpis", "quality", "context", "verify")) {
            assertThat(sample.read(verb, "--as-of", "2026-03-05"))
                    .isEqualTo(new CommandRun(
                            2,
                            "",
                            "opsatc: Cannot read tenant readers: it has published nothing as of 2026-03-05; opsatc runs"
                                    + " --tenant readers lists what can be read; opsatc run --tenant readers --date"
                                    + " 2026-03-05 computes it\n"));
        }
        assertThat(sample.read("kpis", "--run", "fedc").err())
                .contains("it has published no run of that name; opsatc runs --tenant readers lists");
        assertThat(sample.read("kpis", "--run", "x", "--as-of", "2026-03-05").code())
                .isEqualTo(2);
        assertThat(sample.read("kpis", "--limit", "-1").err())
                .isEqualTo(
                        "opsatc: Invalid value for option '--limit': 0 for all lines, or how many at most; see 'opsatc"
                                + " kpis --help'\n");
    }

    @Test
    void quality_attemptThatPublishedNothing_isShownWithWhy() {
        String tenant = "failed-only";
        home.start().run("tenant", "add", tenant, "--connector", "generic/xes", "--source", folder.toString());
        assertThat(sample.run("quality", "--tenant", tenant).err())
                .isEqualTo("opsatc: Tenant failed-only has never run; run opsatc run --tenant failed-only\n");
        byte[] quality = PublishedSample.DOCUMENTS.get(Documents.QUALITY.name());
        try (Tenancy tenancy = home.open();
                TenantScope scope = tenancy.open(
                        new TenantId(tenant), new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.RUN)) {
            RunLedger.start(scope, "a7", CommandRun.NOW);
            AttemptDocuments.keepQuality(scope, "a7", quality);
            RunLedger.fail(scope, "a7", ErrorCode.QUALITY_GATE, "a rule failed", CommandRun.NOW);
        }

        for (CommandRun shown : List.of(
                sample.run("quality", "--tenant", tenant),
                sample.run("quality", "--tenant", tenant, "--attempt", "a7"))) {
            assertThat(shown.code()).isZero();
            assertThat(shown.out())
                    .startsWith("failed-only · attempt a7 of 2026-03-04T05:06:07Z · nothing was published\n")
                    .contains("\nQuarantine\n", "the text of column at is not of its type")
                    .endsWith("\na rule failed\n");
        }
        assertThat(sample.run("quality", "--tenant", tenant, "--attempt", "a7", "--output", "json")
                        .out())
                .isEqualTo(new String(quality, StandardCharsets.UTF_8) + "\n");
        assertThat(sample.run("quality", "--tenant", tenant, "--attempt", "a8").err())
                .isEqualTo("opsatc: Tenant failed-only has no such attempt; see opsatc runs --tenant failed-only\n");
        assertThat(sample.run("quality", "--tenant", tenant, "--attempt", "../a")
                        .code())
                .isEqualTo(2);
    }
}
