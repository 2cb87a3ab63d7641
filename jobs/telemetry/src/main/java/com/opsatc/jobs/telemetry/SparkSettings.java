package com.opsatc.jobs.telemetry;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of the Spark that Beam starts in this process. Beam makes its context from the process's {@code spark.*}
 * properties, and this process does nothing else.
 *
 * <p>Guarantee: what Spark shuffles and spills, which are pseudonyms and exact counts, is encrypted with a key of this process
 * alone and lies in its private folder; there is no event log and no web page, and its ports listen on the loopback address and
 * authenticate.
 */
final class SparkSettings {
    private SparkSettings() {}

    /**
     * Sets them for whatever Spark context is made from now on.
     *
     * @param scratch private folder of this process
     */
    static void apply(Path scratch) {
        of(scratch).forEach(System::setProperty);
    }

    static Map<String, String> of(Path scratch) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("spark.ui.enabled", "false");
        settings.put("spark.ui.showConsoleProgress", "false");
        settings.put("spark.eventLog.enabled", "false");
        settings.put("spark.driver.host", "127.0.0.1");
        settings.put("spark.driver.bindAddress", "127.0.0.1");
        settings.put("spark.authenticate", "true");
        settings.put("spark.network.crypto.enabled", "true");
        settings.put("spark.network.crypto.authEngineVersion", "2");
        settings.put("spark.network.crypto.cipher", "AES/GCM/NoPadding");
        settings.put("spark.io.encryption.enabled", "true");
        settings.put("spark.io.encryption.keySizeBits", "256");
        settings.put("spark.local.dir", scratch.resolve("spark").toString());

        return settings;
    }
}
