package com.opsatc.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTelemetryTest {
    private static final Instant NOW = Instant.parse("2026-03-31T10:00:00.000001Z");
    private static final TenantId ACME = new TenantId("acme");

    @TempDir
    Path folder;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void operation_request_isOneServerSpanWithItsAttributesAndNothingElse() throws Exception {
        try (PlatformTelemetry telemetry = open()) {
            telemetry.operation(Operation.request(Endpoint.CONTEXT, "GET", 503, ACME, "ada", NOW.minusMillis(40), NOW));
        }

        List<String> lines = lines();
        assertThat(lines).hasSize(1);
        assertThat(plain(lines.get(0))).isEqualTo("""
                {"resourceSpans":[{"resource":{"attributes":[\
                {"key":"service.name","value":{"stringValue":"opsatc-advisory"}},\
                {"key":"service.version","value":{"stringValue":"0.1.0"}}]},\
                "scopeSpans":[{"scope":{"attributes":[],"name":"com.opsatc"},\
                "spans":[{"attributes":[\
                {"key":"error.type","value":{"stringValue":"503"}},\
                {"key":"http.request.method","value":{"stringValue":"GET"}},\
                {"key":"http.response.status_code","value":{"intValue":"503"}},\
                {"key":"http.route","value":{"stringValue":"/v1/tenants/{tenant}/context"}},\
                {"key":"tenant.id","value":{"stringValue":"acme"}},\
                {"key":"user.id","value":{"stringValue":"ada"}}],\
                "endTimeUnixNano":"1774951200000001000","events":[],"flags":259,"kind":2,"links":[],\
                "name":"/v1/tenants/{tenant}/context","spanId":"id","startTimeUnixNano":"1774951199960001000",\
                "status":{"code":2},"traceId":"id"}]}]}]}""");
        assertThat(complaints).isEmpty();
    }

    @Test
    void operation_job_hasNoHttpAttributesAndItsErrorCode() throws Exception {
        try (PlatformTelemetry telemetry = open()) {
            telemetry.operation(Operation.run(ACME, Optional.of(ErrorCode.QUALITY_GATE), NOW, NOW.plusSeconds(7)));
            telemetry.operation(Operation.run(ACME, Optional.empty(), NOW, NOW.minusSeconds(7)));
        }

        String text = String.join("\n", lines());
        assertThat(text)
                .contains("\"error.type\",\"value\":{\"stringValue\":\"QUALITY_GATE\"}")
                .contains("\"startTimeUnixNano\":\"1774951200000001000\",\"endTimeUnixNano\":\"1774951200000001000\"")
                .doesNotContain("http.", "user.id");
    }

    @Test
    void featureUsed_isAnEventWithoutABody() throws Exception {
        try (PlatformTelemetry telemetry = open()) {
            telemetry.featureUsed(Feature.CONTEXT, ACME, "");
        }

        assertThat(lines().stream().map(PlatformTelemetryTest::plain)).containsExactly("""
                {"resourceLogs":[{"resource":{"attributes":[\
                {"key":"service.name","value":{"stringValue":"opsatc-advisory"}},\
                {"key":"service.version","value":{"stringValue":"0.1.0"}}]},\
                "scopeLogs":[{"logRecords":[{"attributes":[\
                {"key":"app.feature.key","value":{"stringValue":"context"}},\
                {"key":"tenant.id","value":{"stringValue":"acme"}}],"eventName":"app.feature.used",\
                "observedTimeUnixNano":"1774951200000001000","timeUnixNano":"1774951200000001000"}],\
                "scope":{"attributes":[],"name":"com.opsatc"}}]}]}""");
    }

    @Test
    void close_makesTheFilePrivateAndWhole() throws Exception {
        try (PlatformTelemetry telemetry = open()) {
            telemetry.featureUsed(Feature.CONTEXT, ACME, "ada");
            telemetry.operation(Operation.run(ACME, Optional.empty(), NOW, NOW));
        }

        assertThat(names())
                .containsExactly("opsatc-advisory-20260331T100000000Z-"
                        + ProcessHandle.current().pid() + "-1.jsonl");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(names().get(0)))))
                .isEqualTo("rw-------");
        for (String line : lines()) {
            CanonicalJson.tree(line.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(lines()).hasSize(2);
    }

    @Test
    void open_withNothingTold_leavesNoFile() throws Exception {
        open().close();

        assertThat(names()).isEmpty();
    }

    @Test
    void append_onAnotherDay_startsAnotherFile() throws Exception {
        AtomicReference<Instant> time = new AtomicReference<>(NOW);
        try (Spool spool = new Spool(folder, "opsatc-run", time::get, complaints::add)) {
            spool.append("one\n".getBytes(StandardCharsets.UTF_8));
            time.set(NOW.plus(Duration.ofHours(14)));
            spool.append("two\n".getBytes(StandardCharsets.UTF_8));
            spool.append("three\n".getBytes(StandardCharsets.UTF_8));

            assertThat(names())
                    .satisfiesExactly(
                            first -> assertThat(first)
                                    .startsWith("opsatc-run-20260331T100000000Z-")
                                    .endsWith(".jsonl"),
                            second -> assertThat(second)
                                    .startsWith("opsatc-run-20260401T000000000Z-")
                                    .endsWith(".part"));
        }

        assertThat(lines()).containsExactly("one", "two", "three");
        assertThat(names()).allMatch(name -> name.endsWith(".jsonl"));
    }

    @Test
    void append_toAFolderThatIsNone_complainsOnceAndNeverFails() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (PlatformTelemetry telemetry =
                PlatformTelemetry.open(file, "opsatc-run", "0.1.0", InstantSource.fixed(NOW), complaints::add)) {
            telemetry.operation(Operation.run(ACME, Optional.empty(), NOW, NOW));
            telemetry.featureUsed(Feature.CONTEXT, ACME, "ada");
        }

        assertThat(complaints)
                .containsExactly(
                        "Cannot write telemetry to " + file + ": Cannot use " + file
                                + ": it is not a directory (links are refused); name another place; the work goes on without it");
    }

    @Test
    void append_whereTheFileCannotBeMade_complainsOnce() throws Exception {
        try (Spool spool = new Spool(folder, "opsatc-run", InstantSource.fixed(NOW), complaints::add)) {
            Thread.currentThread().interrupt();
            spool.append("one\n".getBytes(StandardCharsets.UTF_8));
            assertThat(Thread.interrupted()).isTrue();
            spool.append("two\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(complaints)
                .containsExactly("Cannot write telemetry to " + folder
                        + ": FileLockInterruptionException; the work goes on without it");
        assertThat(lines()).isEmpty();
    }

    @Test
    void open_twiceInOneInstant_replacesNothing() throws Exception {
        try (PlatformTelemetry first = open();
                PlatformTelemetry second = open()) {
            first.featureUsed(Feature.FINDINGS, ACME, "");
            second.featureUsed(Feature.EXPLAIN, ACME, "");
        }
        try (PlatformTelemetry third = open()) {
            third.featureUsed(Feature.REPORT, ACME, "");
        }

        assertThat(names()).hasSize(3).allMatch(name -> name.endsWith(".jsonl"));
        assertThat(String.join("", lines())).contains("\"findings\"", "\"explain\"", "\"report\"");
    }

    @Test
    void open_folderMissing_isMadeForItsOwnerAlone() throws Exception {
        Path missing = folder.resolve("telemetry").resolve("otlp");
        try (PlatformTelemetry telemetry =
                PlatformTelemetry.open(missing, "opsatc-run", "0.1.0", InstantSource.fixed(NOW), complaints::add)) {
            telemetry.featureUsed(Feature.CONTEXT, ACME, "ada");
            telemetry.close();
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(missing)))
                .isEqualTo("rwx------");
        assertThat(complaints).isEmpty();
    }

    @Test
    void append_besideAnAbandonedPart_completesItAndLeavesALivingOne() throws Exception {
        Path abandoned = part("opsatc-run-1-1.jsonl.part", NOW.minusSeconds(61));
        part("opsatc-run-2-1.jsonl.part", NOW.minusSeconds(59));
        try (PlatformTelemetry telemetry = open()) {
            telemetry.featureUsed(Feature.CONTEXT, ACME, "ada");
        }

        assertThat(abandoned).doesNotExist();
        assertThat(names()).contains("opsatc-run-1-1.jsonl", "opsatc-run-2-1.jsonl.part");
    }

    @Test
    void off_takesEverythingAndWritesNothing() throws Exception {
        try (PlatformTelemetry telemetry = PlatformTelemetry.off()) {
            telemetry.featureUsed(Feature.CONTEXT, ACME, "ada");
            telemetry.operation(Operation.run(ACME, Optional.empty(), NOW, NOW));
        }

        assertThat(names()).isEmpty();
    }

    /** What is told of is of closed lists: a text can say who asked, and a method, of which there is a list as well. */
    @Test
    void operationAndFeature_fromOutside_takeNoTextButTheUserAndTheMethod() {
        assertThat(texts(Operation.class, "request", "run")).containsExactly("request method", "request user");
        assertThat(texts(PlatformTelemetry.class, "operation", "featureUsed")).containsExactly("featureUsed user");
        assertThat(Operation.class.getConstructors()).isEmpty();
    }

    @Test
    void open_serviceNameWithAPath_fails() {
        assertThatThrownBy(
                        () -> PlatformTelemetry.open(folder, "a/b", "0.1.0", InstantSource.fixed(NOW), complaints::add))
                .hasMessage("Invalid service name: use a-z, 0-9 and '-'");
    }

    @Test
    void request_methodThatIsNone_isTheOther() throws Exception {
        try (PlatformTelemetry telemetry = open()) {
            telemetry.operation(Operation.request(Endpoint.OTHER, "BREW secret", 404, ACME, "", NOW, NOW));
        }

        assertThat(String.join("", lines()))
                .contains("\"http.request.method\",\"value\":{\"stringValue\":\"_OTHER\"}")
                .doesNotContain("BREW", "error.type", "user.id");
    }

    private static List<String> texts(Class<?> type, String... names) {
        List<Method> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && List.of(names).contains(method.getName()))
                .toList();
        assertThat(methods).hasSize(names.length);

        return methods.stream()
                .flatMap(method -> Arrays.stream(method.getParameters())
                        .filter(parameter -> CharSequence.class.isAssignableFrom(parameter.getType())
                                || parameter
                                        .getParameterizedType()
                                        .getTypeName()
                                        .contains("String"))
                        .map(parameter -> method.getName() + " " + parameter.getName()))
                .sorted()
                .toList();
    }

    private PlatformTelemetry open() {
        return PlatformTelemetry.open(folder, "opsatc-advisory", "0.1.0", InstantSource.fixed(NOW), complaints::add);
    }

    private Path part(String name, Instant changed) throws IOException {
        Path part = Files.writeString(folder.resolve(name), "{}\n");

        return Files.setLastModifiedTime(part, FileTime.from(changed));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : names()) {
            lines.addAll(Files.readAllLines(folder.resolve(name)));
        }

        return lines;
    }

    /** The line with keys and attributes in order, and without its trace and span ids: they are random, and nothing reads them. */
    private static String plain(String line) {
        JsonNode tree = CanonicalJson.tree(line.getBytes(StandardCharsets.UTF_8));
        tree.findValues("attributes").forEach(PlatformTelemetryTest::sort);
        String text = new String(CanonicalJson.write(sorted(tree)), StandardCharsets.UTF_8);

        return text.replaceAll("\"(traceId|spanId)\":\"[0-9a-f]+\"", "\"$1\":\"id\"");
    }

    private static void sort(JsonNode attributes) {
        List<JsonNode> list = new ArrayList<>();
        attributes.forEach(list::add);
        list.sort(Comparator.comparing(attribute -> attribute.path("key").textValue()));
        ((ArrayNode) attributes).removeAll().addAll(list);
    }

    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new TreeMap<>();
            node.fields().forEachRemaining(field -> map.put(field.getKey(), sorted(field.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(sorted(element)));
            return list;
        }

        return node;
    }
}
