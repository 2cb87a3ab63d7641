package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.CanonicalJson;
import com.opsatc.contract.Documents;
import com.opsatc.contract.Sha256;
import com.opsatc.contract.TenantId;
import com.opsatc.jobs.cli.view.DocumentView;
import com.opsatc.jobs.cli.view.Views;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(TestHome.Extension.class)
class ReadersTest {
    private static final TenantId TENANT = new TenantId("readers");
    private static final Map<String, byte[]> PUBLISHED = new SamplePublication(TENANT).documents();

    @TempDir
    private Path folder;

    private final TestHome home;

    ReadersTest(TestHome home) {
        this.home = home;
    }

    @BeforeAll
    static void publish(TestHome home) {
        Publisher.publish(home, TENANT, PUBLISHED);
    }

    private CommandRun run(String... arguments) {
        return home.start().run(arguments);
    }

    private CommandRun read(String verb, String... more) {
        String[] all = new String[more.length + 3];
        all[0] = verb;
        all[1] = "--tenant";
        all[2] = TENANT.value();
        System.arraycopy(more, 0, all, 3, more.length);

        return run(all);
    }

    private List<String> exports() throws IOException {
        Path log = home.home().resolve("logs/exports.log");

        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    @Test
    void read_json_isThePublishedDocumentAlone() {
        for (DocumentView<?> view : Views.ALL) {
            assertThat(read(view.verb(), "--output", "json"))
                    .isEqualTo(new CommandRun(
                            0, new String(PUBLISHED.get(view.document()), StandardCharsets.UTF_8) + "\n", ""));
        }
        assertThat(read("context", "--output", "json").out())
                .isEqualTo(new String(PUBLISHED.get(Documents.CONTEXT), StandardCharsets.UTF_8) + "\n");
    }

    @Test
    void kpis_text_showsFiguresUnitsAndWhatIsNotMeasured() {
        assertThat(read("kpis").out().lines())
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
        assertThat(read("kpis", "--output", "csv").out())
                .contains("Cycle time,7200000000,us,3600000000,21600000000,3,1,2,low-n,\n");
    }

    @Test
    void everyReader_text_showsHostileNamesHarmless() {
        for (DocumentView<?> view : Views.ALL) {
            CommandRun run = read(view.verb());

            assertThat(run.code()).isZero();
            assertThat(run.out()).as(view.verb()).doesNotContain("\u001b").startsWith("readers · as of ");
        }
        assertThat(read("edges").out()).contains("=cmd|'/c calc'!A1\\u1b[2J");
    }

    @Test
    void edges_csv_isExactDisarmedAndRecorded() throws IOException {
        int before = exports().size();

        CommandRun run = read("edges", "--output", "csv");

        assertThat(run.out())
                .isEqualTo("process,view,from,to,n,cases,sum_us,mean_us,p50_us,p90_us,overlap_n,ties\n"
                        + "order-to-cash,activity,Create,'" + SamplePublication.HOSTILE
                        + ",3,3,32400000000,10800000000,7200000000,18000000000,0,0\n");
        assertThat(exports()).hasSize(before + 1);
        assertThat(exports().get(before))
                .isEqualTo("2026-03-04T05:06:07Z table-export readers edges.json "
                        + Sha256.of(PUBLISHED.get(Documents.EDGES)) + " csv");
        assertThat(Files.getPosixFilePermissions(home.home().resolve("logs/exports.log")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void findings_text_fillsSubjectsInOnce() {
        assertThat(read("findings", "--output", "csv").out())
                .contains("The step from '{subject.2}' to '" + SamplePublication.HOSTILE + "' holds");
    }

    @Test
    void variants_share_isOfAllCases() {
        assertThat(read("variants", "--output", "csv").out()).contains(",2,0.666667,14400000000,2,Create → Ship\n");
    }

    @Test
    void quality_text_hasEveryPart() {
        assertThat(read("quality").out())
                .contains("\nFiles\n", "\nQuarantine\n", "\nRules\n", "\nEvent log\n")
                .contains("type:at", "row 4", "passed", "IsComplete \"id\"", "ties");
    }

    @Test
    void context_text_showsSentencesAndLabels() {
        assertThat(read("context").out())
                .contains("    The median cycle time is 2 h.\n")
                .contains("  {L1} Create\n");
    }

    @Test
    void read_arrow_isAStream() {
        CommandRun run = read("bottlenecks", "--output", "arrow");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("recoverable_us", "finding_id");
    }

    @Test
    void report_out_writesThePublishedBytesAndRecordsIt() throws IOException {
        Path file = folder.resolve("report.html");

        CommandRun run = read("report", "--out", file.toString());

        assertThat(run).isEqualTo(new CommandRun(0, "", "Wrote " + file + "\n"));
        assertThat(file).hasBinaryContent(PUBLISHED.get(Documents.REPORT));
        assertThat(exports())
                .anyMatch(line -> line.contains(" report-file readers report.html ") && line.endsWith(" html"));
    }

    @Test
    void report_existingFile_isKeptUnlessForced() throws IOException {
        Path file = Files.writeString(folder.resolve("report.html"), "mine");

        assertThat(read("report", "--out", file.toString()))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "opsatc: Cannot write the report of tenant readers to " + file
                                + ": it exists; name another file, or add --force\n"));
        assertThat(file).hasContent("mine");
        assertThat(read("report", "--out", file.toString(), "--force").code()).isZero();
        assertThat(file).hasBinaryContent(PUBLISHED.get(Documents.REPORT));
    }

    @Test
    void report_unregisteredGate_isRefusedAndWritesNothing() throws IOException {
        Path root = Files.createDirectories(folder.resolve("root/conf"));
        Files.writeString(root.resolve("write-gates.yaml"), "gates: {table-export: x}\n");
        CommandRun.Start start =
                new CommandRun.Start(root.getParent(), folder, home.start().environment(), false);
        Path file = folder.resolve("report.html");

        assertThat(start.run("report", "--tenant", "readers", "--out", file.toString()))
                .isEqualTo(new CommandRun(
                        5,
                        "",
                        "opsatc: Cannot export report.html of tenant readers: the gate report-file is not registered in"
                                + " conf/write-gates.yaml\n"));
        assertThat(file).doesNotExist();
    }

    @Test
    void explain_finding_showsDefinitionCitationsAndTheRecomputedFigure() {
        CommandRun run = read("explain", SamplePublication.FINDING);

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("F-order-to-cash-001   bottleneck\n")
                .contains(
                        "The step from '{subject.2}' to '=cmd|'/c calc'!A1\\u1b[2J' holds the most recoverable time.\n")
                .contains("  Value         5 h   (exactly 18000000000 us)\n")
                .contains("  Formula       last minus first event\n")
                .contains("  Recomputed    18000000000   ✓ match\n")
                .containsPattern("sap +" + SamplePublication.FILE.hex().substring(0, 12) + " +=cmd.* +6\n");
    }

    @Test
    void explain_shown_isTheUseOfAFeature() throws IOException {
        Path spool = home.home().resolve("telemetry/otlp");
        List<Path> before = files(spool);
        read("explain", SamplePublication.FINDING);

        List<Path> told = new ArrayList<>(files(spool));
        told.removeAll(before);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).getFileName().toString())
                .startsWith("opsatc-cli-")
                .endsWith(".jsonl");
        assertThat(Files.readString(told.get(0)))
                .contains(
                        "\"eventName\":\"app.feature.used\"",
                        "{\"key\":\"app.feature.key\",\"value\":{\"stringValue\":\"explain\"}}",
                        "{\"key\":\"tenant.id\",\"value\":{\"stringValue\":\"" + TENANT.value() + "\"}}")
                .doesNotContain(SamplePublication.FINDING);

        read("explain", "F-unknown");
        assertThat(files(spool)).hasSize(before.size() + 1);
    }

    @ParameterizedTest
    @CsvSource({"findings,findings", "context,context", "kpis,", "edges,"})
    void read_featuresUnderEvaluation_tellThatTheyWereUsed(String verb, String feature) throws IOException {
        Path spool = home.home().resolve("telemetry/otlp");
        List<Path> before = files(spool);

        assertThat(read(verb).code()).isZero();

        List<Path> told = new ArrayList<>(files(spool));
        told.removeAll(before);
        assertThat(told).hasSize(feature == null ? 0 : 1);
        for (Path file : told) {
            assertThat(Files.readString(file))
                    .contains("{\"key\":\"app.feature.key\",\"value\":{\"stringValue\":\"" + feature + "\"}}");
        }
    }

    @Test
    void report_written_isTheUseOfAFeature(@TempDir Path folder) throws IOException {
        Path spool = home.home().resolve("telemetry/otlp");
        List<Path> before = files(spool);

        read("report", "--out", folder.resolve("report.html").toString());

        List<Path> told = new ArrayList<>(files(spool));
        told.removeAll(before);
        assertThat(told).hasSize(1);
        assertThat(Files.readString(told.get(0))).contains("\"stringValue\":\"report\"");
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }

        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void explain_figuresBesideTheClaim_haveTheUnitThatTheirNameSays() {
        assertThat(read("explain", SamplePublication.KPI).out())
                .contains("  mean          3 h\n  reopened_count 1,234\n  State         low-n\n");
        assertThat(read("explain", SamplePublication.FINDING).out())
                .contains("  cases         3\n  p50_us        2 h\n  share         38.0 %\n");
    }

    @Test
    void explain_notMeasuredKpi_saysWhy() {
        CommandRun run = read("explain", SamplePublication.UNMEASURED);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("  Not measured  the extract has no delivered quantity\n");
        assertThat(read("explain", SamplePublication.UNMEASURED, "--all").err())
                .isEqualTo(
                        "opsatc: Cannot list the rows of K-order-to-cash-otif-line: it is not measured, so it has none\n");
    }

    @Test
    void explain_json_isOneDocument() {
        CommandRun run = read("explain", SamplePublication.KPI, "--output", "json");

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

        assertThat(read("explain", SamplePublication.KPI, "--all", "--output", "csv")
                        .out())
                .isEqualTo("record,system,file,row,to_file,to_row,date,contribution\n"
                        + "'=o1,sap," + file + ",1," + file + ",2,2026-03-02,3600000000\n"
                        + "o2,sap," + file + ",3,,,2026-03-03,7200000000\n"
                        + "o3,sap," + file + ",5," + file + ",6,2026-03-04,21600000000\n");
        assertThat(read("explain", SamplePublication.KPI, "--all", "--output", "json")
                        .out()
                        .lines())
                .hasSize(3)
                .first()
                .isEqualTo("{\"contribution\":3600000000,\"date\":\"2026-03-02\",\"file\":\"" + file
                        + "\",\"record\":\"=o1\",\"row\":1,\"system\":\"sap\",\"to_file\":\"" + file
                        + "\",\"to_row\":2}");
        assertThat(read("explain", SamplePublication.KPI, "--all").out()).hasLineCount(4);
        assertThat(exports())
                .anyMatch(line ->
                        line.contains(" evidence-export readers evidence/" + SamplePublication.KPI + ".arrow "));
    }

    @Test
    void explain_mistypedId_namesTheNearest() {
        CommandRun run = read("explain", "F-order-to-cash-002");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("did you mean F-order-to-cash-001?");
    }

    @Test
    void verify_intactRun_passesAndSaysWhatItCovers() {
        CommandRun run = read("verify");

        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("✓ signature   1 of 1   ")
                .contains("✓ documents   11 of 11   ")
                .contains("✓ schemas     8 of 8   ")
                .contains("✓ counts      5 of 5   ")
                .contains("✓ KPIs        1 of 1   ")
                .contains("✓ findings    1 of 1   ")
                .contains("Not covered: ");
        assertThat(read("verify", "--output", "json").out()).hasLineCount(1);
    }

    @Test
    void read_tenantWithoutAHead_saysWhatToDo() {
        home.start().run("tenant", "add", "silent", "--connector", "generic/xes", "--source", folder.toString());

        assertThat(run("kpis", "--tenant", "silent"))
                .isEqualTo(
                        new CommandRun(
                                2,
                                "",
                                "opsatc: Cannot read tenant silent: it has published nothing yet; run opsatc run --tenant silent\n"));
    }

    @Test
    void runs_publishedRun_isListed() {
        assertThat(read("runs", "--output", "csv").out())
                .contains("2026-03-04T05:06:07Z,published,0123456789abcdef,2026-03-04,");
    }
}
