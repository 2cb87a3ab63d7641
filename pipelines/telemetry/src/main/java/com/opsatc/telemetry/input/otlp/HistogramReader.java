package com.opsatc.telemetry.input.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.opsatc.contract.telemetry.TelemetryManifest.Signal;
import com.opsatc.telemetry.input.ErrorRule;
import com.opsatc.telemetry.input.LatencyBuckets;
import com.opsatc.telemetry.input.MalformedLineException;
import com.opsatc.telemetry.input.OtlpTimes;
import com.opsatc.telemetry.input.Refusal;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads one point of a histogram: time, bucket counts, bounds and allowed attributes; sum, minimum, maximum and exemplars are
 * skipped where they stand.
 */
final class HistogramReader {
    private static final long COUNT_LIMIT = 1L << 40;
    private static final int MOST_BUCKETS = 1024;
    private static final long ABSENT = -1;

    private final JsonLine line;
    private Attributes attributes = Attributes.NONE;
    private long timeNanos;
    private long count = ABSENT;
    private long[] counts = {};
    private long[] boundsUs = {};

    private HistogramReader(JsonLine line) {
        this.line = line;
    }

    static ObservationDraft read(JsonParser json, JsonLine line, LatencyBuckets bounds) throws IOException {
        HistogramReader reader = new HistogramReader(line);
        OtlpJson.eachField(json, reader::field);
        return reader.draft(bounds);
    }

    private void field(String name, JsonParser json) throws IOException {
        switch (name) {
            case "timeUnixNano" -> timeNanos = OtlpJson.integer(json);
            case "count" -> count = given(OtlpJson.integer(json));
            case "bucketCounts" -> counts = list(json, OtlpJson::integer);
            case "explicitBounds" -> boundsUs = list(json, LatencyBuckets::microseconds);
            case "attributes" -> attributes = AttributeReader.read(json, line, AttributeKey.OF_OPERATION);
            default -> json.skipChildren();
        }
    }

    private ObservationDraft draft(LatencyBuckets bounds) {
        Optional<long[]> buckets = badCounts() ? Optional.empty() : bounds.rebinned(boundsUs, counts);
        Refusal problem = attributes.problem();
        if (problem == null && !OtlpTimes.legal(timeNanos)) {
            problem = Refusal.BAD_TIME;
        }
        if (problem == null && buckets.isEmpty()) {
            problem = badCounts() ? Refusal.BAD_COUNTS : Refusal.UNBINNABLE;
        }

        return new ObservationDraft.Operations(
                attributes,
                problem,
                timeNanos,
                Signal.METRICS,
                buckets.orElse(new long[0]),
                buckets.isEmpty() ? 0 : Arrays.stream(counts).sum(),
                ErrorRule.failed(attributes.hasErrorType(), attributes.httpStatus()),
                -1);
    }

    private static long given(long count) {
        return count < 0 ? OtlpJson.NOT_A_NUMBER : count;
    }

    private boolean badCounts() {
        boolean outside = Arrays.stream(counts).anyMatch(bucket -> bucket < 0 || bucket >= COUNT_LIMIT);
        boolean other = counts.length > 0 && counts.length != boundsUs.length + 1;
        return outside
                || other
                || (count != ABSENT
                        && counts.length > 0
                        && count != Arrays.stream(counts).sum());
    }

    @FunctionalInterface
    private interface Number {
        long read(JsonParser json) throws IOException;
    }

    private static long[] list(JsonParser json, Number number) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new MalformedLineException();
        }

        long[] values = new long[16];
        int size = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (size == MOST_BUCKETS || json.currentToken().isStructStart()) {
                throw new MalformedLineException();
            }

            values = size == values.length ? Arrays.copyOf(values, 2 * size) : values;
            values[size++] = number.read(json);
        }
        return Arrays.copyOf(values, size);
    }
}
