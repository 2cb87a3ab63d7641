package com.opsatc.benchmarks.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.opsatc.telemetry.aggregate.Aggregator;
import com.opsatc.telemetry.aggregate.Days;
import com.opsatc.telemetry.aggregate.ExactVectors;
import com.opsatc.telemetry.aggregate.Request;
import com.opsatc.telemetry.aggregate.Runner;
import com.opsatc.telemetry.manifest.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A way to go through a file of OTLP JSON lines. */
enum TelemetryEngine {
    /** Ours on Beam's own runner. */
    DIRECT {
        @Override
        long run(Manifest manifest, Path file, Days days) {
            return aggregated(manifest, file, days, Runner.direct(THREADS));
        }
    },
    /** Ours on Spark, in this process. */
    SPARK {
        @Override
        long run(Manifest manifest, Path file, Days days) {
            return aggregated(manifest, file, days, Runner.spark(THREADS));
        }
    },
    /** The floor: one thread takes the same bytes apart into JSON tokens and does nothing with them. */
    TOKENS {
        @Override
        long run(Manifest manifest, Path file, Days days) {
            long tokens = 0;
            try (InputStream in = Files.newInputStream(file);
                    JsonParser parser = new JsonFactory().createParser(in)) {
                while (parser.nextToken() != null) {
                    tokens++;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }

            return tokens;
        }
    };

    static final int THREADS = 2;
    private static final int KEY_BYTES = 32;

    /** Goes through the file once. Returns how much was used of it: points, or tokens. */
    abstract long run(Manifest manifest, Path file, Days days);

    String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TelemetryEngine ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(engine -> engine.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown engine"));
    }

    private static long aggregated(Manifest manifest, Path file, Days days, Runner runner) {
        Request request = new Request(manifest, days, List.of(file), new TreeMap<>(), List.of(), Request.RANGE_BYTES);
        // Pseudonyms of nobody: a made-up fleet needs no secret key.
        ExactVectors found = Aggregator.run(request, () -> new byte[KEY_BYTES], runner);

        return found.counts().pointsUsed();
    }
}
