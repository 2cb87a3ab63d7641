package com.opsatc.telemetry.input;

import com.fasterxml.jackson.core.JsonParser;
import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Reads one OTLP document: metrics, traces and logs, in any order and mixture. */
final class OtlpReader {
    private final Bounds bounds;
    private final Set<String> metrics;
    private final Set<String> events;
    private final List<String> features;

    OtlpReader(Manifest manifest) {
        bounds = Bounds.of(manifest);
        metrics = Set.copyOf(manifest.contract().operations().metrics());
        events = Set.copyOf(manifest.contract().operations().featureEvents());
        features = manifest.block(BlockKind.FEATURES).map(Block::keys).orElse(List.of());
    }

    /** @throws IOException when the line is not one OTLP document; nothing of it counts then */
    LineFindings read(Line line) throws IOException {
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
            JsonParser json, Line line, LineFindings findings, String scopes, String records, OtlpJson.Value record)
            throws IOException {
        OtlpJson.eachElement(json, resource -> {
            Attributes[] common = {Attributes.NONE};
            OtlpJson.eachField(resource, (name, value) -> {
                if (name.equals("resource")) {
                    OtlpJson.eachField(value, (part, inner) -> {
                        if (part.equals("attributes")) {
                            common[0] = AttributeReader.read(inner, line, AttributeKey.OF_RESOURCE);
                        }
                    });
                } else if (name.equals(scopes)) {
                    OtlpJson.eachElement(
                            value,
                            scope -> OtlpJson.eachField(scope, (part, list) -> {
                                if (part.equals(records)) {
                                    OtlpJson.eachElement(list, record);
                                }
                            }));
                }
            });
            findings.endResource(common[0]);
        });
    }
}
