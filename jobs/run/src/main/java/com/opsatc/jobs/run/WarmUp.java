package com.opsatc.jobs.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Starts and uses a session on made-up numbers, so that the launcher can keep the classes it loads in an archive for fast
 * starts.
 */
public final class WarmUp {
    private WarmUp() {}

    public static void main(String[] arguments) throws IOException {
        Path scratch = Files.createTempDirectory("opsatc-warm-up");
        try (SparkSession session = Sessions.start(scratch, 2, Map.of())) {
            Path table = scratch.resolve("numbers");
            session.range(0, 1000, 1, 2)
                    .select(
                            functions.col("id"),
                            functions.col("id").mod(7).cast("string").as("name"),
                            functions.col("id").cast("timestamp").as("at"))
                    .write()
                    .parquet(table.toString());
            session.read()
                    .parquet(table.toString())
                    .groupBy("name")
                    .agg(functions.count("*"), functions.max("at"))
                    .orderBy("name")
                    .collectAsList();
        } finally {
            delete(scratch);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
