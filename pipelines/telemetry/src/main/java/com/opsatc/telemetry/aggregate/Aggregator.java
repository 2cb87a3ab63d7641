package com.opsatc.telemetry.aggregate;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.telemetry.aggregate.PipelineResults.Lane;
import com.opsatc.telemetry.aggregate.bound.Bounding;
import com.opsatc.telemetry.input.IngestInventory;
import com.opsatc.telemetry.input.ProbeSource;
import com.opsatc.telemetry.input.ReadCounts;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.beam.sdk.Pipeline;

/**
 * From telemetry files to one exact vector a day.
 *
 * <p>Read, count by user-day, bound each user, sum by tenant-day, bound each tenant, sum by day. All of it is exact integer
 * arithmetic that does not depend on order, so that shuffled files, any number of bundles and either runner give the same
 * bytes; noise is drawn elsewhere, once. No step logs, throws or counts a value of the data.
 */
public final class Aggregator {
    private final Request request;
    private final Bounding bounding;

    private Aggregator(Request request) {
        this.request = request;
        this.bounding = new Bounding(request.manifest());
    }

    /**
     * Runs the pipeline in this process and waits for it.
     *
     * @param freshKey gives 32 random bytes each time, from a source fit for keys; a key lives as long as this call
     * @throws PipelineException (configuration) when a file is missing; (store) when it becomes unreadable; (internal) when
     *     the runner fails
     */
    public static ExactVectors run(Request request, Supplier<byte[]> freshKey, Runner runner) {
        requireNonNull(request, "request");
        return new Aggregator(request).run(freshKey, runner);
    }

    private ExactVectors run(Supplier<byte[]> freshKey, Runner runner) {
        IngestInventory tenants = IngestInventory.of(request.files(), request.known());
        SortedMap<ProbeSource, IngestInventory> probe = new TreeMap<>();
        request.probeFiles().forEach((source, paths) -> probe.put(source, IngestInventory.of(paths, List.of())));
        try (DayKeys keys = DayKeys.open(freshKey);
                PipelineResults results = PipelineResults.open()) {
            run(new TelemetryPipeline(request, keys.reference(), results.reference()).build(runner, tenants, probe));
            return aggregation(tenants, probe, results);
        }
    }

    private static void run(Pipeline pipeline) {
        try {
            pipeline.run().waitUntilFinish();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PipelineException known) {
                    throw known;
                }
            }

            // The message of a runner's failure may hold anything: only its kind is passed on.
            throw new PipelineException(
                    ErrorCode.INTERNAL,
                    "Cannot aggregate telemetry: the pipeline failed with "
                            + e.getClass().getSimpleName() + "; run the ingest again, nothing was committed");
        }
    }

    private ExactVectors aggregation(
            IngestInventory tenants, SortedMap<ProbeSource, IngestInventory> probe, PipelineResults results) {
        ReadCounts probeCounts = results.counts(Lane.PROBE);
        List<String> messages = new ArrayList<>(tenants.messages());
        for (IngestInventory inventory : probe.values()) {
            probeCounts = probeCounts.plus(inventory.counts());
            messages.addAll(inventory.messages());
        }
        return new ExactVectors(
                vectors(results.vectors()),
                tenants.marks(),
                results.counts(Lane.TENANTS).plus(tenants.counts()),
                probeCounts,
                ProbeSummary.of(results.probe()),
                messages);
    }

    /** A day without data has a vector like any other, of zeros: that nothing happened is not to be seen either. */
    private SortedMap<LocalDate, SortedMap<String, List<Long>>> vectors(SortedMap<Integer, long[]> found) {
        SortedMap<LocalDate, SortedMap<String, List<Long>>> vectors = new TreeMap<>();
        for (LocalDate day = request.days().first(); !day.isAfter(request.days().last()); day = day.plusDays(1)) {
            long[] vector = found.getOrDefault((int) day.toEpochDay(), new long[bounding.cells()]);
            vectors.put(day, byBlock(request.manifest(), vector));
        }
        return vectors;
    }

    private static SortedMap<String, List<Long>> byBlock(Manifest manifest, long[] vector) {
        SortedMap<String, List<Long>> blocks = new TreeMap<>();
        for (Block block : manifest.blocks()) {
            blocks.put(
                    block.id(),
                    Arrays.stream(Bounding.of(block, vector)).boxed().toList());
        }
        return blocks;
    }
}
