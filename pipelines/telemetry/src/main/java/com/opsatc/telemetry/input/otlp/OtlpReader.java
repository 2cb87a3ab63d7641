package com.opsatc.telemetry.input.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.telemetry.input.LatencyBuckets;
import com.opsatc.telemetry.input.MalformedLineException;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Reads one OTLP document: metrics, traces and logs, in any order and mixture. */
final class OtlpReader {
    private final LatencyBuckets bounds;
    private final Set<String> metrics;
    private final Set<String> events;
    private final List<String> features;

    OtlpReader(Manifest manifest) {
        bounds = LatencyBuckets.of(manifest);
        metrics = Set.copyOf(manifest.contract().operations().metrics());
        events = Set.copyOf(manifest.contract().operations().featureEvents());
        features = manifest.block(BlockKind.FEATURES).map(Block::keys).orElse(List.of());
    }

    /** @throws IOException when the line is not one OTLP document; nothing of it counts then */
    LineFindings read(JsonLine line) throws IOException {
        LineFindings findings = new LineFindings();
        try (JsonParser json = line.parser()) {
            json.nextToken();
            OtlpJson.eachField(json, (name, value) -> {
                switch (name) {
                    case "resourceMetrics" ->
                        resources(
                                value,
                                line,
                                findings,
                                "scopeMetrics",
                                "metrics",
                                metric -> MetricReader.read(metric, line, bounds, metrics, findings));
                    case "resourceSpans" ->
                        resources(
                                value,
                                line,
                                findings,
                                "scopeSpans",
                                "spans",
                                span -> SpanReader.read(span, line, bounds, findings));
                    case "resourceLogs" ->
                        resources(
                                value,
                                line,
                                findings,
                                "scopeLogs",
                                "logRecords",
                                log -> LogReader.read(log, line, events, features, findings));
                    default -> value.skipChildren();
                }
            });
            if (json.nextToken() != null) {
                throw new MalformedLineException();
            }
        }
        return findings;
    }

    private static void resources(
            JsonParser json, JsonLine line, LineFindings findings, String scopes, String records, OtlpJson.Value record)
            throws IOException {
        OtlpJson.Value alone = one -> findings.refusedUnless(OtlpJson.readAlone(one, record));
        OtlpJson.eachElement(json, resource -> {
            Attributes[] common = {Attributes.NONE};
            boolean whole = OtlpJson.readAlone(
                    resource,
                    one -> OtlpJson.eachField(one, (name, value) -> {
                        if (name.equals("resource")) {
                            common[0] = attributes(value, line);
                        } else if (name.equals(scopes)) {
                            scopes(value, records, alone);
                        }
                    }));
            findings.refusedUnless(whole);
            // Whose its records are may stand behind the place where it broke.
            findings.endResource(whole ? common[0] : Attributes.MALFORMED);
        });
    }

    private static Attributes attributes(JsonParser resource, JsonLine line) throws IOException {
        Attributes[] found = {Attributes.NONE};
        OtlpJson.eachField(resource, (name, value) -> {
            if (name.equals("attributes")) {
                found[0] = AttributeReader.read(value, line, AttributeKey.OF_RESOURCE);
            }
        });
        return found[0];
    }

    private static void scopes(JsonParser json, String records, OtlpJson.Value record) throws IOException {
        OtlpJson.eachElement(
                json,
                scope -> OtlpJson.eachField(scope, (name, list) -> {
                    if (name.equals(records)) {
                        OtlpJson.eachElement(list, record);
                    }
                }));
    }
}
