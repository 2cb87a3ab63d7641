package com.opsatc.jobs.host.child;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The built program in its folder: where a run's class path and Java options are. */
public record Installation(Path root) {
    public Installation {
        root = root.toAbsolutePath().normalize();
    }

    public Path conf() {
        return root.resolve("conf");
    }

    /**
     * The class path of a module that is started as a process of its own, its own classes first.
     *
     * @param module folder of the module, e.g. {@code jobs/run}
     */
    public List<Path> classPath(String module) {
        Path target = root.resolve(module).resolve("target");
        Path file = target.resolve("classpath");
        if (!Files.isRegularFile(file)) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot start " + module
                            + ": it is not built, its class path is missing; start with ./opsatc, which"
                            + " builds it, or run mvn package");
        }

        try {
            Stream<Path> libraries = Arrays.stream(
                            Files.readString(file, StandardCharsets.UTF_8).split(File.pathSeparator))
                    .map(Path::of);

            return Stream.concat(Stream.of(own(target)), libraries).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of options that Spark's use of Java's internals needs. */
    public Path runOptions() {
        return root.resolve("jobs/run/target/run.options");
    }

    /** The archive for fast starts of a run, where the build could make one. */
    public Optional<Path> runArchive() {
        return Optional.of(root.resolve("jobs/run/target/run.jsa")).filter(Files::isRegularFile);
    }

    /** As {@link #runOptions}, of the process that works on telemetry. */
    public Path telemetryOptions() {
        return root.resolve("jobs/telemetry/target/telemetry.options");
    }

    /** As {@link #runArchive}, of the process that works on telemetry; made by the launcher. */
    public Optional<Path> telemetryArchive() {
        return Optional.of(root.resolve("target/launcher/telemetry.jsa")).filter(Files::isRegularFile);
    }

    /** The jar, which an archive for fast starts is bound to; before the packaging, as in tests, the classes. */
    private static Path own(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("opsatc-[a-z-]+-[0-9.]+\\.jar"))
                    .sorted()
                    .findFirst()
                    .orElse(target.resolve("classes"));
        }
    }
}
