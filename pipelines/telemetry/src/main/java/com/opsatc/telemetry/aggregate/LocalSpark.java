package com.opsatc.telemetry.aggregate;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.apache.beam.runners.spark.SparkContextOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Spark inside this process, for one pipeline.
 *
 * <p>Guarantee: what it shuffles and spills, which are pseudonyms and exact counts, is encrypted with a key of this process
 * alone and lies in the given folder; it keeps no event log and no web page, and listens on the loopback address, where it
 * authenticates. No system property or file of the machine changes these settings.
 *
 * @param master e.g. {@code local[2]}
 * @param scratch private folder
 */
public record LocalSpark(String master, Path scratch) {
    public LocalSpark {
        requireNonNull(master, "master");
        requireNonNull(scratch, "scratch");
    }

    /** Starts it and names it in the options; what is returned ends it. */
    Runnable start(PipelineOptions options) {
        return start(options, configuration());
    }

    static Runnable start(PipelineOptions options, SparkConf configuration) {
        JavaSparkContext context = new JavaSparkContext(configuration);
        SparkContextOptions provided = options.as(SparkContextOptions.class);
        provided.setUsesProvidedSparkContext(true);
        provided.setProvidedSparkContext(context);
        return context::stop;
    }

    SparkConf configuration() {
        return new SparkConf(false)
                .setMaster(master)
                .setAppName("telemetry")
                .set("spark.ui.enabled", "false")
                .set("spark.ui.showConsoleProgress", "false")
                .set("spark.eventLog.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.authenticate", "true")
                .set("spark.network.crypto.enabled", "true")
                .set("spark.network.crypto.authEngineVersion", "2")
                .set("spark.network.crypto.cipher", "AES/GCM/NoPadding")
                .set("spark.io.encryption.enabled", "true")
                .set("spark.io.encryption.keySizeBits", "256")
                .set("spark.local.dir", scratch.toString());
    }
}
