package com.opsatc.telemetry.aggregate;

import com.opsatc.telemetry.input.ReadCounts;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where a pipeline leaves its result, in the memory of this process: exact vectors are never written in clear. A step that a
 * runner repeats puts the same value again.
 */
final class PipelineResults implements AutoCloseable {
    private static final Map<String, PipelineResults> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong COUNTER = new AtomicLong();

    private final String reference = "results-" + COUNTER.incrementAndGet();
    private final SortedMap<Integer, long[]> vectors = new ConcurrentSkipListMap<>();
    private final Map<ProbeKey, ProbeSums> probe = new ConcurrentHashMap<>();
    private final Map<Lane, ReadCounts> counts = new ConcurrentHashMap<>();

    /** Who is read. */
    enum Lane {
        TENANTS,
        PROBE
    }

    static PipelineResults open() {
        PipelineResults results = new PipelineResults();
        OPEN.put(results.reference, results);
        return results;
    }

    static PipelineResults of(String reference) {
        PipelineResults results = OPEN.get(reference);
        if (results == null) {
            throw new IllegalStateException(
                    "No pipeline of this process has the reference: run it inside the process that"
                            + " waits for its result");
        }

        return results;
    }

    String reference() {
        return reference;
    }

    void vector(int day, long[] vector) {
        vectors.put(day, vector);
    }

    void probe(ProbeKey key, ProbeSums sums) {
        probe.put(key, sums);
    }

    void counts(Lane lane, ReadCounts read) {
        counts.put(lane, read);
    }

    SortedMap<Integer, long[]> vectors() {
        return new TreeMap<>(vectors);
    }

    Map<ProbeKey, ProbeSums> probe() {
        return Map.copyOf(probe);
    }

    ReadCounts counts(Lane lane) {
        return counts.getOrDefault(lane, ReadCounts.NONE);
    }

    @Override
    public void close() {
        OPEN.remove(reference);
    }

    @Override
    public String toString() {
        return "Results";
    }
}
