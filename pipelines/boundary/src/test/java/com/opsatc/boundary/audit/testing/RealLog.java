package com.opsatc.boundary.audit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The log and the specifications under {@code tlog} of the real data; nobody on this project wrote it. */
public final class RealLog {
    private RealLog() {}

    /** A file, by its path in the folder; without the data the test is skipped, except where CI promises it. */
    public static byte[] bytes(String file) {
        Path path = folder().resolve("tlog").resolve(file);
        if (!Files.isRegularFile(path)) {
            String missing = "real data not present: set OPSATC_TEST_DATA to its folder";
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(missing);
            }

            Assumptions.abort(missing);
        }

        try {
            return Files.readAllBytes(path);
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
