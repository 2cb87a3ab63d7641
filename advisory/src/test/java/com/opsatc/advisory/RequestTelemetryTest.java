package com.opsatc.advisory;

import static com.opsatc.advisory.RunningService.ACME;
import static com.opsatc.advisory.RunningService.NOW;
import static com.opsatc.advisory.RunningService.SILENT;
import static com.opsatc.advisory.RunningService.TAMPERED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.instrumentation.PlatformTelemetry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service tells of requests over HTTP, as it stands in the files. */
class RequestTelemetryTest {
    @TempDir
    Path spool;

    @Test
    void telemetry_ofRequestsOfEveryKind_isTheirTemplatesStatusTenantAndSubject() throws Exception {
        List<JsonNode> lines = told(service -> {
            service.getAs(ACME, "/v1/tenants/acme/context?secret=query");
            service.getAs(ACME, "/v1/tenants/globex/context");
            service.getAs(TAMPERED, "/v1/tenants/tampered/report");
            service.getAs(SILENT, "/v1/tenants/silent/kpis");
            service.getAs(ACME, "/v1/secret/path");
        });

        assertThat(all(lines, "spans").stream().map(span -> span.path("name").textValue() + " " + attributes(span)))
                .containsExactlyInAnyOrder(
                        span("/v1/tenants/{tenant}/context", 200, "acme", ""),
                        span("/v1/tenants/{tenant}/context", 404, "acme", ""),
                        span("/v1/tenants/{tenant}/report", 503, "tampered", "error.type=503, "),
                        span("/v1/tenants/{tenant}/kpis", 404, "silent", ""),
                        span("_OTHER", 404, "acme", ""));
        assertThat(all(lines, "spans")).allSatisfy(span -> {
            assertThat(span.path("kind").intValue()).isEqualTo(2);
            assertThat(Long.parseLong(span.path("endTimeUnixNano").textValue())
                            - Long.parseLong(span.path("startTimeUnixNano").textValue()))
                    .isEqualTo(1_000_000);
        });
    }

    @Test
    void endpoint_everyRoute_isToldByTheTemplateOfItsPathOrNotAtAll() {
        List<String> told = new ArrayList<>();
        for (Route route : Route.ALL) {
            String template = RequestTelemetry.endpoint(route).template();
            assertThat(template).isIn(route.path(), "_OTHER");
            if (!template.equals("_OTHER")) {
                told.add(route.label());
            }
        }

        assertThat(told).containsExactlyInAnyOrder("context", "kpis", "findings", "finding", "report");
        assertThat(RequestTelemetry.endpoint(Route.OTHER).template()).isEqualTo("_OTHER");
    }

    @Test
    void telemetry_ofAnsweredReads_namesTheFeature() throws Exception {
        List<JsonNode> lines = told(service -> {
            service.getAs(ACME, "/v1/tenants/acme/context");
            service.getAs(ACME, "/v1/tenants/acme/findings");
            service.getAs(ACME, "/v1/tenants/acme/kpis");
            service.getAs(ACME, "/v1/tenants/acme/report");
            service.getAs(ACME, "/v1/tenants/globex/report");
        });

        assertThat(all(lines, "logRecords").stream()
                        .map(event -> event.path("eventName").textValue() + " " + attributes(event)))
                .containsExactlyInAnyOrder(
                        "app.feature.used {app.feature.key=context, tenant.id=acme, user.id=development}",
                        "app.feature.used {app.feature.key=findings, tenant.id=acme, user.id=development}",
                        "app.feature.used {app.feature.key=kpis, tenant.id=acme, user.id=development}",
                        "app.feature.used {app.feature.key=report, tenant.id=acme, user.id=development}");
        assertThat(all(lines, "logRecords"))
                .allSatisfy(event -> assertThat(event.has("body")).isFalse());
    }

    @Test
    void telemetry_ofRequestsWithoutAnAcceptedToken_isNone() throws Exception {
        assertThat(told(service -> {
                    service.get("/healthz");
                    service.get("/metrics");
                    service.get("/v1/tenants/acme/context");
                    service.get("/v1/tenants/acme/context", "Authorization", "Bearer x.y.z");
                    service.send("POST", "/v1/tenants/acme/context");
                    service.raw("GET", "/%zz");
                }))
                .isEmpty();
    }

    @Test
    void file_afterRequestsOfEveryKind_holdsNoTokenAddressQueryPathOrHeader() throws Exception {
        List<String> tokens = new ArrayList<>();
        told(service -> {
            tokens.add(service.token(ACME));
            tokens.addAll(List.of(tokens.get(0).split("\\.")));
            service.get(
                    "/v1/tenants/acme/context?canary=query-canary",
                    "Authorization",
                    "Bearer " + tokens.get(0),
                    "User-Agent",
                    "agent-canary",
                    "X-Forwarded-For",
                    "203.0.113.7");
            service.getAs(ACME, "/v1/tenants/acme/findings/finding-canary");
            service.getAs(ACME, "/v1/path-canary");
        });
        String text = Files.readString(files().get(0));

        assertThat(text)
                .doesNotContainIgnoringCase("canary", "203.0.113.7", "127.0.0.1", "localhost", "bearer", "host.", "os.")
                .doesNotContainIgnoringCase("process.", "telemetry.sdk", "thread");
        assertThat(tokens).hasSize(4).noneMatch(text::contains);
        assertThat(keys(text))
                .containsExactly(
                        "app.feature.key",
                        "http.request.method",
                        "http.response.status_code",
                        "http.route",
                        "service.name",
                        "service.version",
                        "tenant.id",
                        "user.id");
    }

    private interface Requests {
        void send(RunningService service) throws Exception;
    }

    /** Sends the requests to a service of its own and gives the lines that it left. */
    private List<JsonNode> told(Requests requests) throws Exception {
        List<String> complaints = new ArrayList<>();
        try (PlatformTelemetry telemetry = PlatformTelemetry.open(
                        spool.resolve("otlp"), "opsatc-advisory", "0.1.0", InstantSource.fixed(NOW), complaints::add);
                RunningService service = new RunningService(telemetry)) {
            requests.send(service);
        }
        assertThat(complaints).isEmpty();
        List<JsonNode> lines = new ArrayList<>();
        for (Path file : files()) {
            for (String line : Files.readAllLines(file)) {
                lines.add(CanonicalJson.tree(line.getBytes(StandardCharsets.UTF_8)));
            }
        }

        return lines;
    }

    private List<Path> files() throws Exception {
        if (!Files.isDirectory(spool.resolve("otlp"))) {
            return List.of();
        }

        try (Stream<Path> files = Files.list(spool.resolve("otlp"))) {
            return files.sorted().toList();
        }
    }

    private static String span(String route, int status, String tenant, String error) {
        return route + " {" + error + "http.request.method=GET, http.response.status_code=" + status + ", http.route="
                + route + ", tenant.id=" + tenant + ", user.id=development}";
    }

    private static List<JsonNode> all(List<JsonNode> lines, String kind) {
        List<JsonNode> all = new ArrayList<>();
        lines.forEach(line -> line.findValues(kind).forEach(list -> list.forEach(all::add)));

        return all;
    }

    private static Map<String, String> attributes(JsonNode record) {
        Map<String, String> attributes = new TreeMap<>();
        record.path("attributes")
                .forEach(attribute -> attributes.put(
                        attribute.path("key").textValue(),
                        attribute.path("value").elements().next().asText()));

        return attributes;
    }

    private static TreeSet<String> keys(String text) {
        TreeSet<String> keys = new TreeSet<>();
        text.lines()
                .map(line -> CanonicalJson.tree(line.getBytes(StandardCharsets.UTF_8)))
                .forEach(line -> keys.addAll(line.findValuesAsText("key")));

        return keys;
    }
}
