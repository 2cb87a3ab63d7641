package com.opsatc.telemetry.aggregate;

import static com.opsatc.telemetry.testing.Otlp.duration;
import static com.opsatc.telemetry.testing.Otlp.metrics;
import static com.opsatc.telemetry.testing.Otlp.point;
import static com.opsatc.telemetry.testing.Otlp.resource;
import static com.opsatc.telemetry.testing.Otlp.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.telemetry.input.IngestInventory;
import com.opsatc.telemetry.testing.CountingKeys;
import com.opsatc.telemetry.testing.InputFiles;
import com.opsatc.telemetry.testing.SampleManifests;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T7: what a task of Spark does more than once counts once. */
class RepeatedTaskTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 4;
    private static final int USERS = 40;

    @TempDir
    private Path folder;

    private Path input;

    @BeforeEach
    void write() {
        List<String> lines = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (int user = 0; user < USERS; user++) {
                String time = MONDAY.plusDays(day) + "T10:00:00Z";
                lines.add(metrics(resource("web", "acme"), duration(point(time, 0, 1, user("user-" + user)))));
            }
        }
        input = InputFiles.write(folder.resolve("in"), lines.toArray(String[]::new));
    }

    /** The first task that needs the key of the third day fails after it has handed on what it read before, and is done again. */
    @Test
    void failedTask_isDoneAgain_andCountsOnce() {
        AtomicInteger calls = new AtomicInteger();
        CountingKeys keys = new CountingKeys();
        Supplier<byte[]> failing = () -> {
            if (calls.incrementAndGet() == 3) {
                throw new IllegalStateException("executor lost");
            }
            return keys.get();
        };

        ExactVectors retried = aggregate(failing, Runner.spark("local[1,4]"));

        assertThat(calls).hasValue(DAYS + 1);
        assertThat(retried.vectors())
                .isEqualTo(aggregate(new CountingKeys(), Runner.direct(1)).vectors());
        assertThat(retried.counts())
                .isEqualTo(aggregate(new CountingKeys(), Runner.direct(1)).counts());
    }

    /** As if every task had a speculative twin: Spark makes none inside one process, and both write their results. */
    @Test
    void everyTaskTwice_countsOnce() {
        IngestInventory inventory = IngestInventory.of(List.of(input), List.of());
        try (DayKeys keys = DayKeys.open(new CountingKeys());
                PipelineResults results = PipelineResults.open()) {
            TelemetryPipeline pipeline = new TelemetryPipeline(request(), keys.reference(), results.reference());
            List<List<Long>> vectors = new ArrayList<>();
            List<Object> counts = new ArrayList<>();
            for (int attempt = 0; attempt < 2; attempt++) {
                pipeline.build(Runner.spark(2), inventory, new TreeMap<>())
                        .run()
                        .waitUntilFinish();
                vectors.add(flat(results.vectors()));
                counts.add(results.counts(PipelineResults.Lane.TENANTS));
            }

            assertThat(vectors.get(1)).isEqualTo(vectors.get(0)).contains(32L * USERS);
            assertThat(counts.get(1)).isEqualTo(counts.get(0));
        }
    }

    private ExactVectors aggregate(Supplier<byte[]> keys, Runner runner) {
        return Aggregator.run(request(), keys, runner);
    }

    /** A few lines a part, so that a task has several. */
    private Request request() {
        return new Request(
                SampleManifests.shipped(),
                new Days(MONDAY, MONDAY.plusDays(DAYS - 1L), 0),
                List.of(input),
                new TreeMap<>(),
                List.of(),
                2_000);
    }

    private static List<Long> flat(SortedMap<Integer, long[]> vectors) {
        List<Long> flat = new ArrayList<>();
        vectors.values().forEach(vector -> {
            for (long cell : vector) {
                flat.add(cell);
            }
        });
        return flat;
    }
}
