package com.opsatc.jobs.run;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark session of one tenant's run.
 *
 * <p>Guarantee: nothing that Spark does on its own leaves the process in clear or leaves the machine. There is no web page
 * and no event log (it holds literals of queries in clear even when spilled bytes are encrypted), spilled and shuffled
 * bytes are encrypted with a key of this process alone, its ports listen on the loopback address and authenticate, and
 * temporary files are in the run's private folder. No text of a connector names a variable of the process. The session's zone is UTC and its arithmetic fails rather than wraps.
 */
final class Sessions {
    private Sessions() {}

    /**
     * Starts the session.
     *
     * @param scratch private folder, for temporary files
     * @param cores how many tasks run at once, from 1
     * @param catalog settings of the tenant's catalog; they hold no secret
     */
    static SparkSession start(Path scratch, int cores, Map<String, String> catalog) {
        SparkSession.Builder builder = SparkSession.builder()
                .master("local[" + cores + "]")
                .appName("opsatc")
                .config("spark.ui.enabled", false)
                .config("spark.ui.showConsoleProgress", false)
                .config("spark.eventLog.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.authenticate", true)
                .config("spark.network.crypto.enabled", true)
                .config("spark.network.crypto.authEngineVersion", 2)
                .config("spark.network.crypto.cipher", "AES/GCM/NoPadding")
                .config("spark.io.encryption.enabled", true)
                .config("spark.io.encryption.keySizeBits", 256)
                .config("spark.local.dir", scratch.resolve("spark").toString())
                .config("spark.sql.warehouse.dir", scratch.resolve("warehouse").toString())
                .config("spark.sql.catalogImplementation", "in-memory")
                .config("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
                // Rows are kept for minutes: to press them costs more than the memory that it saves.
                .config("spark.sql.inMemoryColumnarStorage.compressed", false)
                .config("spark.sql.ansi.enabled", true)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.variable.substitute", false)
                // Adaptive plans cost about a second on small data, and plans that depend on sizes are harder to
                // repeat.
                .config("spark.sql.adaptive.enabled", false)
                .config("spark.sql.shuffle.partitions", 2L * cores)
                .config("spark.redaction.regex", "(?i)secret|password|passphrase|token|credential|key|jdbc|url");
        catalog.forEach(builder::config);

        return builder.getOrCreate();
    }
}
