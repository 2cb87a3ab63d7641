package com.opsatc.process.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Public data that nobody on this project wrote; it lies outside the repository. */
public final class RealData {
    private RealData() {}

    /** A file of it; without the data the test is skipped, except where CI promises it. */
    public static Path file(String name) {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            String missing = "real data not present: set OPSATC_TEST_DATA to its folder";
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(missing);
            }

            Assumptions.abort(missing);
        }

        return folder.resolve(name);
    }

    /** The repository's configuration. */
    public static Path conf() {
        return root().resolve("conf");
    }

    private static Path folder() {
        String given = System.getenv("OPSATC_TEST_DATA");
        return given == null || given.isEmpty()
                ? root().resolve("../shared/data").normalize()
                : Path.of(given);
    }

    private static Path root() {
        return Path.of(System.getProperty("opsatc.root"));
    }
}
