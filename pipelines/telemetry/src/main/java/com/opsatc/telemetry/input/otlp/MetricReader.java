package com.opsatc.telemetry.input.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.opsatc.telemetry.input.LatencyBuckets;
import com.opsatc.telemetry.input.MalformedLineException;
import com.opsatc.telemetry.input.Refusal;
import java.io.IOException;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads one metric: points of declared duration histograms become drafts, all other points are counted and skipped. The name
 * may stand after the data, so the data is read last.
 */
final class MetricReader {
    private static final Set<String> OTHER_DATA = Set.of("gauge", "sum", "exponentialHistogram", "summary");
    private static final int DELTA = 1;
    private static final int CUMULATIVE = 2;

    private final JsonLine line;
    private final LatencyBuckets bounds;
    private final Set<String> declared;
    private final LineFindings findings;
    private final SortedMap<String, JsonLine.Place> data = new TreeMap<>();
    private String unit = "";
    private boolean isDeclared;

    private MetricReader(JsonLine line, LatencyBuckets bounds, Set<String> declared, LineFindings findings) {
        this.line = line;
        this.bounds = bounds;
        this.declared = declared;
        this.findings = findings;
    }

    static void read(JsonParser json, JsonLine line, LatencyBuckets bounds, Set<String> declared, LineFindings findings)
            throws IOException {
        MetricReader reader = new MetricReader(line, bounds, declared, findings);
        OtlpJson.eachField(json, reader::field);
        for (Map.Entry<String, JsonLine.Place> data : reader.data.entrySet()) {
            line.read(data.getValue(), (part, value) -> reader.data(data.getKey(), part, value));
        }
    }

    private void field(String name, JsonParser json) throws IOException {
        if (name.equals("name")) {
            isDeclared = matches(json);
        } else if (name.equals("unit")) {
            unit = json.currentToken() == JsonToken.VALUE_STRING && json.getTextLength() == 1 ? json.getText() : "";
        } else if (name.equals("histogram") || OTHER_DATA.contains(name)) {
            data.put(name, line.skipped(json));
        }
    }

    /** Compares the name without making a text of one that is not declared. */
    private boolean matches(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new MalformedLineException();
        }

        for (String name : declared) {
            if (name.length() == json.getTextLength()
                    && name.contentEquals(
                            CharBuffer.wrap(json.getTextCharacters(), json.getTextOffset(), json.getTextLength()))) {
                return true;
            }
        }
        return false;
    }

    private void data(String kind, JsonLine part, JsonParser json) throws IOException {
        if (!isDeclared || !kind.equals("histogram")) {
            findings.refused(isDeclared ? Refusal.NOT_A_HISTOGRAM : Refusal.NOT_DECLARED, countPoints(json));
            return;
        }

        List<ObservationDraft> points = new ArrayList<>();
        long[] temporality = {0};
        OtlpJson.eachField(json, (name, value) -> {
            if (name.equals("dataPoints")) {
                OtlpJson.eachElement(
                        value,
                        point -> findings.refusedUnless(
                                OtlpJson.readAlone(point, one -> points.add(HistogramReader.read(one, part, bounds)))));
            } else if (name.equals("aggregationTemporality")) {
                temporality[0] = OtlpJson.number(value);
            }
        });
        Refusal common = common(temporality[0]);
        points.forEach(point -> findings.add(point, common));
    }

    /** What is wrong with all points of the histogram at once; null for nothing. */
    private Refusal common(long temporality) {
        if (temporality == CUMULATIVE) {
            return Refusal.CUMULATIVE;
        }
        if (temporality != DELTA) {
            return Refusal.NO_TEMPORALITY;
        }

        return unit.equals("s") ? null : Refusal.NOT_IN_SECONDS;
    }

    private static long countPoints(JsonParser json) throws IOException {
        long[] count = {0};
        OtlpJson.eachField(json, (name, value) -> {
            if (name.equals("dataPoints")) {
                OtlpJson.eachElement(value, point -> count[0]++);
            }
        });
        return count[0];
    }
}
