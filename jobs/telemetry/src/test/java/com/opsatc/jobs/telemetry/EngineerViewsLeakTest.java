package com.opsatc.jobs.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.pipe.MessageWriter;
import com.opsatc.contract.run.TelemetryRequest;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.publish.ReleaseFolder;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T8, what engineers look at: nothing of what is planted in the input is on the page, in an export or in a message. */
class EngineerViewsLeakTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 3);
    private static final Path CONFIGURATION = Path.of(System.getProperty("opsatc.root"), "conf");
    private static final List<String> PLANTED = List.of(
            "canary-tenant-0",
            "zelda.quux@canary-mail.example",
            "Zelda & \"Quuxington\"",
            "Jörg Müller-Kanari",
            "203.0.113.199",
            "2001:db8:85a3::8a2e:370:7334",
            "DE89370400440532013177",
            "Bearer canary-3f9a77b1c2",
            "/t/acme-canary/orders/77?q=a+b",
            "com.acmecanary.LedgerBroken77",
            "order 7781-canary not found",
            "acme-only-canary-feature",
            "9.9.9-acme-canary",
            "acme-canary-pod-7f9c-x2z");

    private final PlantedText scan = new PlantedText(PLANTED);
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void release_canariesInTheInput_areOnNoPageExportOrMessage() throws IOException {
        try (Tenancy tenancy = Tenancy.open(
                Home.create(folder.resolve("home")),
                RootKeys.of(folder.resolve("key/root.key").toString()))) {
            try {
                for (int tenant = 0; tenant < 20; tenant++) {
                    Tenants.of(tenancy).add(new TenantId("canary-tenant-" + tenant), Region.LOCAL, ZoneOffset.UTC, NOW);
                }
                release(tenancy);
                assertClean(tenancy.home().releases());
            } finally {
                tenancy.stopServer();
            }
        }
    }

    /** The look bites: a page that shows a planted value, in clear or encoded, is found. */
    @Test
    void scan_leakyPages_areFound() {
        ReleaseFolder release = ReleaseFolder.open(folder.resolve("release"));
        Manifest manifest = Manifest.load(CONFIGURATION.resolve("telemetry/manifest.yaml"));
        for (String planted : PLANTED) {
            byte[] utf8 = planted.getBytes(StandardCharsets.UTF_8);
            for (String leak : List.of(planted, Base64.getEncoder().encodeToString(utf8))) {
                new EngineerViews(release, manifest, leak).replace(20);

                assertThat(scan.hits(release.find("index.html").orElseThrow()))
                        .as(leak)
                        .isNotEmpty();
            }
        }
        new EngineerViews(release, manifest, "test").replace(20);
        assertThat(scan.hits(release.find("index.html").orElseThrow())).isEmpty();
    }

    private void release(Tenancy tenancy) throws IOException {
        List<TelemetryRequest.Input> inputs =
                List.of(input("tenants.jsonl", "canary-tenant-0", false), input("probe.jsonl", "opsatc-probe", true));
        try (PlatformScope scope = tenancy.openPlatform(new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.RUN)) {
            work(
                            scope,
                            TelemetryRequest.Action.INGEST,
                            new TelemetryRequest.Ingest(inputs, DAY, TelemetryRequest.Runner.DIRECT))
                    .ingest();
            assertThat(work(scope, TelemetryRequest.Action.RELEASE, null)
                            .release()
                            .released())
                    .filteredOn(released -> released.day().equals(DAY))
                    .hasSize(4)
                    .allMatch(released -> released.status().equals("RELEASED"));
        }
    }

    private TelemetryWork work(PlatformScope scope, TelemetryRequest.Action action, TelemetryRequest.Ingest ingest) {
        TelemetryRequest request = new TelemetryRequest(
                action, CONFIGURATION.toString(), folder.toString(), "test", NOW, ingest, null, null);

        return new TelemetryWork(scope, request, new MessageWriter(messages, () -> 0));
    }

    private void assertClean(Path release) throws IOException {
        SortedMap<String, byte[]> files = files(release);
        assertThat(files.keySet())
                .contains(
                        "index.html",
                        "ledger_public.parquet",
                        "platform-telemetry.otlp.json",
                        "platform-telemetry.prom",
                        "probe/" + DAY + ".json",
                        "telemetry-view.json",
                        "view_window.parquet");
        files.forEach((name, bytes) -> assertThat(scan.hits(bytes)).as(name).isEmpty());
        // The probe's records count in its lane, those of the tenant in the release: the input was read.
        assertThat(new String(files.get("probe/" + DAY + ".json"), StandardCharsets.UTF_8))
                .contains("\"operations\":" + PLANTED.size());
        assertThat(messages.size()).isPositive();
        assertThat(scan.hits(messages.toByteArray())).isEmpty();
    }

    private static SortedMap<String, byte[]> files(Path root) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : new TreeSet<>(walk.filter(Files::isRegularFile).toList())) {
                files.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }

        return files;
    }

    /** One span a planted value, which stands in every place that a span has. */
    private TelemetryRequest.Input input(String name, String tenant, boolean probe) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String planted : PLANTED) {
            lines.add(line(tenant, planted.replace("\"", "\\\"")));
        }
        lines.add("{\"resourceSpans\":[" + PLANTED.get(1));
        Path file = Files.write(folder.resolve(name), lines);

        return new TelemetryRequest.Input(List.of(file.toString()), TelemetryRequest.Format.OTLP, probe);
    }

    private static String line(String tenant, String planted) {
        return "{\"resourceSpans\":[{\"resource\":{\"attributes\":[" + text("service.name", "opsatc-advisory") + ","
                + text("tenant.id", tenant) + "," + text("service.version", planted) + "," + text("host.name", planted)
                + "]},\"scopeSpans\":[{\"scope\":{\"name\":\"" + planted + "\"},\"spans\":[{\"name\":\"" + planted
                + "\",\"traceId\":\"" + planted
                + "\",\"kind\":2,\"startTimeUnixNano\":\"1772532000000000000\",\"endTimeUnixNano\":"
                + "\"1772532000020000000\",\"status\":{\"code\":2,\"message\":\"" + planted + "\"},\"attributes\":["
                + text("user.id", planted) + "," + text("http.route", planted) + "," + text("error.type", planted) + ","
                + text("url.full", planted) + "," + text(planted, planted) + "],\"events\":[{\"name\":\"" + planted
                + "\"}]}]}]}]}";
    }

    private static String text(String key, String value) {
        return "{\"key\":\"" + key + "\",\"value\":{\"stringValue\":\"" + value + "\"}}";
    }
}
