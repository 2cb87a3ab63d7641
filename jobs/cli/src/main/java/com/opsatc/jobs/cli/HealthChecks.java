package com.opsatc.jobs.cli;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Every check of {@code doctor}, in the order they are shown; a new check is a line here. */
final class HealthChecks {
    private static final long MEBI = 1L << 20;
    private static final long LEAST_MEMORY = 4096 * MEBI;

    private HealthChecks() {}

    static List<HealthCheck> all(OpsatcCommand opsatc) {
        return List.of(
                HealthCheck.of("JDK", () -> jdk(Runtime.version().feature())),
                HealthCheck.of("memory", () -> memory(physicalMemory())),
                HealthCheck.of("program", () -> program(opsatc.invocation().root())));
    }

    static String jdk(int feature) {
        if (feature != 17) {
            throw wrong("this is Java " + feature + "; set JAVA_HOME to a JDK 17");
        }

        return Runtime.version() + " on " + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    static String memory(long bytes) {
        if (bytes < LEAST_MEMORY) {
            throw wrong(bytes / MEBI + " MiB; a run needs " + LEAST_MEMORY / MEBI + " MiB or more");
        }

        return bytes / MEBI / 1024 + " GiB";
    }

    static String program(Path root) {
        Path run = root.resolve("jobs/run/target/classpath");
        if (!Files.isRegularFile(run)) {
            throw wrong(
                    "the class path of a run is missing; start it with ./opsatc, which builds it, or run mvn package");
        }

        return "opsatc " + OpsatcVersion.text() + " in " + root;
    }

    private static long physicalMemory() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }

    private static PipelineException wrong(String message) {
        return new PipelineException(ErrorCode.CONFIGURATION, message);
    }
}
