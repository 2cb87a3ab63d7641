package com.opsatc.telemetry.input.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.opsatc.telemetry.input.OtlpTimes;
import com.opsatc.telemetry.input.Refusal;
import com.opsatc.telemetry.manifest.FeatureEvent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one log record: times, the event's name and allowed attributes; the body is skipped. */
final class LogReader {
    private static final int LONGEST_EVENT = 128;

    private final JsonLine line;
    private Attributes attributes = Attributes.NONE;
    private long timeNanos;
    private long observedNanos;
    private String event = "";

    private LogReader(JsonLine line) {
        this.line = line;
    }

    /**
     * @param events names of the declared events
     * @param features under evaluation, in the order of their cells
     */
    static void read(JsonParser json, JsonLine line, Set<String> events, List<String> features, LineFindings findings)
            throws IOException {
        LogReader reader = new LogReader(line);
        OtlpJson.eachField(json, reader::field);
        String name = reader.event.isEmpty() ? reader.attributes.event() : reader.event;
        Optional<FeatureEvent> known = events.contains(name) ? FeatureEvent.of(name) : Optional.empty();
        if (known.isEmpty()) {
            findings.refused(Refusal.NOT_DECLARED, 1);
            return;
        }

        findings.add(reader.draft(known.get(), features), null);
    }

    private void field(String name, JsonParser json) throws IOException {
        switch (name) {
            case "timeUnixNano" -> timeNanos = OtlpJson.integer(json);
            case "observedTimeUnixNano" -> observedNanos = OtlpJson.integer(json);
            case "eventName" -> {
                if (json.currentToken() == JsonToken.VALUE_STRING && json.getTextLength() <= LONGEST_EVENT) {
                    event = json.getText();
                }
            }
            case "attributes" -> attributes = AttributeReader.read(json, line, AttributeKey.OF_EVENT);
            default -> json.skipChildren();
        }
    }

    private ObservationDraft draft(FeatureEvent known, List<String> features) {
        // The time of the event is 0 when its source has no clock; then the collector's stands.
        long time = timeNanos == 0 ? observedNanos : timeNanos;
        String feature = known == FeatureEvent.FEATURE_USED ? attributes.feature() : attributes.flag();
        Refusal problem = attributes.problem();
        if (problem == null && !OtlpTimes.legal(time)) {
            problem = Refusal.BAD_TIME;
        }
        if (problem == null && feature.isEmpty()) {
            problem = Refusal.NO_FEATURE;
        }

        int cell = features.indexOf(feature);
        return new ObservationDraft.FeatureUse(attributes, problem, time, cell < 0 ? features.size() : cell);
    }
}
