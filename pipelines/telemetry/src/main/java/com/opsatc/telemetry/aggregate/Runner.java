package com.opsatc.telemetry.aggregate;

import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * What runs a pipeline: inside this process, because day keys and results never leave its memory.
 *
 * @param arguments of Beam
 */
public record Runner(List<String> arguments) {
    public Runner {
        arguments = List.copyOf(arguments);
    }

    /**
     * Beam's own runner. Its checks that no step changes its input, and that each element can be encoded, are off: they encode
     * every element several times over, and a test runs the pipeline once with them on.
     */
    public static Runner direct(int threads) {
        return new Runner(List.of(
                "--runner=DirectRunner",
                "--targetParallelism=" + threads,
                "--enforceImmutability=false",
                "--enforceEncodability=false"));
    }

    /**
     * Spark in this process, with so many tasks at once. Its other settings are the process's {@code spark.*} properties: whoever
     * starts it has to see to it that what it shuffles and spills, pseudonyms among it, is encrypted.
     */
    public static Runner spark(int threads) {
        return spark("local[" + threads + "]");
    }

    /** @param master of Spark, e.g. {@code local[2,4]} for two tasks at once, each tried up to four times */
    static Runner spark(String master) {
        return new Runner(List.of("--runner=SparkRunner", "--sparkMaster=" + master, "--enableSparkMetricSinks=false"));
    }

    PipelineOptions options() {
        PipelineOptions options = PipelineOptionsFactory.fromArgs(arguments.toArray(String[]::new))
                .withValidation()
                .create();
        // The default name holds the user's.
        options.setJobName("telemetry");
        return options;
    }
}
