package com.opsatc.benchmarks;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** A Spark session on two threads, set as a run's is where it bears on speed. */
final class BenchSession {
    private BenchSession() {}

    static SparkSession start(Workspace workspace, Map<String, String> catalog) {
        SparkSession.Builder builder = SparkSession.builder()
                .master("local[" + Workspace.THREADS + "]")
                .appName("opsatc bench")
                .config("spark.ui.enabled", false)
                .config("spark.ui.showConsoleProgress", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.local.dir", workspace.scratch().toString())
                .config("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
                .config("spark.sql.ansi.enabled", true)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.adaptive.enabled", false)
                .config("spark.sql.shuffle.partitions", 2 * Workspace.THREADS);
        catalog.forEach(builder::config);
        return builder.getOrCreate();
    }
}
