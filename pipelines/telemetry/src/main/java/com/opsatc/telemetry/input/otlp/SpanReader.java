package com.opsatc.telemetry.input.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.opsatc.contract.telemetry.TelemetryManifest.Signal;
import com.opsatc.telemetry.input.ErrorRule;
import com.opsatc.telemetry.input.LatencyBuckets;
import com.opsatc.telemetry.input.OtlpTimes;
import com.opsatc.telemetry.input.Refusal;
import java.io.IOException;

/** Reads one span: kind, start, end, status code and allowed attributes; ids, name, events and links are skipped. */
final class SpanReader {
    private static final int SERVER = 2;
    private static final long NANOS_A_MICRO = 1000;

    private final JsonLine line;
    private Attributes attributes = Attributes.NONE;
    private long kind;
    private long startNanos;
    private long endNanos;
    private long statusCode;

    private SpanReader(JsonLine line) {
        this.line = line;
    }

    static void read(JsonParser json, JsonLine line, LatencyBuckets bounds, LineFindings findings) throws IOException {
        SpanReader reader = new SpanReader(line);
        OtlpJson.eachField(json, reader::field);
        if (reader.kind == SERVER) {
            findings.add(reader.draft(bounds), null);
        } else {
            findings.refused(Refusal.NOT_DECLARED, 1);
        }
    }

    private void field(String name, JsonParser json) throws IOException {
        switch (name) {
            case "kind" -> kind = OtlpJson.number(json);
            case "startTimeUnixNano" -> startNanos = OtlpJson.integer(json);
            case "endTimeUnixNano" -> endNanos = OtlpJson.integer(json);
            case "attributes" -> attributes = AttributeReader.read(json, line, AttributeKey.OF_OPERATION);
            case "status" ->
                OtlpJson.eachField(json, (part, value) -> {
                    if (part.equals("code")) {
                        statusCode = OtlpJson.number(value);
                    }
                });
            default -> json.skipChildren();
        }
    }

    private ObservationDraft draft(LatencyBuckets bounds) {
        boolean legal = OtlpTimes.legal(startNanos) && OtlpTimes.legal(endNanos) && endNanos >= startNanos;
        Refusal problem = attributes.problem() == null && !legal ? Refusal.BAD_TIME : attributes.problem();
        long durationUs = legal ? (endNanos - startNanos) / NANOS_A_MICRO : 0;
        return new ObservationDraft.Operations(
                attributes,
                problem,
                endNanos,
                Signal.TRACES,
                bounds.single(durationUs),
                1,
                ErrorRule.failedSpan(statusCode, attributes.hasErrorType(), attributes.httpStatus()),
                durationUs);
    }
}
