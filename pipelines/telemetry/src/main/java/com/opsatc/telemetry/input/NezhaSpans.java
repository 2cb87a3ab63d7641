package com.opsatc.telemetry.input;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.telemetry.TelemetryManifest.Signal;
import com.opsatc.telemetry.manifest.Manifest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads spans of a microservice test bed from CSV, as the probe's operations.
 *
 * <p>Columns, found by the header's names: {@code TraceID, SpanID, PodName, StartTimeUnixNano, EndTimeUnixNano}; others are
 * skipped. The service is the pod's name without its last two parts (replica set and pod); the duration is end less start in
 * whole microseconds, rounded down. The source does not say whether a span failed. The files of the data set overlap: of
 * spans with the same ids one counts (the one that is least by start, end and service, should they differ) and the others are
 * refused as duplicates, across all files given. This is the one place where trace and span ids are read. Memory grows with
 * the number of spans.
 */
public final class NezhaSpans {
    private static final List<String> COLUMNS =
            List.of("TraceID", "SpanID", "PodName", "StartTimeUnixNano", "EndTimeUnixNano");
    private static final int LONGEST_BYTES = 128;
    private static final long NANOS_A_MICRO = 1000;

    private final String identity;
    private final LatencyBuckets bounds;
    private final CsvLine csv = new CsvLine();
    private final Map<SpanKey, Span> spans = new HashMap<>();
    private int[] columns;

    public NezhaSpans(Manifest manifest) {
        requireNonNull(manifest, "manifest");
        identity = manifest.contract().probe().identity();
        bounds = LatencyBuckets.of(manifest);
    }

    private record SpanKey(long high, long low) {}

    private record Span(long startNanos, long endNanos, String service) implements Comparable<Span> {
        @Override
        public int compareTo(Span other) {
            int byTime = startNanos != other.startNanos
                    ? Long.compare(startNanos, other.startNanos)
                    : Long.compare(endNanos, other.endNanos);
            return byTime != 0 ? byTime : service.compareTo(other.service);
        }
    }

    /** Reads whole files together. */
    public void read(List<FilePart> files, ObservationSink sink) {
        spans.clear();
        for (FilePart file : files) {
            columns = null;
            file.eachLine((line, seenBefore) -> {
                sink.line(seenBefore);
                if (line.tooLong()) {
                    sink.refused(Refusal.LINE_TOO_LONG, 1);
                    return;
                }

                try {
                    csv.parse(line.bytes(), line.length());
                    span(sink);
                } catch (MalformedLineException e) {
                    sink.refused(Refusal.LINE_MALFORMED, 1);
                }
            });
        }
        spans.values().forEach(span -> sink.observed(operations(span)));
    }

    private void span(ObservationSink sink) throws IOException {
        if (columns == null) {
            columns = header();
            return;
        }
        for (int column : columns) {
            if (column >= csv.fields()) {
                throw new MalformedLineException();
            }
        }

        long start = csv.integer(columns[3]);
        long end = csv.integer(columns[4]);
        String service = service(csv.text(columns[2]));
        if (!OtlpTimes.legal(start) || !OtlpTimes.legal(end) || end < start) {
            sink.refused(Refusal.BAD_TIME, 1);
        } else if (service.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            sink.refused(Refusal.TOO_LONG, 1);
        } else {
            keep(new Span(start, end, service), sink);
        }
    }

    private void keep(Span span, ObservationSink sink) {
        SpanKey key = key(csv.text(columns[0]), csv.text(columns[1]));
        Span known = spans.get(key);
        if (known != null) {
            sink.refused(Refusal.DUPLICATE_SPAN, 1);
        }
        if (known == null || span.compareTo(known) < 0) {
            spans.put(key, span);
        }
    }

    private int[] header() throws IOException {
        int[] places = new int[COLUMNS.size()];
        for (int wanted = 0; wanted < places.length; wanted++) {
            places[wanted] = -1;
            for (int field = 0; field < csv.fields(); field++) {
                if (csv.text(field).equals(COLUMNS.get(wanted))) {
                    places[wanted] = field;
                }
            }
            if (places[wanted] < 0) {
                throw new MalformedLineException();
            }
        }
        return places;
    }

    private Observation operations(Span span) {
        long durationUs = (span.endNanos - span.startNanos) / NANOS_A_MICRO;
        Origin origin = new Origin(span.endNanos, identity, "");
        return new Observation.Operations(
                origin, Signal.TRACES, span.service, bounds.single(durationUs), 1, Observation.UNKNOWN, durationUs);
    }

    /** {@code ts-order-service-5f8b-x2x} is of {@code ts-order-service}; a name of fewer parts is the service itself. */
    static String service(String pod) {
        int last = pod.lastIndexOf('-');
        int second = last < 0 ? -1 : pod.lastIndexOf('-', last - 1);
        return second <= 0 ? pod : pod.substring(0, second);
    }

    private static SpanKey key(String trace, String span) {
        MessageDigest digest = Sha256.digest();
        digest.update(trace.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(span.getBytes(StandardCharsets.UTF_8)));
        return new SpanKey(hash.getLong(), hash.getLong());
    }
}
