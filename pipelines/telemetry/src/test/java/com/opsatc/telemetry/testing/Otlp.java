package com.opsatc.telemetry.testing;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Small OTLP documents, written by hand and put together by text. */
public final class Otlp {
    /** The buckets of the shipped manifest, in seconds. */
    public static final String BOUNDS = "[0.005,0.01,0.025,0.05,0.075,0.1,0.25,0.5,0.75,1,2.5,5,7.5,10]";

    private static final int BUCKETS = 15;

    private Otlp() {}

    public static String metrics(String attributes, String metric) {
        return "{\"resourceMetrics\":[{\"resource\":{\"attributes\":[" + attributes
                + "]},\"scopeMetrics\":[{\"metrics\":[" + metric + "]}]}]}";
    }

    public static String spans(String attributes, String... spans) {
        return "{\"resourceSpans\":[{\"resource\":{\"attributes\":[" + attributes + "]},\"scopeSpans\":[{\"spans\":["
                + String.join(",", spans) + "]}]}]}";
    }

    public static String logs(String attributes, String... records) {
        return "{\"resourceLogs\":[{\"resource\":{\"attributes\":[" + attributes + "]},\"scopeLogs\":[{\"logRecords\":["
                + String.join(",", records) + "]}]}]}";
    }

    /** A service's resource: the tenant's attributes. */
    public static String resource(String service, String tenant) {
        return text("service.name", service) + "," + text("tenant.id", tenant);
    }

    /** The declared histogram, in seconds, of deltas. */
    public static String duration(String... points) {
        return histogram("http.server.request.duration", "s", "1", points);
    }

    public static String histogram(String name, String unit, String temporality, String... points) {
        return "{\"name\":\"" + name + "\",\"unit\":\"" + unit + "\",\"histogram\":{\"aggregationTemporality\":"
                + temporality + ",\"dataPoints\":[" + String.join(",", points) + "]}}";
    }

    /** A point with so many operations in one bucket of the manifest. */
    public static String point(String time, int bucket, long count, String... attributes) {
        long[] counts = new long[BUCKETS];
        counts[bucket] = count;
        String written =
                Arrays.stream(counts).mapToObj(one -> "\"" + one + "\"").collect(Collectors.joining(","));
        return "{\"timeUnixNano\":\"" + nanos(time) + "\",\"count\":\"" + count + "\",\"bucketCounts\":[" + written
                + "],\"explicitBounds\":" + BOUNDS + ",\"attributes\":[" + String.join(",", attributes) + "]}";
    }

    /** A server span that ends at a time. */
    public static String span(String end, long durationUs, String... attributes) {
        long nanos = nanos(end);
        return "{\"kind\":2,\"startTimeUnixNano\":\"" + (nanos - 1000 * durationUs) + "\",\"endTimeUnixNano\":\""
                + nanos + "\",\"attributes\":[" + String.join(",", attributes) + "]}";
    }

    public static String featureUsed(String time, String feature, String... attributes) {
        String all =
                text("app.feature.key", feature) + (attributes.length == 0 ? "" : "," + String.join(",", attributes));
        return "{\"timeUnixNano\":\"" + nanos(time) + "\",\"eventName\":\"app.feature.used\",\"attributes\":[" + all
                + "]}";
    }

    public static String user(String user) {
        return text("user.id", user);
    }

    public static String status(int code) {
        return "{\"key\":\"http.response.status_code\",\"value\":{\"intValue\":\"" + code + "\"}}";
    }

    public static String text(String key, String value) {
        return "{\"key\":\"" + key + "\",\"value\":{\"stringValue\":\"" + value + "\"}}";
    }

    public static long nanos(String time) {
        Instant instant = Instant.parse(time);
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
