package com.opsatc.telemetry.input.otlp;

import static com.opsatc.telemetry.input.otlp.OtlpFile.ACME;
import static com.opsatc.telemetry.input.otlp.OtlpFile.DAY;
import static com.opsatc.telemetry.input.otlp.OtlpFile.NOON;
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
import static com.opsatc.telemetry.testing.Otlp.text;
import static com.opsatc.telemetry.testing.Otlp.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.telemetry.input.Refusal;
import com.opsatc.telemetry.testing.Found;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader asks of a record, and the reason by which it refuses one that is well-formed. */
class OtlpRefusalsTest {
    private final OtlpFile otlp;

    OtlpRefusalsTest(@TempDir Path folder) {
        otlp = new OtlpFile(folder);
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

        otlp.assertRefused(metrics(ACME, duration(point)), Refusal.UNBINNABLE);
    }

    @Test
    void read_countsThatDoNotFit_areRefused() {
        String good = point(NOON, 0, 5);
        otlp.assertRefused(
                metrics(ACME, duration(good.replace("\"count\":\"5\"", "\"count\":\"6\""))), Refusal.BAD_COUNTS);
        otlp.assertRefused(metrics(ACME, duration(good.replace("[\"5\",", "[\"5\",\"0\","))), Refusal.BAD_COUNTS);
        otlp.assertRefused(metrics(ACME, duration(good.replace("[\"5\",", "[\"-1\","))), Refusal.BAD_COUNTS);
        otlp.assertRefused(metrics(ACME, duration(good.replace("[\"5\",", "[\"NaN\","))), Refusal.BAD_COUNTS);
        otlp.assertRefused(metrics(ACME, duration(good.replace("[\"5\",", "[1.5,"))), Refusal.BAD_COUNTS);
        otlp.assertRefused(
                metrics(ACME, duration(good.replace("[\"5\",", "[99999999999999999999,"))), Refusal.BAD_COUNTS);
        otlp.assertRefused(metrics(ACME, duration(point(NOON, 0, 1L << 40))), Refusal.BAD_COUNTS);
        assertThat(otlp.read(metrics(ACME, duration(point(NOON, 0, (1L << 40) - 1))))
                        .observations())
                .hasSize(1);
    }

    @Test
    void read_temporalityUnitAndKind_areAsked() {
        String name = "http.server.request.duration";
        otlp.assertRefused(metrics(ACME, histogram(name, "s", "2", point(NOON, 0, 1))), Refusal.CUMULATIVE);
        otlp.assertRefused(metrics(ACME, histogram(name, "s", "0", point(NOON, 0, 1))), Refusal.NO_TEMPORALITY);
        otlp.assertRefused(
                metrics(ACME, histogram(name, "s", "\"AGGREGATION_TEMPORALITY_DELTA\"", point(NOON, 0, 1))),
                Refusal.NO_TEMPORALITY);
        otlp.assertRefused(metrics(ACME, histogram(name, "ms", "1", point(NOON, 0, 1))), Refusal.NOT_IN_SECONDS);
        otlp.assertRefused(
                metrics(ACME, histogram("http.client.request.duration", "s", "1", point(NOON, 0, 1))),
                Refusal.NOT_DECLARED);
        otlp.assertRefused(
                metrics(
                        ACME,
                        "{\"name\":\"" + name + "\",\"unit\":\"s\",\"sum\":{\"dataPoints\":[{\"asInt\":\"1\"}]}}"),
                Refusal.NOT_A_HISTOGRAM);
        otlp.assertRefused(spans(ACME, span(NOON, 1).replace("\"kind\":2", "\"kind\":3")), Refusal.NOT_DECLARED);
        otlp.assertRefused(
                spans(ACME, span(NOON, 1).replace("\"kind\":2", "\"kind\":\"SPAN_KIND_SERVER\"")),
                Refusal.NOT_DECLARED);
        otlp.assertRefused(
                logs(ACME, featureUsed(NOON, "report").replace("app.feature.used", "app.other")), Refusal.NOT_DECLARED);
    }

    @Test
    void read_undeclaredMetric_countsItsPoints() {
        Found found = otlp.read(metrics(
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
        otlp.assertRefused(
                metrics(ACME, duration(point(NOON, 0, 1).replace(written, "\"timeUnixNano\":" + time))),
                Refusal.BAD_TIME);
        otlp.assertRefused(
                logs(ACME, featureUsed(NOON, "report").replace(written, "\"timeUnixNano\":" + time)), Refusal.BAD_TIME);
        otlp.assertRefused(
                spans(
                        ACME,
                        span(NOON, 0)
                                .replace("\"endTimeUnixNano\":\"" + nanos(NOON) + "\"", "\"endTimeUnixNano\":" + time)),
                Refusal.BAD_TIME);
    }

    @Test
    void read_spanThatEndsBeforeItsStart_isRefused() {
        otlp.assertRefused(spans(ACME, span(NOON, -1)), Refusal.BAD_TIME);
    }

    @Test
    void read_tenantOnRecordOrResource_isTaken() {
        assertThat(otlp.read(spans(text("service.name", "web"), span(NOON, 1, text("tenant.id", "acme"))))
                        .observations())
                .containsExactly("acme/ day " + DAY + " TRACES web 1 ops 0 failed [1] 1 us");
        assertThat(otlp.read(spans(ACME, span(NOON, 1, text("tenant.id", "acme"))))
                        .observations())
                .hasSize(1);
        otlp.assertRefused(spans(ACME, span(NOON, 1, text("tenant.id", "other"))), Refusal.TENANT_CONFLICT);
        otlp.assertRefused(spans(text("service.name", "web"), span(NOON, 1)), Refusal.NO_TENANT);
        otlp.assertRefused(spans(resource("web", ""), span(NOON, 1)), Refusal.NO_TENANT);
    }

    @Test
    void read_attributesThatAreWrong_refuseTheRecord() {
        otlp.assertRefused(spans(ACME, span(NOON, 1, user("a"), user("a"))), Refusal.DUPLICATE_ATTRIBUTE);
        otlp.assertRefused(
                spans(ACME, span(NOON, 1, "{\"key\":\"user.id\",\"value\":{\"intValue\":\"7\"}}")),
                Refusal.BAD_ATTRIBUTE);
        otlp.assertRefused(
                spans(
                        ACME,
                        span(NOON, 1, "{\"key\":\"http.response.status_code\",\"value\":{\"stringValue\":\"500\"}}")),
                Refusal.BAD_ATTRIBUTE);
        otlp.assertRefused(spans(ACME, span(NOON, 1, user("x".repeat(129)))), Refusal.TOO_LONG);
        otlp.assertRefused(spans(ACME, span(NOON, 1, user("ü".repeat(65)))), Refusal.TOO_LONG);
        otlp.assertRefused(spans(resource("web", "x".repeat(129)), span(NOON, 1)), Refusal.TOO_LONG);
        assertThat(otlp.read(spans(ACME, span(NOON, 1, user("ü".repeat(64))))).observations())
                .hasSize(1);
        String many = (text("k", "v") + ",").repeat(128);
        otlp.assertRefused(spans(ACME, span(NOON, 1, many + text("k", "v"))), Refusal.TOO_MANY_ATTRIBUTES);
        assertThat(otlp.read(spans(ACME, span(NOON, 1, many.substring(0, many.length() - 1))))
                        .observations())
                .hasSize(1);
        otlp.assertRefused(logs(ACME, featureUsed(NOON, "")), Refusal.NO_FEATURE);
    }
}
