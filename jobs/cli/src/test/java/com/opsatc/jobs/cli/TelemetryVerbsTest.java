package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs of telemetry that commit no day: simulations, the manifest, and the probe's logs, through real child processes. */
class TelemetryVerbsTest {
    private static final String DAY = "2026-03-03";

    @TempDir
    private static Path folder;

    private static TestHome home;

    @BeforeAll
    static void openHome() throws IOException {
        home = new TestHome(folder.toRealPath());
        home.open().close();
    }

    @AfterAll
    static void stopServer() {
        try (Tenancy tenancy = home.open()) {
            tenancy.stopServer();
        }
    }

    @Test
    void simulate_threeFleets_saysHowFarEachIsOff() {
        JsonNode small = simulate(50);
        JsonNode middle = simulate(200);
        JsonNode large = simulate(2000);

        for (JsonNode fleet : List.of(small, middle, large)) {
            assertThat(fleet.get("released")).isEmpty();
            assertThat(new TreeSet<>(fleet.findValuesAsText("window_days"))).containsExactly("28", "7", "91");
            assertThat(new TreeSet<>(fleet.findValuesAsText("metric")))
                    .containsExactly(
                            "error_ratio", "feature_users", "latency_p50", "latency_p95", "latency_share_over_500ms");
        }
        assertThat(shown(small)).isLessThan(shown(middle));
        assertThat(shown(middle)).isLessThan(shown(large));
        assertThat(simulate(50)).isEqualTo(small);
        assertThat(json("telemetry", "ledger")).isEmpty();
    }

    @Test
    void simulate_noTenants_isAUsageError() {
        CommandRun run = home.start().run("telemetry", "simulate", "--tenants", "0");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Invalid fleet: use 1 to 100000 tenants and at least one run");
    }

    @Test
    void manifest_shipped_showsWhatIsCountedAndTheDigestThatReleasesBear() {
        CommandRun run = home.start().run("telemetry", "manifest", "--output", "json");

        JsonNode manifest = tree(run);
        String digest = manifest.get("sha256").asText();
        assertThat(manifest.get("manifest").get("blocks").findValuesAsText("id"))
                .containsExactly("activity", "errors", "latency", "features");
        assertThat(run.err())
                .startsWith("Version 1, " + digest + "; epsilon 8 a tenant-year; never read: bodies of logs, ");
        assertThat(json("telemetry", "view", "--recompute")
                        .get("manifest_sha256")
                        .asText())
                .isEqualTo(digest);
        assertThat(home.start().run("telemetry", "manifest").out())
                .contains("activity", "Operations", "10/100", "latency");
    }

    @Test
    void ingest_nezhaSpans_areShownInTheProbeLaneAlone() throws IOException {
        String spans = write(
                "spans.csv",
                "TraceID,SpanID,ParentID,PodName,OperationName,StartTimeUnixNano,EndTimeUnixNano,Duration",
                "t1,s1,root,ts-a-service-6f-d9,/*,1772532000000000000,1772532000200000000,200000",
                "t1,s2,root,ts-a-service-6f-d9,/*,1772532000000000000,1772532000300000000,300000",
                "t1,s2,root,ts-a-service-6f-d9,/*,1772532000000000000,1772532000300000000,300000",
                "t1,s3");

        JsonNode outcome = json("telemetry", "ingest", spans, "--format", "nezha");

        assertThat(outcome.get("days")).isEmpty();
        assertThat(outcome.get("counts").toString())
                .isEqualTo("{\"probe files\":1,\"probe lines\":5,\"probe points\":3,\"probe points used\":2,"
                        + "\"probe refused DUPLICATE_SPAN\":1,\"probe refused LINE_MALFORMED\":1,\"raw files deleted\":0,"
                        + "\"raw files kept\":0}");
        JsonNode figures = probe("nezha");
        assertThat(figures.get("operations").asLong()).isEqualTo(2);
        assertThat(figures.get("mean_us").decimalValue()).isEqualByComparingTo("250000");
    }

    @Test
    void ingest_accessLog_isShownInTheProbeLaneAlone() throws IOException {
        String log = write(
                "access.log",
                "10.0.0.1 - - [03/Mar/2026:10:05:03 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"x\"",
                "10.0.0.2 - - [03/Mar/2026:10:05:04 +0000] \"GET /a HTTP/1.1\" 500 5 \"-\" \"x\"",
                "no line of a log");

        JsonNode outcome = json("telemetry", "ingest", log, "--format", "access_log");

        assertThat(outcome.get("days")).isEmpty();
        assertThat(outcome.get("counts").toString())
                .isEqualTo("{\"probe files\":1,\"probe lines\":3,\"probe points\":2,\"probe points used\":2,"
                        + "\"probe refused LINE_MALFORMED\":1,\"raw files deleted\":0,\"raw files kept\":0}");
        JsonNode figures = probe("access");
        assertThat(figures.get("operations").asLong()).isEqualTo(2);
        assertThat(figures.get("errors").asLong()).isEqualTo(1);
    }

    @Test
    void ingest_probe_takesTheProbesRecordsAlone() throws IOException {
        String lines = write("probe.jsonl", OtlpSpan.of("opsatc-probe", DAY), OtlpSpan.of("acme", DAY));

        JsonNode outcome = json("telemetry", "ingest", lines, "--probe");

        assertThat(outcome.get("days")).isEmpty();
        assertThat(outcome.get("counts").toString())
                .isEqualTo("{\"probe files\":1,\"probe lines\":2,\"probe points\":2,\"probe points used\":1,"
                        + "\"probe refused TENANT_IN_PROBE_LANE\":1,\"raw files deleted\":0,\"raw files kept\":0}");
        assertThat(probe("otlp").get("operations").asLong()).isEqualTo(1);
    }

    @Test
    void ingest_formatOfTheProbeWithoutAPath_isAUsageError() {
        CommandRun run = home.start().run("telemetry", "ingest", "--format", "nezha");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Missing PATH: only otlp has files of its own");
    }

    private static JsonNode simulate(int tenants) {
        return json("telemetry", "simulate", "--tenants", Integer.toString(tenants), "--runs", "3");
    }

    /** How many figures a fleet's releases show. */
    private static double shown(JsonNode outcome) {
        return outcome.get("utility").findValues("shown_share").stream()
                .mapToDouble(JsonNode::asDouble)
                .sum();
    }

    /** The day's figures of a source over all services. */
    private static JsonNode probe(String source) {
        json("telemetry", "view", "--recompute");

        return StreamSupport.stream(json("telemetry", "view").get("probe").spliterator(), false)
                .filter(figures -> figures.get("source").asText().contains(source))
                .filter(figures -> figures.get("service").asText().equals("_ALL"))
                .filter(figures -> figures.get("day").asText().equals(DAY))
                .findFirst()
                .orElseThrow();
    }

    private static String write(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    private static JsonNode json(String... arguments) {
        return tree(home.start()
                .run(Stream.concat(Stream.of(arguments), Stream.of("--output", "json"))
                        .toArray(String[]::new)));
    }

    private static JsonNode tree(CommandRun run) {
        assertThat(run.code()).as(run.err()).isZero();

        return CanonicalJson.tree(run.out().getBytes(StandardCharsets.UTF_8));
    }
}
