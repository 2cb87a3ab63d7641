package com.opsatc.process.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The one Spark session that all tests of this module share: two cores, no UI, UTC, ANSI, plans interpreted, as a run over few rows has it. */
public final class LocalSpark {
    private static final SparkSession SESSION = start();

    private LocalSpark() {}

    public static SparkSession session() {
        return SESSION;
    }

    /** Gives the session an Iceberg catalog on plain files, for tests of tables that are not about keys. */
    public static void plainCatalog(String name, Path warehouse) {
        String prefix = "spark.sql.catalog." + name;
        SESSION.conf().set(prefix, "org.apache.iceberg.spark.SparkCatalog");
        SESSION.conf().set(prefix + ".type", "hadoop");
        SESSION.conf().set(prefix + ".warehouse", warehouse.toUri().toString());
        SESSION.conf().set(prefix + ".cache-enabled", "false");
    }

    private static SparkSession start() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("process tests")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.sql.adaptive.enabled", false)
                // What has more rows than a plan is worth interpreting for, sets it otherwise.
                .config("spark.sql.codegen.wholeStage", false)
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                // Rows are kept for minutes: to press them costs more than the memory that it saves.
                .config("spark.sql.inMemoryColumnarStorage.compressed", false)
                .config("spark.sql.ansi.enabled", true)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
                .config("spark.sql.warehouse.dir", temporary().toUri().toString())
                .getOrCreate();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("opsatc-spark");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
