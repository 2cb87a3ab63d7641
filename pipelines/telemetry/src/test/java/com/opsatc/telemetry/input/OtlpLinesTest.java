package com.opsatc.telemetry.input;

import static com.opsatc.telemetry.testing.Otlp.duration;
import static com.opsatc.telemetry.testing.Otlp.featureUsed;
import static com.opsatc.telemetry.testing.Otlp.histogram;
import static com.opsatc.telemetry.testing.Otlp.logs;
import static com.opsatc.telemetry.testing.Otlp.metrics;
import static com.opsatc.telemetry.testing.Otlp.nanos;
import static com.opsatc.telemetry.testing.Otlp.point;
import static com.opsatc.telemetry.testing.Otlp.resource;
import static com.opsatc.telemetry.testing.Otlp.span;
import static com.opsatc.telemetry.testing.Otlp.spans;
import static com.opsatc.telemetry.testing.Otlp.status;
import static com.opsatc.telemetry.testing.Otlp.text;
import static com.opsatc.telemetry.testing.Otlp.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.telemetry.testing.Found;
import com.opsatc.telemetry.testing.InputFiles;
import com.opsatc.telemetry.testing.Manifests;
import com.opsatc.telemetry.testing.Otlp;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpLinesTest {
    private static final String NOON = "2026-03-02T12:00:00Z";
    private static final int DAY = 20514;
    private static final String ACME = resource("web", "acme");

    @TempDir
    private Path folder;

    @Test
    void read_histogramPoint_isOperationsInBuckets() {
        Found found = read(metrics(ACME, duration(point(NOON, 2, 7, user("ann")))));

        assertThat(found.observations())
                .containsExactly("acme/ann day " + DAY + " METRICS web 7 ops 0 failed [0, 0, 7] -1 us");
    }

    @Test
    void read_serverSpan_isOneOperationWithItsDuration() {
        Found found = read(spans(ACME, span(NOON, 10_000), span(NOON, 10_001, user("ann"))));

        assertThat(found.observations())
                .containsExactly(
                        "acme/ day " + DAY + " TRACES web 1 ops 0 failed [0, 1] 10000 us",
                        "acme/ann day " + DAY + " TRACES web 1 ops 0 failed [0, 0, 1] 10001 us");
    }

    @Test
    void read_spanOfNanoseconds_isRoundedDownToMicroseconds() {
        long end = nanos(NOON);
        Found found = read(spans(
                ACME, "{\"kind\":2,\"startTimeUnixNano\":" + (end - 5_000_999L) + ",\"endTimeUnixNano\":" + end + "}"));

        assertThat(found.observations()).containsExactly("acme/ day " + DAY + " TRACES web 1 ops 0 failed [1] 5000 us");
    }

    @Test
    void read_featureEvents_areCellsOfTheManifest() {
        String flag = "{\"timeUnixNano\":\"" + nanos(NOON) + "\",\"attributes\":["
                + text("event.name", "feature_flag.evaluation") + "," + text("feature_flag.key", "context") + "]}";
        String observed = "{\"observedTimeUnixNano\":\"" + nanos(NOON) + "\",\"timeUnixNano\":\"0\",\"eventName\":"
                + "\"app.feature.used\",\"attributes\":[" + text("app.feature.key", "unheard-of") + "]}";
        Found found = read(logs(ACME, featureUsed(NOON, "report", user("ann")), flag, observed));

        assertThat(found.observations())
                .containsExactly(
                        "acme/ann day " + DAY + " feature 0",
                        "acme/ day " + DAY + " feature 2",
                        "acme/ day " + DAY + " feature 4");
    }

    @ParameterizedTest
    @CsvSource({"199,0", "404,0", "499,0", "500,1", "503,1"})
    void read_httpStatus_failsFrom500(int status, int failed) {
        assertThat(read(spans(ACME, span(NOON, 1, status(status)))).observations())
                .containsExactly("acme/ day " + DAY + " TRACES web 1 ops " + failed + " failed [1] 1 us");
        assertThat(read(metrics(ACME, duration(point(NOON, 0, 3, status(status)))))
                        .observations())
                .containsExactly("acme/ day " + DAY + " METRICS web 3 ops " + 3 * failed + " failed [3] -1 us");
    }

    @Test
    void read_errorTypeOrStatusError_fails() {
        String withStatus = span(NOON, 1).replace("\"kind\":2", "\"kind\":2,\"status\":{\"code\":2,\"message\":\"x\"}");
        String ok = span(NOON, 1).replace("\"kind\":2", "\"kind\":2,\"status\":{\"code\":1}");
        Found found = read(spans(ACME, span(NOON, 1, text("error.type", "")), withStatus, ok));

        assertThat(found.observations())
                .containsExactly(
                        "acme/ day " + DAY + " TRACES web 1 ops 1 failed [1] 1 us",
                        "acme/ day " + DAY + " TRACES web 1 ops 1 failed [1] 1 us",
                        "acme/ day " + DAY + " TRACES web 1 ops 0 failed [1] 1 us");
    }

    @Test
    void read_fieldsInReverseOrder_areTheSame() {
        String value = "{\"stringValue\":\"ann\"}";
        String line =
                "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"histogram\":{\"dataPoints\":[{\"attributes\":"
                        + "[{\"value\":" + value + ",\"key\":\"user.id\"},{\"value\":{\"x\":[1]},\"key\":\"other\"}],"
                        + "\"explicitBounds\":" + Otlp.BOUNDS
                        + ",\"bucketCounts\":[1,2,0,0,0,0,0,0,0,0,0,0,0,0,0],\"timeUnixNano\":"
                        + nanos(NOON)
                        + "}],\"aggregationTemporality\":1},\"unit\":\"s\",\"name\":\"http.server.request.duration\"}]}],"
                        + "\"resource\":{\"attributes\":[{\"value\":{\"stringValue\":\"acme\"},\"key\":\"tenant.id\"},"
                        + "{\"value\":{\"stringValue\":\"web\"},\"key\":\"service.name\"}]}}]}";

        assertThat(read(line).observations())
                .containsExactly("acme/ann day " + DAY + " METRICS web 3 ops 0 failed [1, 2] -1 us");
    }

    @Test
    void read_finerBounds_areReBinned() {
        String point = "{\"timeUnixNano\":\"" + nanos(NOON)
                + "\",\"bucketCounts\":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17],"
                + "\"explicitBounds\":[0.0025,5E-3,0.01,0.025,0.05,0.075,0.1,0.25,0.5,0.75,1.0,2.5,5,7.5,10.000,30]}";

        assertThat(read(metrics(ACME, duration(point))).observations())
                .containsExactly("acme/ day " + DAY
                        + " METRICS web 153 ops 0 failed [3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 33] -1 us");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0.005,0.01]",
                "[0.005,0.01,0.025,0.05,0.075,0.1,0.25,0.5,0.75,1,2.5,5,7.5,\"Infinity\"]",
                "[0.005,0.01,0.025,0.05,0.075,0.1,0.25,0.5,0.75,1,2.5,5,7.5,10.0000001]",
                "[0.01,0.005,0.025,0.05,0.075,0.1,0.25,0.5,0.75,1,2.5,5,7.5,10]",
                "[0.005,0.01,0.025,0.05,0.075,0.1,0.25,0.5,0.75,1,2.5,5,7.5,1e999999999]",
                "[0.005,0.01,0.025,0.05,0.075,0.1,0.25,0.5,0.75,1,2.5,5,7.5,1e-999999999]"
            })
    void read_boundsThatAreNotTheManifests_areUnbinnable(String bounds) {
        int buckets = bounds.split(",", -1).length + 1;
        String counts = "[" + "0,".repeat(buckets - 1) + "1]";
        String point = "{\"timeUnixNano\":\"" + nanos(NOON) + "\",\"bucketCounts\":" + counts + ",\"explicitBounds\":"
                + bounds + "}";

        assertRefused(metrics(ACME, duration(point)), Refusal.UNBINNABLE);
    }

    @Test
    void read_countsThatDoNotFit_areRefused() {
        String good = point(NOON, 0, 5);
        assertRefused(metrics(ACME, duration(good.replace("\"count\":\"5\"", "\"count\":\"6\""))), Refusal.BAD_COUNTS);
        assertRefused(metrics(ACME, duration(good.replace("[\"5\",", "[\"5\",\"0\","))), Refusal.BAD_COUNTS);
        assertRefused(metrics(ACME, duration(good.replace("[\"5\",", "[\"-1\","))), Refusal.BAD_COUNTS);
        assertRefused(metrics(ACME, duration(good.replace("[\"5\",", "[\"NaN\","))), Refusal.BAD_COUNTS);
        assertRefused(metrics(ACME, duration(good.replace("[\"5\",", "[1.5,"))), Refusal.BAD_COUNTS);
        assertRefused(metrics(ACME, duration(good.replace("[\"5\",", "[99999999999999999999,"))), Refusal.BAD_COUNTS);
        assertRefused(metrics(ACME, duration(point(NOON, 0, 1L << 40))), Refusal.BAD_COUNTS);
        assertThat(read(metrics(ACME, duration(point(NOON, 0, (1L << 40) - 1)))).observations())
                .hasSize(1);
    }

    @Test
    void read_temporalityUnitAndKind_areAsked() {
        String name = "http.server.request.duration";
        assertRefused(metrics(ACME, histogram(name, "s", "2", point(NOON, 0, 1))), Refusal.CUMULATIVE);
        assertRefused(metrics(ACME, histogram(name, "s", "0", point(NOON, 0, 1))), Refusal.NO_TEMPORALITY);
        assertRefused(
                metrics(ACME, histogram(name, "s", "\"AGGREGATION_TEMPORALITY_DELTA\"", point(NOON, 0, 1))),
                Refusal.NO_TEMPORALITY);
        assertRefused(metrics(ACME, histogram(name, "ms", "1", point(NOON, 0, 1))), Refusal.NOT_IN_SECONDS);
        assertRefused(
                metrics(ACME, histogram("http.client.request.duration", "s", "1", point(NOON, 0, 1))),
                Refusal.NOT_DECLARED);
        assertRefused(
                metrics(
                        ACME,
                        "{\"name\":\"" + name + "\",\"unit\":\"s\",\"sum\":{\"dataPoints\":[{\"asInt\":\"1\"}]}}"),
                Refusal.NOT_A_HISTOGRAM);
        assertRefused(spans(ACME, span(NOON, 1).replace("\"kind\":2", "\"kind\":3")), Refusal.NOT_DECLARED);
        assertRefused(
                spans(ACME, span(NOON, 1).replace("\"kind\":2", "\"kind\":\"SPAN_KIND_SERVER\"")),
                Refusal.NOT_DECLARED);
        assertRefused(
                logs(ACME, featureUsed(NOON, "report").replace("app.feature.used", "app.other")), Refusal.NOT_DECLARED);
    }

    @Test
    void read_undeclaredMetric_countsItsPoints() {
        Found found = read(metrics(
                ACME,
                "{\"name\":\"jvm.memory.used\",\"gauge\":{\"dataPoints\":[{\"asInt\":\"1\"},{\"asInt\":\"2\"}]}}"));

        assertThat(found.counts().refused()).isEqualTo(Map.of(Refusal.NOT_DECLARED, 2L));
        assertThat(found.counts().points()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"0\"",
                "\"-1\"",
                "\"4102444800000000000\"",
                "\"18446744073709551615\"",
                "\"x\"",
                "1.5",
                "true",
                "null"
            })
    void read_timeThatIsNone_isRefused(String time) {
        String written = "\"timeUnixNano\":\"" + nanos(NOON) + "\"";
        assertRefused(
                metrics(ACME, duration(point(NOON, 0, 1).replace(written, "\"timeUnixNano\":" + time))),
                Refusal.BAD_TIME);
        assertRefused(
                logs(ACME, featureUsed(NOON, "report").replace(written, "\"timeUnixNano\":" + time)), Refusal.BAD_TIME);
        assertRefused(
                spans(
                        ACME,
                        span(NOON, 0)
                                .replace("\"endTimeUnixNano\":\"" + nanos(NOON) + "\"", "\"endTimeUnixNano\":" + time)),
                Refusal.BAD_TIME);
    }

    @Test
    void read_spanThatEndsBeforeItsStart_isRefused() {
        assertRefused(spans(ACME, span(NOON, -1)), Refusal.BAD_TIME);
    }

    @Test
    void read_tenantOnRecordOrResource_isTaken() {
        assertThat(read(spans(text("service.name", "web"), span(NOON, 1, text("tenant.id", "acme"))))
                        .observations())
                .containsExactly("acme/ day " + DAY + " TRACES web 1 ops 0 failed [1] 1 us");
        assertThat(read(spans(ACME, span(NOON, 1, text("tenant.id", "acme")))).observations())
                .hasSize(1);
        assertRefused(spans(ACME, span(NOON, 1, text("tenant.id", "other"))), Refusal.TENANT_CONFLICT);
        assertRefused(spans(text("service.name", "web"), span(NOON, 1)), Refusal.NO_TENANT);
        assertRefused(spans(resource("web", ""), span(NOON, 1)), Refusal.NO_TENANT);
    }

    @Test
    void read_attributesThatAreWrong_refuseTheRecord() {
        assertRefused(spans(ACME, span(NOON, 1, user("a"), user("a"))), Refusal.DUPLICATE_ATTRIBUTE);
        assertRefused(
                spans(ACME, span(NOON, 1, "{\"key\":\"user.id\",\"value\":{\"intValue\":\"7\"}}")),
                Refusal.BAD_ATTRIBUTE);
        assertRefused(
                spans(
                        ACME,
                        span(NOON, 1, "{\"key\":\"http.response.status_code\",\"value\":{\"stringValue\":\"500\"}}")),
                Refusal.BAD_ATTRIBUTE);
        assertRefused(spans(ACME, span(NOON, 1, user("x".repeat(129)))), Refusal.TOO_LONG);
        assertRefused(spans(ACME, span(NOON, 1, user("ü".repeat(65)))), Refusal.TOO_LONG);
        assertRefused(spans(resource("web", "x".repeat(129)), span(NOON, 1)), Refusal.TOO_LONG);
        assertThat(read(spans(ACME, span(NOON, 1, user("ü".repeat(64))))).observations())
                .hasSize(1);
        String many = (text("k", "v") + ",").repeat(128);
        assertRefused(spans(ACME, span(NOON, 1, many + text("k", "v"))), Refusal.TOO_MANY_ATTRIBUTES);
        assertThat(read(spans(ACME, span(NOON, 1, many.substring(0, many.length() - 1))))
                        .observations())
                .hasSize(1);
        assertRefused(logs(ACME, featureUsed(NOON, "")), Refusal.NO_FEATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "3",
                "\"text\"",
                "{} {}",
                "{\"resourceSpans\":{}}",
                "{\"a\":1,\"a\":2}",
                "{\"resourceSpans\":[],}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{\"a\":1}x"
            })
    void read_malformedLine_isRefusedAndTheRestGoesOn(String line) {
        Found found = read(line, spans(ACME, span(NOON, 1)));

        assertThat(found.counts().refused()).isEqualTo(Map.of(Refusal.LINE_MALFORMED, 1L));
        assertThat(found.counts().lines()).isEqualTo(2);
        assertThat(found.observations()).hasSize(1);
    }

    /** Another tenant's record of the same line counts, before and behind the malformed one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceSpans\":[@,{\"resource\":3},@]}",
                "{\"resourceSpans\":[@,null,@]}",
                "{\"resourceSpans\":[@,[[{}]],@]}",
                "{\"resourceSpans\":[@,{\"resource\":{\"attributes\":{\"deep\":[1,{}]}},\"more\":[{}]},@]}",
                "{\"resourceSpans\":[@,{\"scopeSpans\":[{\"spans\":[7]}],\"resource\":{}},@]}",
                "{\"resourceSpans\":[@,{\"scopeSpans\":[{\"spans\":[{\"attributes\":{\"a\":{}}}]}]},@]}",
                "{\"resourceSpans\":[@,{\"scopeSpans\":[{\"spans\":[{\"attributes\":[{\"key\":4}],\"kind\":2}]}]},@]}",
                "{\"resourceSpans\":[@,{\"scopeSpans\":{\"spans\":[]}},@]}"
            })
    void read_malformedRecordOfOneTenant_isRefusedAlone(String line) {
        String other = spans(ACME, span(NOON, 1)).replace("{\"resourceSpans\":[", "");
        Found found = read(line.replace("@", other.substring(0, other.length() - 2)));

        assertThat(found.observations()).hasSize(2);
        assertThat(found.counts().refused()).isEqualTo(Map.of(Refusal.MALFORMED, 1L));
        assertThat(found.counts().points()).isEqualTo(3);
    }

    @Test
    void read_malformedPoint_isRefusedAlone() {
        String good = point(NOON, 0, 1);
        Found found = read(metrics(ACME, duration(good, "5", good)));

        assertThat(found.observations()).hasSize(2);
        assertThat(found.counts().refused()).isEqualTo(Map.of(Refusal.MALFORMED, 1L));
    }

    /** Whose the spans before the break are stands behind it: they are nobody's. */
    @Test
    void read_resourceThatBreaksBeforeItsTenant_isRefusedWithItsRecords() {
        String span = span(NOON, 1);
        Found found = read("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + span
                + "]},4],\"resource\":{\"attributes\":[" + ACME + "]}}]}");

        assertThat(found.observations()).isEmpty();
        assertThat(found.counts().refused()).isEqualTo(Map.of(Refusal.MALFORMED, 2L));
    }

    @Test
    void read_lineThatBreaksLate_countsNothingOfIt() {
        String good = spans(ACME, span(NOON, 1));
        Found found = read(good.substring(0, good.length() - 2));

        assertThat(found.observations()).isEmpty();
        assertThat(found.counts().refused()).isEqualTo(Map.of(Refusal.LINE_MALFORMED, 1L));
        assertThat(found.counts().points()).isZero();
    }

    @Test
    void read_deepLine_isRefusedAlsoWhereItIsSkipped() {
        assertThat(read("{\"unknown\":" + "[".repeat(31) + "]".repeat(31) + "}")
                        .counts()
                        .refused())
                .isEmpty();
        assertThat(read("{\"unknown\":" + "[".repeat(32) + "]".repeat(32) + "}")
                        .counts()
                        .refused())
                .isEqualTo(Map.of(Refusal.LINE_TOO_DEEP, 1L));
        assertThat(read("{\"unknown\":" + "[".repeat(100_000)).counts().refused())
                .isEqualTo(Map.of(Refusal.LINE_TOO_DEEP, 1L));
    }

    @Test
    void read_longNumber_isRefusedAlsoWhereItIsSkippedAndALongNameIsNot() {
        String good = spans(ACME, span(NOON, 1));
        String more = good.substring(0, good.length() - 1) + ",\"unknown\":{\"@\":#}}";

        assertThat(read(more.replace("#", "1".repeat(100))).observations()).hasSize(1);
        for (String number : List.of("1".repeat(101), "1." + "1".repeat(100), "1e" + "0".repeat(99) + "1")) {
            Found found = read(more.replace("#", number));
            assertThat(found.observations()).isEmpty();
            assertThat(found.counts().refused()).isEqualTo(Map.of(Refusal.LINE_TOO_DEEP, 1L));
        }
        assertThat(read(more.replace("#", "1").replace("@", "x".repeat(1_000_000)))
                        .observations())
                .hasSize(1);
    }

    @Test
    void read_bytesThatAreNotUtf8_areRefusedAlsoWhereTheyAreSkipped() {
        byte[] line = "{\"unknown\":\"??\"}\n".getBytes(StandardCharsets.UTF_8);
        for (int[] pair : new int[][] {{0xc0, 0x80}, {0xff, 'x'}, {'x', 0xc3}}) {
            line[12] = (byte) pair[0];
            line[13] = (byte) pair[1];
            assertThat(read(line).counts().refused()).isEqualTo(Map.of(Refusal.LINE_NOT_UTF8, 1L));
        }
    }

    @Test
    void read_lineOverTheLimit_isRefusedAndTheRestGoesOn() {
        String padded = "{\"unknown\":\"" + "x".repeat(LineReader.LONGEST_BYTES) + "\"}";
        Found found = read(padded, spans(ACME, span(NOON, 1)));

        assertThat(found.counts().refused()).isEqualTo(Map.of(Refusal.LINE_TOO_LONG, 1L));
        assertThat(found.observations()).hasSize(1);
    }

    @Test
    void read_severalKindsInALine_areAllRead() {
        String metrics = metrics(ACME, duration(point(NOON, 0, 1)));
        String logs = logs(ACME, featureUsed(NOON, "report"));
        Found found = read(metrics.substring(0, metrics.length() - 1) + "," + logs.substring(1));

        assertThat(found.observations()).hasSize(2);
    }

    @Test
    void read_blankLinesAndCarriageReturns_areNoLines() {
        Found found = read("", "  \r", spans(ACME, span(NOON, 1)) + "\r", "\t");

        assertThat(found.counts().lines()).isEqualTo(1);
        assertThat(found.observations()).hasSize(1);
    }

    /** As the OpenTelemetry SDK for Java 1.62 writes them for this platform. */
    @Test
    void read_linesOfTheSdk_areRead() {
        Found found = read("""
                {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"opsatc-advisory"}},\
                {"key":"service.version","value":{"stringValue":"0.1.0"}}]},"scopeSpans":[{"scope":{"name":"com.opsatc",\
                "attributes":[]},"spans":[{"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174",\
                "name":"/v1/tenants/{tenant}/context","kind":2,"startTimeUnixNano":"1774951199960001000",\
                "endTimeUnixNano":"1774951200000001000","attributes":[{"key":"error.type","value":{"stringValue":"503"}},\
                {"key":"http.response.status_code","value":{"intValue":"503"}},{"key":"tenant.id","value":{"stringValue":"acme"}},\
                {"key":"user.id","value":{"stringValue":"ada"}}],"events":[],"links":[],"status":{"code":2},"flags":259}]}]}]}""", """
                {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"opsatc-advisory"}}]},\
                "scopeLogs":[{"logRecords":[{"attributes":[{"key":"app.feature.key","value":{"stringValue":"context"}},\
                {"key":"tenant.id","value":{"stringValue":"acme"}}],"eventName":"app.feature.used",\
                "observedTimeUnixNano":"1774951200000001000","timeUnixNano":"1774951200000001000"}],\
                "scope":{"attributes":[],"name":"com.opsatc"}}]}]}""");

        assertThat(found.observations())
                .containsExactly(
                        "acme/ada day 20543 TRACES opsatc-advisory 1 ops 1 failed [0, 0, 0, 1] 40000 us",
                        "acme/ day 20543 feature 2");
    }

    @Test
    void read_gzip_isTheSame() {
        byte[] plain = (spans(ACME, span(NOON, 1)) + "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(read(InputFiles.gzip(plain)).observations())
                .isEqualTo(read(plain).observations());
    }

    private void assertRefused(String line, Refusal reason) {
        Found found = read(line);

        assertThat(found.observations()).isEmpty();
        assertThat(found.counts().refused()).isEqualTo(Map.of(reason, 1L));
        assertThat(found.counts().points()).isEqualTo(1);
    }

    private Found read(String... lines) {
        return read((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Found read(byte[] bytes) {
        Found found = new Found();
        new OtlpLines(Manifests.shipped()).read(InputFiles.part(InputFiles.write(folder.resolve("in"), bytes)), found);
        return found;
    }
}
