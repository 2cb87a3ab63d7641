package com.opsatc.telemetry.input.otlp;

import static com.opsatc.telemetry.input.otlp.OtlpFile.ACME;
import static com.opsatc.telemetry.input.otlp.OtlpFile.DAY;
import static com.opsatc.telemetry.input.otlp.OtlpFile.NOON;
import static com.opsatc.telemetry.testing.Otlp.duration;
import static com.opsatc.telemetry.testing.Otlp.featureUsed;
import static com.opsatc.telemetry.testing.Otlp.logs;
import static com.opsatc.telemetry.testing.Otlp.metrics;
import static com.opsatc.telemetry.testing.Otlp.nanos;
import static com.opsatc.telemetry.testing.Otlp.point;
import static com.opsatc.telemetry.testing.Otlp.span;
import static com.opsatc.telemetry.testing.Otlp.spans;
import static com.opsatc.telemetry.testing.Otlp.status;
import static com.opsatc.telemetry.testing.Otlp.text;
import static com.opsatc.telemetry.testing.Otlp.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.telemetry.testing.Found;
import com.opsatc.telemetry.testing.InputFiles;
import com.opsatc.telemetry.testing.Otlp;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What good lines are read as. */
class OtlpLinesTest {
    private final OtlpFile otlp;

    OtlpLinesTest(@TempDir Path folder) {
        otlp = new OtlpFile(folder);
    }

    @Test
    void read_histogramPoint_isOperationsInBuckets() {
        Found found = otlp.read(metrics(ACME, duration(point(NOON, 2, 7, user("ann")))));

        assertThat(found.observations())
                .containsExactly("acme/ann day " + DAY + " METRICS web 7 ops 0 failed [0, 0, 7] -1 us");
    }

    @Test
    void read_serverSpan_isOneOperationWithItsDuration() {
        Found found = otlp.read(spans(ACME, span(NOON, 10_000), span(NOON, 10_001, user("ann"))));

        assertThat(found.observations())
                .containsExactly(
                        "acme/ day " + DAY + " TRACES web 1 ops 0 failed [0, 1] 10000 us",
                        "acme/ann day " + DAY + " TRACES web 1 ops 0 failed [0, 0, 1] 10001 us");
    }

    @Test
    void read_spanOfNanoseconds_isRoundedDownToMicroseconds() {
        long end = nanos(NOON);
        Found found = otlp.read(spans(
                ACME, "{\"kind\":2,\"startTimeUnixNano\":" + (end - 5_000_999L) + ",\"endTimeUnixNano\":" + end + "}"));

        assertThat(found.observations()).containsExactly("acme/ day " + DAY + " TRACES web 1 ops 0 failed [1] 5000 us");
    }

    @Test
    void read_featureEvents_areCellsOfTheManifest() {
        String flag = "{\"timeUnixNano\":\"" + nanos(NOON) + "\",\"attributes\":["
                + text("event.name", "feature_flag.evaluation") + "," + text("feature_flag.key", "context") + "]}";
        String observed = "{\"observedTimeUnixNano\":\"" + nanos(NOON) + "\",\"timeUnixNano\":\"0\",\"eventName\":"
                + "\"app.feature.used\",\"attributes\":[" + text("app.feature.key", "unheard-of") + "]}";
        Found found = otlp.read(logs(ACME, featureUsed(NOON, "report", user("ann")), flag, observed));

        assertThat(found.observations())
                .containsExactly(
                        "acme/ann day " + DAY + " feature 0",
                        "acme/ day " + DAY + " feature 2",
                        "acme/ day " + DAY + " feature 4");
    }

    @ParameterizedTest
    @CsvSource({"199,0", "404,0", "499,0", "500,1", "503,1"})
    void read_httpStatus_failsFrom500(int status, int failed) {
        assertThat(otlp.read(spans(ACME, span(NOON, 1, status(status)))).observations())
                .containsExactly("acme/ day " + DAY + " TRACES web 1 ops " + failed + " failed [1] 1 us");
        assertThat(otlp.read(metrics(ACME, duration(point(NOON, 0, 3, status(status)))))
                        .observations())
                .containsExactly("acme/ day " + DAY + " METRICS web 3 ops " + 3 * failed + " failed [3] -1 us");
    }

    @Test
    void read_errorTypeOrStatusError_fails() {
        String withStatus = span(NOON, 1).replace("\"kind\":2", "\"kind\":2,\"status\":{\"code\":2,\"message\":\"x\"}");
        String ok = span(NOON, 1).replace("\"kind\":2", "\"kind\":2,\"status\":{\"code\":1}");
        Found found = otlp.read(spans(ACME, span(NOON, 1, text("error.type", "")), withStatus, ok));

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

        assertThat(otlp.read(line).observations())
                .containsExactly("acme/ann day " + DAY + " METRICS web 3 ops 0 failed [1, 2] -1 us");
    }

    @Test
    void read_finerBounds_areReBinned() {
        String point = "{\"timeUnixNano\":\"" + nanos(NOON)
                + "\",\"bucketCounts\":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17],"
                + "\"explicitBounds\":[0.0025,5E-3,0.01,0.025,0.05,0.075,0.1,0.25,0.5,0.75,1.0,2.5,5,7.5,10.000,30]}";

        assertThat(otlp.read(metrics(ACME, duration(point))).observations())
                .containsExactly("acme/ day " + DAY
                        + " METRICS web 153 ops 0 failed [3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 33] -1 us");
    }

    @Test
    void read_severalKindsInALine_areAllRead() {
        String metrics = metrics(ACME, duration(point(NOON, 0, 1)));
        String logs = logs(ACME, featureUsed(NOON, "report"));
        Found found = otlp.read(metrics.substring(0, metrics.length() - 1) + "," + logs.substring(1));

        assertThat(found.observations()).hasSize(2);
    }

    @Test
    void read_blankLinesAndCarriageReturns_areNoLines() {
        Found found = otlp.read("", "  \r", spans(ACME, span(NOON, 1)) + "\r", "\t");

        assertThat(found.counts().lines()).isEqualTo(1);
        assertThat(found.observations()).hasSize(1);
    }

    /** As the OpenTelemetry SDK for Java 1.62 writes them for this platform. */
    @Test
    void read_linesOfTheSdk_areRead() {
        Found found = otlp.read("""
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

        assertThat(otlp.read(InputFiles.gzip(plain)).observations())
                .isEqualTo(otlp.read(plain).observations());
    }
}
