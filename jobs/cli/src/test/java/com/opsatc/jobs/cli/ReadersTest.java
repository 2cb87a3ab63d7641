package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.Documents;
import com.opsatc.contract.Sha256;
import com.opsatc.jobs.cli.view.DocumentView;
import com.opsatc.jobs.cli.view.Views;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
            assertThat(sample.read(view.verb(), "--output", "json"))
                    .isEqualTo(new CommandRun(
                            0,
                            new String(PublishedSample.DOCUMENTS.get(view.document()), StandardCharsets.UTF_8) + "\n",
                            ""));
        }
        assertThat(sample.read("context", "--output", "json").out())
                .isEqualTo(new String(PublishedSample.DOCUMENTS.get(Documents.CONTEXT), StandardCharsets.UTF_8) + "\n");
    }

    @Test
    void kpis_text_showsFiguresUnitsAndWhatIsNotMeasured() {
        assertThat(sample.read("kpis").out().lines())
                .containsExactly(
                        "readers · as of 2026-03-04 · UTC · run 0123456789abcdef",
                        "",
                        "id                          KPI                 value  low  high  n  excluded  open"
                                + "  state         why",
                        "K-order-to-cash-cycle-time  Cycle time            2 h  1 h   6 h  3         1     2"
                                + "  low-n",
                        "K-order-to-cash-otif-line   Title of otif-line                    0         0     0"
                                + "  not-measured  the extract has no delivered quantity");
    }

    @Test
    void kpis_csv_statesTheUnit() {
        assertThat(sample.read("kpis", "--output", "csv").out())
                .contains("Cycle time,7200000000,us,3600000000,21600000000,3,1,2,low-n,\n");
    }

    @Test
    void everyReader_text_showsHostileNamesHarmless() {
        for (DocumentView<?> view : Views.ALL) {
            CommandRun run = sample.read(view.verb());

            assertThat(run.code()).isZero();
            assertThat(run.out()).as(view.verb()).doesNotContain("\u001b").startsWith("readers · as of ");
        }
        assertThat(sample.read("edges").out()).contains("=cmd|'/c calc'!A1\\u1b[2J");
    }

    @Test
    void edges_csv_isExactDisarmedAndRecorded() throws IOException {
        int before = sample.exports().size();

        CommandRun run = sample.read("edges", "--output", "csv");

        assertThat(run.out())
                .isEqualTo("process,view,from,to,n,cases,sum_us,mean_us,p50_us,p90_us,overlap_n,ties,waiting_n,"
                        + "waiting_sum_us,waiting_mean_us,waiting_p50_us,waiting_p90_us\n"
                        + "order-to-cash,activity,Create,'" + SamplePublication.HOSTILE
                        + ",3,3,32400000000,10800000000,7200000000,18000000000,0,0,,,,,\n");
        assertThat(sample.exports()).hasSize(before + 1);
        assertThat(sample.exports().get(before))
                .isEqualTo("2026-03-04T05:06:07Z table-export readers edges.json "
                        + Sha256.of(PublishedSample.DOCUMENTS.get(Documents.EDGES)) + " csv");
        assertThat(Files.getPosixFilePermissions(home.home().resolve("logs/exports.log")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void findings_text_fillsSubjectsInOnce() {
        assertThat(sample.read("findings", "--output", "csv").out())
                .contains("The step from '{subject.2}' to '" + SamplePublication.HOSTILE + "' holds");
    }

    @Test
    void variants_share_isOfAllCases() {
        assertThat(sample.read("variants", "--output", "csv").out())
                .contains(",2,0.666667,14400000000,2,Create → Ship\n");
    }

    @Test
    void quality_text_hasEveryPart() {
        assertThat(sample.read("quality").out())
                .contains(
                        "\nFiles\n",
                        "\nQuarantine\n",
                        "\nRules\n",
                        "\nEvent log\n",
                        "\nMappings\n",
                        "9 no-case",
                        "lines 0 of 4",
                        "\nOrder\n")
                .contains("type:at", "row 4", "passed", "IsComplete \"id\"", "ties");
    }

    @Test
    void context_text_showsSentencesAndLabels() {
        assertThat(sample.read("context").out())
                .contains("    The median cycle time is 2 h.\n")
                .contains("  {L1} Create\n");
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
                .contains("✓ documents   11 of 11   ")
                .contains("✓ schemas     8 of 8   ")
                .contains("✓ counts      5 of 5   ")
                .contains("✓ KPIs        1 of 1   ")
                .contains("✓ findings    1 of 1   ")
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
                        "opsatc: Cannot read tenant silent: it has published nothing yet; run opsatc run"
                                + " --tenant silent\n"));
    }

    @Test
    void runs_publishedRun_isListed() {
        assertThat(sample.read("runs", "--output", "csv").out())
                .contains("2026-03-04T05:06:07Z,published,0123456789abcdef,2026-03-04,");
    }
}
