package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of telemetry through real child processes: two tenants leave nothing to be seen, twenty leave noise. */
class TelemetryEndToEndTest {
    private static final String CANARY = "canary.person@example.com";
    private static final List<String> BLOCKS = List.of("activity", "errors", "latency", "features");

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void openHome() throws IOException {
        home = new TestHome(folder.toRealPath());
    }

    @AfterEach
    void stopServer() {
        try (Tenancy tenancy = home.open()) {
            tenancy.stopServer();
        }
    }

    @Test
    void telemetry_fleetThatGrowsToTwenty_isWithheldThenReleasedOnceWithNoise() throws IOException {
        addTenants(2);
        JsonNode counts = json("telemetry", "ingest", otlp("2026-03-02"), "--day", "2026-03-02")
                .get("counts");
        assertThat(counts.toString())
                .isEqualTo("{\"files\":1,\"lines\":3,\"points\":3,\"points used\":2,\"raw files deleted\":0,"
                        + "\"raw files kept\":0,\"refused NO_TENANT\":1}");
        assertThat(statuses(json("telemetry", "release")))
                .containsOnly("SUPPRESSED_MIN_TENANTS")
                .hasSize(4);
        assertThat(json("telemetry", "ledger")).isEmpty();
        assertThat(json("telemetry", "view").get("stage").asText()).isEqualTo("S0");

        addTenants(20);
        json("telemetry", "ingest", otlp("2026-03-03"), "--day", "2026-03-03");
        assertThat(statuses(json("telemetry", "release")))
                .containsOnly("RELEASED")
                .hasSize(4);
        assertThat(json("telemetry", "release").get("released")).isEmpty();

        JsonNode ledger = json("telemetry", "ledger");
        assertThat(ledger.findValuesAsText("block_id")).isEqualTo(BLOCKS);
        assertThat(ledger.findValuesAsText("state")).containsOnly("PUBLISHED");
        assertThat(ledger.findValuesAsText("rho")).containsExactly("9/31250", "27/31250", "18/15625", "9/15625");
        JsonNode view = json("telemetry", "view");
        assertThat(view.get("as_of_day").asText()).isEqualTo("2026-03-03");
        assertThat(view.get("budget").get("days_charged").asInt()).isEqualTo(1);
        byte[] before = Files.readAllBytes(released("telemetry-view.json"));
        json("telemetry", "view", "--recompute");
        assertThat(Files.readAllBytes(released("telemetry-view.json"))).isEqualTo(before);
        assertNowhere(CANARY, "fleet-tenant");
    }

    @Test
    void ingest_sameDayAgain_isNothingFromTheSameFileAndRefusedFromAnother() throws IOException {
        json("telemetry", "ingest", otlp("2026-03-03"), "--day", "2026-03-03");

        assertThat(json("telemetry", "ingest", otlp("2026-03-03"), "--day", "2026-03-03")
                        .get("days"))
                .isEmpty();
        CommandRun other = home.start().run("telemetry", "ingest", otlp("2026-03-02"), "--day", "2026-03-03");
        assertThat(other.code()).isEqualTo(5);
        assertThat(other.err())
                .contains("Cannot ingest telemetry up to 2026-03-03: days are counted once")
                .contains("ingest them up to a later day");
        assertThat(json("telemetry", "ingest").get("days")).isEmpty();
    }

    @Test
    void ingest_folder_leavesOutWhatIsStillWritten() throws IOException {
        Path delivered = Files.createDirectory(folder.resolve("delivered"));
        Files.copy(Path.of(otlp("2026-03-03")), delivered.resolve("whole.jsonl"));
        Files.writeString(delivered.resolve("open.jsonl.part"), "{\"resourceSpans\":[");

        assertThat(json("telemetry", "ingest", delivered.toString())
                        .get("counts")
                        .toString())
                .isEqualTo("{\"files\":1,\"lines\":3,\"points\":3,\"points used\":2,\"raw files deleted\":0,"
                        + "\"raw files kept\":0,\"refused NO_TENANT\":1}");
    }

    @Test
    void ingest_spoolAWeekAfterItWasCounted_deletesItsFilesAndSaysHowMany() throws IOException {
        addTenants(1);
        Path spool = home.home().resolve("telemetry/otlp");
        Path counted = Files.copy(Path.of(otlp("2026-03-03")), spool.resolve("counted.jsonl"));
        Files.setLastModifiedTime(counted, FileTime.from(CommandRun.NOW));
        Path open = Files.writeString(spool.resolve("open.jsonl.part"), "{\"resourceSpans\":[");
        assertThat(json("telemetry", "ingest").get("counts").get("files").asInt())
                .isEqualTo(2);
        assertThat(counted).exists();

        CommandRun later =
                home.start().at(CommandRun.NOW.plus(Duration.ofDays(8))).run("telemetry", "ingest");

        assertThat(later.out()).containsPattern("raw files deleted +1\n").containsPattern("raw files kept +1\n");
        assertThat(counted).doesNotExist();
        assertThat(open).exists();
    }

    @Test
    void ingest_spoolOfAProcessThatIsIdle_countsWhatItWroteOnItsDay() throws IOException {
        addTenants(1);
        Path spool = home.home().resolve("telemetry/otlp");
        String lines = Files.readString(Path.of(otlp("2026-03-03")));
        Files.writeString(spool.resolve("idle.jsonl.part"), lines + "{\"resourceSpans\":[");
        Files.writeString(spool.resolve("copied.gz.part"), lines);

        JsonNode outcome = json("telemetry", "ingest");

        assertThat(outcome.get("days").toString()).isEqualTo("[\"2026-03-03\"]");
        assertThat(outcome.get("counts").toString())
                .isEqualTo("{\"files\":1,\"lines\":3,\"points\":3,\"points used\":2,\"raw files deleted\":0,"
                        + "\"raw files kept\":2,\"refused NO_TENANT\":1}");
    }

    @Test
    void ingest_fileThatIsMissing_saysSo() {
        CommandRun run = home.start().run("telemetry", "ingest", "nowhere.jsonl");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("nowhere.jsonl: there is no such file; check the path");
    }

    private void addTenants(int upTo) {
        try (Tenancy tenancy = home.open()) {
            for (int i = 0; i < upTo; i++) {
                Tenants.of(tenancy)
                        .add(new TenantId("fleet-tenant-" + i), Region.LOCAL, ZoneOffset.UTC, CommandRun.NOW);
            }
        }
    }

    /** Two spans of a tenant, one of them with what nobody may see in every place, and one without a tenant. */
    private String otlp(String day) throws IOException {
        String nanos = Instant.parse(day + "T10:00:00Z").getEpochSecond() + "000000000";
        String end = Instant.parse(day + "T10:00:01Z").getEpochSecond() + "000000000";
        String span = "{\"name\":\"" + CANARY + "\",\"kind\":2,\"startTimeUnixNano\":\"" + nanos
                + "\",\"endTimeUnixNano\":\"" + end + "\",\"attributes\":[{\"key\":\"user.id\",\"value\":"
                + "{\"stringValue\":\"pat\"}},{\"key\":\"url.full\",\"value\":{\"stringValue\":\"" + CANARY + "\"}}]}";
        String line = "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":"
                + "{\"stringValue\":\"opsatc-advisory\"}}%s]},\"scopeSpans\":[{\"spans\":[%s]}]}]}\n";
        String tenant = ",{\"key\":\"tenant.id\",\"value\":{\"stringValue\":\"fleet-tenant-0\"}}";
        Path file = folder.resolve(day + ".jsonl");
        Files.writeString(file, line.formatted(tenant, span).repeat(2) + line.formatted("", span));

        return file.toString();
    }

    private JsonNode json(String... arguments) {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--output", "json"))
                .toArray(String[]::new);
        CommandRun run = home.start().run(all);
        assertThat(run.code()).as(run.err()).isZero();

        return CanonicalJson.tree(run.out().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> statuses(JsonNode outcome) {
        return outcome.get("released").findValuesAsText("status");
    }

    private Path released(String name) {
        return home.home().resolve("telemetry/release").resolve(name);
    }

    /** In nothing that engineers see, and in no log. */
    private void assertNowhere(String... texts) throws IOException {
        for (Path folder : List.of(released(""), home.home().resolve("logs"))) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(texts);
                }
            }
        }
    }
}
