package com.opsatc.jobs.cli;

import java.time.Instant;

/** A line of OTLP with one span of one second. */
final class OtlpSpan {
    private OtlpSpan() {}

    static String of(String tenant, String day) {
        return of(tenant, "pat", day);
    }

    static String of(String tenant, String user, String day) {
        long second = Instant.parse(day + "T10:00:00Z").getEpochSecond();

        return "{\"resourceSpans\":[{\"resource\":{\"attributes\":[" + attribute("service.name", "opsatc-advisory")
                + ","
                + attribute("tenant.id", tenant) + "]},\"scopeSpans\":[{\"spans\":[{\"kind\":2,\"startTimeUnixNano\":\""
                + second + "000000000\",\"endTimeUnixNano\":\"" + (second + 1) + "000000000\",\"attributes\":["
                + attribute("user.id", user) + "]}]}]}]}";
    }

    private static String attribute(String key, String value) {
        return "{\"key\":\"" + key + "\",\"value\":{\"stringValue\":\"" + value + "\"}}";
    }
}
