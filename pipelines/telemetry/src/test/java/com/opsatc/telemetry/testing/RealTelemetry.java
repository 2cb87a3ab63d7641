package com.opsatc.telemetry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Public data that nobody on this project wrote; it lies outside the repository. */
public final class RealTelemetry {
    private RealTelemetry() {}

    /** The files of a folder of it; without the data the test is skipped, except where CI promises it. */
    public static List<Path> files(String folder) {
        Path given = folder().resolve(folder);
        if (!Files.isDirectory(given)) {
            String missing = "real data not present: set OPSATC_TEST_DATA to its folder";
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(missing);
            }

            Assumptions.abort(missing);
        }

        try (Stream<Path> files = Files.list(given)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String given = System.getenv("OPSATC_TEST_DATA");
        return given == null || given.isEmpty()
                ? Path.of(System.getProperty("opsatc.root"), "../shared/data").normalize()
                : Path.of(given);
    }
}
