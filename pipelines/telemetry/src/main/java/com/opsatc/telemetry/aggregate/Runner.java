package com.opsatc.telemetry.aggregate;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * What runs a pipeline: inside this process, because day keys and results never leave its memory.
 *
 * @param arguments of Beam
 * @param spark the cluster in this process that runs it; empty when Beam does so itself
 */
public record Runner(List<String> arguments, Optional<LocalSpark> spark) {
    public Runner {
        arguments = List.copyOf(arguments);
        requireNonNull(spark, "spark");
    }

    /**
     * Beam's own runner. Its checks that no step changes its input, and that each element can be encoded, are off: they encode
     * every element several times over, and a test runs the pipeline once with them on.
     */
    public static Runner direct(int threads) {
        return new Runner(
                List.of(
                        "--runner=DirectRunner",
                        "--targetParallelism=" + threads,
                        "--enforceImmutability=false",
                        "--enforceEncodability=false"),
                Optional.empty());
    }

    /**
     * Spark in this process, with so many tasks at once.
     *
     * @param scratch private folder, for what it shuffles and spills
     */
    public static Runner spark(int threads, Path scratch) {
        return spark("local[" + threads + "]", scratch);
    }

    /** @param master of Spark, e.g. {@code local[2,4]} for two tasks at once, each tried up to four times */
    static Runner spark(String master, Path scratch) {
        return new Runner(
                List.of("--runner=SparkRunner", "--sparkMaster=" + master, "--enableSparkMetricSinks=false"),
                Optional.of(new LocalSpark(master, scratch)));
    }

    /** Starts what the pipeline needs; closing ends it. */
    Running start() {
        PipelineOptions options = PipelineOptionsFactory.fromArgs(arguments.toArray(String[]::new))
                .withValidation()
                .create();
        // The default name holds the user's.
        options.setJobName("telemetry");
        return new Running(options, spark.map(local -> local.start(options)));
    }

    /** A runner that was started. */
    record Running(PipelineOptions options, Optional<Runnable> end) implements AutoCloseable {
        @Override
        public void close() {
            end.ifPresent(Runnable::run);
        }
    }
}
