package com.opsatc.jobs.cli.verb.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.opsatc.contract.document.ExportManifest;
import com.opsatc.contract.document.ExportManifest.ExportedFile;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.ContractSchemas;
import com.opsatc.jobs.cli.CommandRun;
import com.opsatc.jobs.cli.PublishedSample;
import com.opsatc.jobs.cli.SamplePublication;
import com.opsatc.jobs.cli.TestHome;
import com.opsatc.jobs.cli.export.ExportFormat;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(TestHome.Extension.class)
class ExportCommandTest {
    private static final List<String> EVIDENCE = List.of(
            "evidence/F-order-to-cash-001", "evidence/F-order-to-cash-001-2", "evidence/K-order-to-cash-cycle-time");
    private static final List<String> TABLES = List.of(
            "kpis",
            "edges",
            "variants",
            "bottlenecks",
            "bottlenecks-unusual",
            "waiting",
            "waiting-transitions",
            "waiting-queues",
            "ageing",
            "ageing-oldest",
            "ageing-at-risk",
            "rules",
            "rules-breaches",
            "findings",
            "findings-not-supported",
            "recommendations",
            "recommendations-held-back",
            "recommendations-looked-at",
            "recommendations-worth",
            "recommendations-not-in-money",
            "recommendations-realised",
            "quality",
            "quality-streams",
            "quality-quarantine",
            "quality-rules",
            "quality-event-log",
            "quality-mappings",
            "quality-order",
            "quality-laws",
            "definitions");

    @TempDir
    private Path folder;

    private final TestHome home;
    private final PublishedSample sample;

    ExportCommandTest(TestHome home) {
        this.home = home;
        sample = PublishedSample.in(home);
    }

    private Path export(String format, String... more) {
        Path out = folder.resolve(format);
        List<String> arguments = new ArrayList<>(List.of("--format", format, "--out", out.toString()));
        arguments.addAll(List.of(more));
        CommandRun run = sample.read("export", arguments.toArray(String[]::new));
        assertThat(run.err()).startsWith("Wrote ").endsWith(" to " + out + "\n");
        assertThat(run.code()).isZero();
        return out;
    }

    private static ExportManifest manifest(Path out) throws IOException {
        byte[] bytes = Files.readAllBytes(out.resolve("export.json"));
        ContractSchemas.validate("export", bytes);
        return CanonicalJson.read(bytes, ExportManifest.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "PARQUET", "ARROW"})
    void export_tables_areAllThereAndTheManifestSaysSo(ExportFormat format) throws IOException {
        Path out = export(format.toString());

        ExportManifest manifest = manifest(out);
        assertThat(manifest.files())
                .extracting(ExportedFile::name)
                .containsExactlyElementsOf(Stream.concat(TABLES.stream(), EVIDENCE.stream())
                        .map(name -> name + "." + format)
                        .toList());
        for (ExportedFile file : manifest.files()) {
            byte[] bytes = Files.readAllBytes(out.resolve(file.name()));
            assertThat(file.sha256()).as(file.name()).isEqualTo(Sha256.of(bytes));
            assertThat(file.bytes()).as(file.name()).isEqualTo(bytes.length);
        }
        assertThat(manifest.leftOut())
                .extracting(each -> each.document() + ": " + each.reason())
                .containsExactly(
                        "context.json: It has no table; --format json writes it as it was published.",
                        "report.html: It is a page; opsatc report writes it.");
        assertThat(manifest.format()).isEqualTo(format.toString());
        assertThat(manifest.header().runId()).isEqualTo("0123456789abcdef");
        try (Stream<Path> found = Files.walk(out)) {
            assertThat(found.filter(Files::isRegularFile))
                    .hasSize(manifest.files().size() + 2);
        }
    }

    @Test
    void export_csv_isWhatTheReadersWrite() throws IOException {
        Path out = export("csv");

        for (String verb : List.of("kpis", "edges", "findings", "quality")) {
            assertThat(out.resolve(verb + ".csv"))
                    .hasContent(sample.read(verb, "--output", "csv").out());
        }
        assertThat(out.resolve("evidence/K-order-to-cash-cycle-time.csv"))
                .hasContent(sample.read("explain", SamplePublication.KPI, "--all", "--output", "csv")
                        .out());
    }

    @Test
    void export_json_isByteForByteWhatWasPublished() throws IOException {
        Path out = export("json");

        for (ExportedFile file : manifest(out).files()) {
            if (file.rows() == null) {
                assertThat(out.resolve(file.name())).hasBinaryContent(PublishedSample.DOCUMENTS.get(file.document()));
            }
        }
        assertThat(out.resolve("context.json")).exists();
        assertThat(out.resolve("evidence/K-order-to-cash-cycle-time.jsonl"))
                .hasContent(sample.read("explain", SamplePublication.KPI, "--all", "--output", "json")
                        .out());
    }

    @Test
    void export_parquet_isReadByDuckDb() throws SQLException {
        Path out = export("parquet");

        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
            assertThat(rows(duckdb, "SELECT id, value, unit, low, n FROM '" + out.resolve("kpis.parquet") + "'"))
                    .containsExactly(
                            "K-order-to-cash-cycle-time|7200000000.000000|us|3600000000.000000|3",
                            "K-order-to-cash-otif-line|null|1|null|0");
            assertThat(rows(
                            duckdb,
                            "SELECT median(contribution), min(\"date\"), count(*) FROM '"
                                    + out.resolve("evidence/K-order-to-cash-cycle-time.parquet")
                                    + "' WHERE censored = 'false' AND \"date\" >= DATE '2026-03-02'"))
                    .containsExactly("7.2E9|2026-03-02|3");
            for (String table : TABLES) {
                assertThat(rows(duckdb, "SELECT count(*) FROM '" + out.resolve(table + ".parquet") + "'"))
                        .as(table)
                        .hasSize(1);
            }
        }
    }

    @Test
    void export_arrow_isAnIpcFileOfTheSameRows() throws IOException {
        Path out = export("arrow");

        TreeMap<String, Integer> rows = new TreeMap<>();
        for (ExportedFile file : manifest(out).files()) {
            try (BufferAllocator allocator = new RootAllocator();
                    FileChannel channel = FileChannel.open(out.resolve(file.name()));
                    ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
                int count = 0;
                while (reader.loadNextBatch()) {
                    count += reader.getVectorSchemaRoot().getRowCount();
                }
                rows.put(file.name(), count);
                assertThat((long) count).as(file.name()).isEqualTo(file.rows());
            }
        }
        assertThat(rows).containsEntry("kpis.arrow", 2).containsEntry("evidence/K-order-to-cash-cycle-time.arrow", 5);
    }

    @Test
    void export_arrow_isReadByArrowsOwnJavaScript() throws Exception {
        Path out = export("arrow");

        for (ExportedFile file : manifest(out).files()) {
            assertThat(ArrowInJavaScript.read(out.resolve(file.name())).get("rows"))
                    .as(file.name())
                    .hasSize(Math.toIntExact(file.rows()));
        }
        JsonNode edges = ArrowInJavaScript.read(out.resolve("edges.arrow"));
        List<String> lines = new ArrayList<>();
        for (JsonNode line : List.of(edges.get("columns"), edges.get("rows").get(0))) {
            List<String> cells = new ArrayList<>();
            line.forEach(cell -> cells.add(cell.isNull() ? "" : cell.textValue()));
            lines.add(String.join(",", cells));
        }
        // A spreadsheet's formula is quoted in CSV alone.
        assertThat(sample.read("edges", "--output", "csv")
                        .out()
                        .replace("'=", "=")
                        .lines()
                        .limit(2))
                .containsExactlyElementsOf(lines);
    }

    @Test
    void export_everyDocument_isRecordedAtItsGate() throws IOException {
        int before = sample.exports().size();

        export("csv");

        List<String> lines = sample.exports().subList(before, sample.exports().size());
        assertThat(lines.stream().map(line -> line.split(" ")))
                .extracting(words -> words[1] + " " + words[3] + " " + words[5])
                .containsExactly(
                        "folder-export kpis.json csv",
                        "folder-export edges.json csv",
                        "folder-export variants.json csv",
                        "folder-export bottlenecks.json csv",
                        "folder-export waiting.json csv",
                        "folder-export ageing.json csv",
                        "folder-export rules.json csv",
                        "folder-export findings.json csv",
                        "folder-export recommendations.json csv",
                        "folder-export quality.json csv",
                        "folder-export definitions.json csv",
                        "evidence-export evidence/F-order-to-cash-001.arrow csv",
                        "evidence-export evidence/F-order-to-cash-001-2.arrow csv",
                        "evidence-export evidence/K-order-to-cash-cycle-time.arrow csv");
    }

    /** Who is given the folder checks it with the log's key alone: no home, no log, no network. */
    @Test
    void export_proof_isCheckedWithoutTheHome() throws IOException {
        Path out = export("csv");
        String key =
                sample.home().start().run("audit", "key", "--tenant", "readers").out();
        Path policy = Files.writeString(folder.resolve("policy"), "log " + key + "quorum none\n");
        String proof = out.resolve("export.json.tlog-proof").toString();
        CommandRun.Start elsewhere = CommandRun.in(folder);
        String[] check = {
            "audit",
            "check",
            proof,
            "--policy",
            policy.toString(),
            "--document",
            out.resolve("export.json").toString()
        };

        assertThat(elsewhere.run(check).out())
                .contains(" of opsatc/readers/", ": exported export.json; export.json is the file that it names");
        Files.writeString(out.resolve("export.json"), " ", StandardOpenOption.APPEND);
        assertThat(elsewhere.run(check).code()).isEqualTo(5);
        Path others = Files.writeString(
                folder.resolve("others"),
                "log example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\nquorum none\n");
        assertThat(elsewhere
                        .run("audit", "check", proof, "--policy", others.toString())
                        .err())
                .contains("none of the known keys signed it");
    }

    @Test
    void export_withoutEvidence_passesNoGateOfItAndSaysSo() throws IOException {
        int before = sample.exports().size();

        Path out = export("csv", "--without-evidence");

        assertThat(sample.exports().subList(before, sample.exports().size()))
                .noneMatch(line -> line.contains(" evidence-export "));
        assertThat(manifest(out).leftOut())
                .filteredOn(each -> each.document().startsWith("evidence/"))
                .hasSize(3)
                .allMatch(each -> each.reason().equals("It was left out as asked for."));
        assertThat(out.resolve("evidence")).doesNotExist();
    }

    @Test
    void export_folderThatIsTaken_isRefusedAndLeftAlone() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("mine"), "mine");

        assertThat(sample.read("export", "--format", "csv", "--out", taken.toString()))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "opsatc: Cannot export the documents of tenant readers to " + taken
                                + ": it exists and is not empty; name a folder that is not there yet\n"));
        assertThat(sample.read(
                                "export",
                                "--format",
                                "csv",
                                "--out",
                                folder.resolve("no/where").toString())
                        .err())
                .endsWith(": NoSuchFileException; check that the folder around it exists, is writable and has room\n");
        assertThat(taken.resolve("mine")).hasContent("mine");
        try (Stream<Path> found = Files.list(folder)) {
            assertThat(found).containsExactly(taken);
        }
    }

    /** Refused at the last gate, when most of the files are written: nothing of them is left. */
    @Test
    void export_unregisteredGate_isRefusedAndLeavesNothing() throws IOException {
        Path root = Files.createDirectories(folder.resolve("root/conf"));
        Files.writeString(root.resolve("write-gates.yaml"), "gates: {folder-export: x}\n");
        CommandRun.Start start =
                new CommandRun.Start(root.getParent(), folder, home.start().environment(), false);
        Path parent = Files.createDirectory(folder.resolve("parent"));
        Path out = parent.resolve("out");

        assertThat(start.run("export", "--tenant", "readers", "--format", "parquet", "--out", out.toString()))
                .isEqualTo(new CommandRun(
                        5,
                        "",
                        "opsatc: Cannot export evidence/F-order-to-cash-001.arrow of tenant readers: the gate"
                                + " evidence-export is not registered in conf/write-gates.yaml\n"));
        try (Stream<Path> found = Files.list(parent)) {
            assertThat(found).isEmpty();
        }
    }

    private static List<String> rows(Connection database, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }
}
