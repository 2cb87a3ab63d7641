package com.opsatc.telemetry.testing;

import java.util.List;

/** One planted value in every position of OTLP. */
final class CanaryDocuments {
    static final String SUM = "77.7000771234";
    static final String MINIMUM = "0.70007712345";
    static final String MAXIMUM = "7777.7000771234";
    static final String EXEMPLAR = "1.70007712345";

    private final String planted;
    private final String tenant;
    private final String time;

    CanaryDocuments(String planted, String tenant, String time) {
        this.planted = planted;
        this.tenant = tenant;
        this.time = "\"" + Otlp.nanos(time) + "\"";
    }

    List<String> lines() {
        String metrics = document("resourceMetrics", "scopeMetrics", "metrics", metric(Otlp.BOUNDS, "1"));
        String cumulative = document("resourceMetrics", "scopeMetrics", "metrics", metric(Otlp.BOUNDS, "2"));
        String unbinnable = document("resourceMetrics", "scopeMetrics", "metrics", metric("[0.005,0.01]", "1"));
        String other = document(
                "resourceMetrics",
                "scopeMetrics",
                "metrics",
                "{\"name\":" + text() + ",\"gauge\":{\"dataPoints\":[{\"attributes\":" + all()
                        + ",\"asInt\":\"1\"}]}}");
        String spans = document("resourceSpans", "scopeSpans", "spans", span());
        String logs = document("resourceLogs", "scopeLogs", "logRecords", log());
        return List.of(
                metrics,
                cumulative,
                unbinnable,
                other,
                spans,
                spans.replace("\"kind\":2", "\"kind\":3"),
                logs,
                logs.replace("app.feature.used", planted),
                spans.replace(tenant, planted),
                "{" + text() + ":[" + text() + ",{" + text() + ":" + text() + "}]}",
                spans.substring(0, spans.length() - 3),
                "[" + text() + "]",
                planted,
                "{\"a\":" + "[".repeat(40) + text() + "]".repeat(40) + "}");
    }

    private String document(String resources, String scopes, String records, String record) {
        return "{" + text() + ":" + text() + ",\"" + resources + "\":[{" + text() + ":1,\"schemaUrl\":" + text()
                + ",\"resource\":{\"droppedAttributesCount\":1,\"attributes\":[" + Otlp.text("tenant.id", tenant) + ","
                + Otlp.text("service.name", "opsatc-run") + "," + Otlp.text("service.version", planted) + ","
                + Otlp.text("host.name", planted) + "," + Otlp.text(planted, planted) + "]},\"" + scopes
                + "\":[{\"scope\":{\"name\":" + text() + ",\"version\":" + text() + ",\"attributes\":["
                + Otlp.text("x", planted)
                + "]},\"schemaUrl\":" + text() + ",\"" + records + "\":[" + record + "]}]}]}";
    }

    private String metric(String bounds, String temporality) {
        return "{\"name\":\"http.server.request.duration\",\"description\":" + text() + ",\"unit\":\"s\",\"metadata\":["
                + any("m")
                + "],\"histogram\":{\"aggregationTemporality\":" + temporality + ",\"dataPoints\":[{\"timeUnixNano\":"
                + time
                + ",\"sum\":" + SUM + ",\"min\":" + MINIMUM + ",\"max\":" + MAXIMUM
                + ",\"bucketCounts\":[1,0,0,0,0,0,0,0,0,0,0,0,0,0,0],\"explicitBounds\":"
                + bounds + ",\"exemplars\":[{\"traceId\":" + text() + ",\"spanId\":" + text() + ",\"asDouble\":"
                + EXEMPLAR + ","
                + "\"filteredAttributes\":[" + any("e") + "]}],\"attributes\":" + all() + "}]}}";
    }

    private String span() {
        return "{\"traceId\":" + text() + ",\"spanId\":" + text() + ",\"parentSpanId\":" + text() + ",\"traceState\":"
                + text()
                + ",\"name\":" + text() + ",\"kind\":2,\"startTimeUnixNano\":" + time + ",\"endTimeUnixNano\":" + time
                + ",\"status\":{\"code\":2,\"message\":" + text() + "},\"attributes\":" + all()
                + ",\"events\":[{\"name\":" + text()
                + ",\"attributes\":[" + any("exception.message") + "]}],\"links\":[{\"traceId\":" + text()
                + ",\"attributes\":["
                + any("l") + "]}]}";
    }

    private String log() {
        return "{\"timeUnixNano\":" + time + ",\"eventName\":\"app.feature.used\",\"severityText\":" + text()
                + ",\"body\":{\"stringValue\":" + text() + "},\"traceId\":" + text() + ",\"attributes\":["
                + Otlp.user(planted) + ","
                + Otlp.text("app.feature.key", planted) + "," + Otlp.text("feature_flag.result.variant", planted)
                + "]}";
    }

    /** Every attribute that is read, and several that are not. */
    private String all() {
        return "[" + Otlp.user(planted) + "," + Otlp.text("http.route", planted) + ","
                + Otlp.text("error.type", planted) + ","
                + Otlp.text("url.full", planted) + "," + Otlp.text("exception.stacktrace", planted) + ","
                + Otlp.text("db.query.text", planted) + "," + Otlp.text(planted, "x") + "," + any("nested") + "]";
    }

    private String any(String key) {
        return "{\"key\":\"" + key + "\",\"value\":{\"kvlistValue\":{\"values\":[" + Otlp.text(planted, planted)
                + "]},\"arrayValue\":{\"values\":[{\"stringValue\":" + text() + "}]}}}";
    }

    private String text() {
        return "\"" + planted + "\"";
    }
}
