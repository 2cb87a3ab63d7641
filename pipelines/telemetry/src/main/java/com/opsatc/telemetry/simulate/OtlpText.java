package com.opsatc.telemetry.simulate;

import java.math.BigDecimal;
import java.util.List;

/** OTLP's JSON for simulated telemetry; all texts in it are plain ASCII names. */
final class OtlpText {
    private static final String SPANS_SERVICE = "opsatc-run";
    private static final String METRICS_SERVICE = "fleet-gateway";

    private final StringBuilder text = new StringBuilder(1 << 14);

    void openMetrics(String tenant) {
        open("resourceMetrics", METRICS_SERVICE, tenant, "scopeMetrics");
        text.append("\"metrics\":[{\"name\":\"http.server.request.duration\",\"unit\":\"s\",\"histogram\":{"
                + "\"aggregationTemporality\":1,\"dataPoints\":[");
    }

    void histogramPoint(
            boolean further, long timeNanos, long[] buckets, List<Long> boundsUs, String user, boolean failed) {
        separate(further);
        long count = 0;
        for (long bucket : buckets) {
            count += bucket;
        }
        text.append("{\"startTimeUnixNano\":\"").append(timeNanos - 1_000_000_000L);
        text.append("\",\"timeUnixNano\":\"").append(timeNanos);
        text.append("\",\"count\":\"").append(count).append("\",\"bucketCounts\":[");
        for (int i = 0; i < buckets.length; i++) {
            text.append(i > 0 ? ",\"" : "\"").append(buckets[i]).append('"');
        }
        text.append("],\"explicitBounds\":[");
        for (int i = 0; i < boundsUs.size(); i++) {
            separate(i > 0);
            text.append(
                    BigDecimal.valueOf(boundsUs.get(i), 6).stripTrailingZeros().toPlainString());
        }
        text.append("],\"attributes\":[");
        attributes(user, failed);
        text.append("]}");
    }

    void closeMetrics() {
        text.append("]}}]}]}]}\n");
    }

    void openSpans(String tenant) {
        open("resourceSpans", SPANS_SERVICE, tenant, "scopeSpans");
        text.append("\"spans\":[");
    }

    void span(boolean further, long startNanos, long endNanos, String user, boolean failed) {
        separate(further);
        text.append(
                "{\"traceId\":\"5b8efff798038103d269b633813fc60c\",\"spanId\":\"eee19b7ec3c1b174\",\"name\":\"run\","
                        + "\"kind\":2,\"startTimeUnixNano\":\"");
        text.append(startNanos)
                .append("\",\"endTimeUnixNano\":\"")
                .append(endNanos)
                .append("\",\"attributes\":[");
        attributes(user, failed);
        text.append(failed ? "],\"status\":{\"code\":2}}" : "]}");
    }

    void closeSpans() {
        text.append("]}]}]}\n");
    }

    void openLogs(String tenant) {
        open("resourceLogs", METRICS_SERVICE, tenant, "scopeLogs");
        text.append("\"logRecords\":[");
    }

    void event(boolean further, long timeNanos, String user, String feature) {
        separate(further);
        text.append("{\"timeUnixNano\":\"").append(timeNanos);
        text.append("\",\"eventName\":\"app.feature.used\",\"attributes\":[");
        attribute("user.id", user);
        text.append(',');
        attribute("app.feature.key", feature);
        text.append("]}");
    }

    void closeLogs() {
        text.append("]}]}]}\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void open(String resources, String service, String tenant, String scopes) {
        text.append("{\"").append(resources).append("\":[{\"resource\":{\"attributes\":[");
        attribute("service.name", service);
        text.append(',');
        attribute("tenant.id", tenant);
        text.append("]},\"").append(scopes).append("\":[{\"scope\":{\"name\":\"fleet\"},");
    }

    private void attributes(String user, boolean failed) {
        attribute("user.id", user);
        text.append(',');
        attribute("http.route", "/v1/findings");
        text.append(",{\"key\":\"http.response.status_code\",\"value\":{\"intValue\":\"")
                .append(failed ? 500 : 200)
                .append("\"}}");
    }

    private void attribute(String key, String value) {
        text.append("{\"key\":\"")
                .append(key)
                .append("\",\"value\":{\"stringValue\":\"")
                .append(value)
                .append("\"}}");
    }

    private void separate(boolean further) {
        if (further) {
            text.append(',');
        }
    }
}
