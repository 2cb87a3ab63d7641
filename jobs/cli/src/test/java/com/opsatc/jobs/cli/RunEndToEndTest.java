package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.opsatc.contract.json.CanonicalJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way on the textbook log: a real child process, its published documents, every reader of them, and a service
 * that is asked while the next run publishes.
 */
@ExtendWith(TestHome.Extension.class)
class RunEndToEndTest {
    private static final Path ROOT = Path.of(System.getProperty("opsatc.root"));

    /** A further case, of activities that the log has, after its last day. */
    private static final String LATER = """
            <log xmlns="http://www.xes-standard.org/"><trace><string key="concept:name" value="later"/>
            <event><string key="concept:name" value="register request"/>
            <date key="time:timestamp" value="2011-02-01T08:00:00Z"/></event>
            <event><string key="concept:name" value="decide"/>
            <date key="time:timestamp" value="2011-02-01T09:30:00Z"/></event></trace></log>
            """;

    @TempDir
    private Path folder;

    private final TestHome home;

    RunEndToEndTest(TestHome home) {
        this.home = home;
    }

    private CommandRun run(String... arguments) {
        return home.start().run(arguments);
    }

    private JsonNode json(String... arguments) {
        CommandRun run = run(arguments);
        assertThat(run.code()).as(run.err()).isZero();

        return CanonicalJson.tree(run.out().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void run_textbookLog_publishesWhatEveryReaderShows() throws Exception {
        Path extracts = Files.createDirectory(folder.resolve("extracts"));
        Path log = extracts.resolve("running-example.xes");
        Files.copy(realLog("running_example/running-example.xes"), log);
        require(ROOT.resolve("jobs/run/target/classpath"), "jobs/run is not built: add it to the build with -pl");
        byte[] before = Files.readAllBytes(log);
        ReadmeCommands readme = new ReadmeCommands(
                new CommandRun.Start(ROOT, folder, home.start().environment(), /* shown= */ false),
                Map.of("acme", "textbook", "/path/to/extracts", extracts.toString()));
        readme.run("doctor");
        assertThat(readme.run("connectors list").out()).contains("generic/xes");
        readme.run("tenant add");
        assertThat(run("tenant", "set", "textbook", "--set", "title=Compensation requests")
                        .code())
                .isZero();

        JsonNode planned =
                outcome(json("run", "--tenant", "textbook", "--dry-run", "--date", "2011-01-24", "--output", "json"));
        assertThat(planned.get("state").asText()).isEqualTo("PLANNED");
        assertThat(planned.get("files").get(0).get("status").asText()).isEqualTo("new");
        assertThat(run("kpis", "--tenant", "textbook").code()).isEqualTo(2);

        JsonNode published = outcome(json("run", "--tenant", "textbook", "--output", "json"));
        assertThat(published.get("state").asText()).isEqualTo("PUBLISHED");
        assertThat(published.get("run_id")).isEqualTo(planned.get("run_id"));
        assertThat(published.get("admitted").asLong()).isEqualTo(42);
        assertThat(published.get("logical_date").asText()).isEqualTo("2011-01-24");

        // Figures of the log's README, computed outside this project: 6 cases, 42 events, 8 activities, 6 variants.
        JsonNode edges = json("edges", "--tenant", "textbook", "--output", "json")
                .get("processes")
                .get(0);
        assertThat(edges.get("cases").asLong()).isEqualTo(6);
        assertThat(edges.get("events").asLong()).isEqualTo(42);
        assertThat(edges.get("activities")).hasSize(8);
        assertThat(edges.get("variants").asLong()).isEqualTo(6);
        assertReaders();
        followReadme(readme);
        assertThat(run("edges", "--tenant", "textbook").out()).contains("recorded events  Compensation requests  ");
        assertThat(run("context", "--tenant", "textbook").out()).contains(" of process Compensation requests, 2011-");

        assertThat(outcome(json("run", "--tenant", "textbook", "--output", "json"))
                        .get("state")
                        .asText())
                .isEqualTo("UNCHANGED");
        assertThat(outcome(json("run", "--tenant", "textbook", "--recompute", "--output", "json"))
                        .get("state")
                        .asText())
                .isEqualTo("EQUAL");

        Files.writeString(extracts.resolve("later.xes"), LATER);
        assertOldHeadServesUntilTheNewOneIs();
        assertThat(run("diff", "--tenant", "textbook").out())
                .contains("What they rest on differs: extract files: 1 new; settings: 1 changed.", "later.xes");
        assertThat(run("slice", "--tenant", "textbook", "--kpi", "K-xes-cycle-time", "--where", "period = 2011")
                        .err())
                .contains("it has fewer than 20 members, and a smaller group is not shown");
        assertThat(Files.readAllBytes(log)).isEqualTo(before);
        assertNoClearText();
    }

    /** What README does with a tenant that it has added; the run finds nothing new. */
    private void followReadme(ReadmeCommands readme) throws IOException {
        readme.run("run");
        assertThat(readme.run("kpis").out()).contains("K-xes-cycle-time");
        JsonNode findings =
                json("findings", "--tenant", "textbook", "--output", "json").get("findings");
        readme.run("explain", Map.of("F-...", findings.get(0).get("id").asText()));
        readme.run("report");
        assertThat(Files.readString(folder.resolve("report.html"))).contains("register request");
        readme.run("export");
        assertThat(folder.resolve("acme-export/evidence/K-xes-cycle-time.parquet"))
                .isNotEmptyFile();
        readme.requireNoneLeft();
    }

    /** A service in one process, asked again and again while another process publishes what is new. */
    private void assertOldHeadServesUntilTheNewOneIs() throws Exception {
        JsonNode old = json("context", "--tenant", "textbook", "--output", "json");
        try (ServedContext served = ServedContext.start(home, ROOT, "textbook")) {
            assertThat(served.now()).isEqualTo(old);

            Process run = CommandProcess.builder(home, ROOT, "run", "--tenant", "textbook")
                    .redirectErrorStream(true)
                    .start();
            List<JsonNode> meanwhile = new ArrayList<>();
            // A line for each stage that is complete; the first come long before the head.
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    meanwhile.add(served.now());
                }
            }
            assertThat(run.waitFor()).isZero();

            JsonNode next = json("context", "--tenant", "textbook", "--output", "json");
            assertThat(next.get("header").get("as_of").asText()).isEqualTo("2011-02-01");
            assertThat(served.now()).isEqualTo(next);
            assertThat(meanwhile).startsWith(old, old).containsOnly(old, next);
            // Once the new head is answered, the old one never is again.
            assertThat(meanwhile.subList(0, meanwhile.lastIndexOf(old) + 1)).containsOnly(old);
        }
    }

    private void assertReaders() throws IOException {
        CommandRun verified = run("verify", "--tenant", "textbook", "--full");
        assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
        assertThat(verified.out())
                .doesNotContain("✗")
                .contains("computed again by SQL over the run's canonical tables, sharing no code with the engine")
                .containsPattern("✓ edges       (\\d+) of \\1 ")
                .contains("the figures of bottlenecks, waiting causes and activity instances that no finding states");
        CommandRun explained = run("explain", "K-xes-cycle-time", "--tenant", "textbook");
        assertThat(explained.code()).as(explained.err()).isZero();
        assertThat(explained.out()).contains("✓ match", "running-example.xes");
        assertThat(run("runs", "--tenant", "textbook", "--output", "csv").out()).contains(",published,");
        assertThat(run("context", "--tenant", "textbook", "--output", "json").out())
                .contains("\"citation_total\":6");
    }

    /** An activity's name stands in every document and table; nothing that the runs left in the home shows it. */
    private void assertNoClearText() throws IOException {
        try (Stream<Path> walk = Files.walk(home.home())) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.home().resolve("postgres")))
                    .toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("register request");
            }
        }
    }

    private static JsonNode outcome(JsonNode document) {
        return document.get("tenants").get(0).get("outcome");
    }

    private static Path realLog(String name) {
        String chosen = System.getenv("OPSATC_TEST_DATA");
        Path data = chosen == null ? ROOT.resolve("../shared/data") : Path.of(chosen);
        Path log = data.resolve(name).normalize();
        require(log, "real data not present: " + name + "; name its folder in OPSATC_TEST_DATA");

        return log;
    }

    private static void require(Path file, String otherwise) {
        if (Files.exists(file)) {
            return;
        }

        if ("true".equals(System.getenv("CI"))) {
            fail(otherwise);
        }
        Assumptions.abort(otherwise);
    }
}
