package com.opsatc.telemetry.input.otlp;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactory.Feature;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.telemetry.input.FilePart;
import com.opsatc.telemetry.input.ObservationSink;
import com.opsatc.telemetry.input.Refusal;
import com.opsatc.telemetry.manifest.Manifest;
import java.io.IOException;

/**
 * Reads OTLP as the file exporters write it: UTF-8, one JSON document of metrics, traces or logs a line.
 *
 * <p>The allow-list is the parser: of each line only what {@link AttributeKey} and the readers name becomes a value in memory,
 * everything else is passed over byte by byte. A record that has not OTLP's form is refused and counted alone: it must not take
 * other tenants' records with it. Source: OpenTelemetry protocol, JSON Protobuf encoding; OpenTelemetry file exporter.
 *
 * <p>Limit: a line is refused as one when it is not one JSON object (not JSON, cut, more behind it, a field name twice in an
 * object), not UTF-8, names something else than a list as its list of resources, is longer than 4 MiB, nested deeper than 32
 * levels, or has a number of more than 100 digits, also where it is passed over. So the bounds on what one tenant can change hold
 * for all other lines.
 *
 * <p>Not safe for use by two threads.
 */
public final class OtlpLines {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 100;

    private final OtlpReader reader;
    private final Utf8 utf8 = new Utf8();

    public OtlpLines(Manifest manifest) {
        reader = new OtlpReader(requireNonNull(manifest, "manifest"));
    }

    /**
     * Reads the lines of a part of a file.
     *
     * @throws PipelineException (store) when the file cannot be read; never for what is in a line
     */
    public void read(FilePart part, ObservationSink sink) {
        JsonFactory json = factory();
        part.eachLine((line, seenBefore) -> {
            sink.line(seenBefore);
            read(new JsonLine(json, line.bytes(), 0, line.length()), line.tooLong(), sink);
        });
    }

    private void read(JsonLine line, boolean tooLong, ObservationSink sink) {
        if (tooLong) {
            sink.refused(Refusal.LINE_TOO_LONG, 1);
            return;
        }
        if (!utf8.holds(line.bytes(), line.length())) {
            sink.refused(Refusal.LINE_NOT_UTF8, 1);
            return;
        }

        try {
            reader.read(line).deliver(sink);
        } catch (StreamConstraintsException e) {
            sink.refused(Refusal.LINE_TOO_DEEP, 1);
        } catch (IOException e) {
            // The parser's message quotes the line: it goes nowhere.
            sink.refused(Refusal.LINE_MALFORMED, 1);
        }
    }

    /** One for each part: the names of unknown fields that it compared are forgotten with it. */
    private static JsonFactory factory() {
        return new JsonFactoryBuilder()
                .disable(Feature.INTERN_FIELD_NAMES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
    }
}
