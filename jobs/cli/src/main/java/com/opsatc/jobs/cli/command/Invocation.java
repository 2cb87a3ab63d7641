package com.opsatc.jobs.cli.command;

import static java.util.Objects.requireNonNull;

import com.opsatc.jobs.cli.output.Terminal;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a command line is started with, so that nothing below reads the process's surroundings itself.
 *
 * @param in what the user types
 * @param root folder of the installation: {@code conf/}, and the built modules' class paths
 * @param workingDirectory what relative paths are relative to
 */
public record Invocation(
        Terminal terminal,
        InputStream in,
        Path root,
        Path workingDirectory,
        Map<String, String> environment,
        Clock clock) {
    public Invocation {
        requireNonNull(terminal, "terminal");
        requireNonNull(in, "in");
        root = root.toAbsolutePath().normalize();
        workingDirectory = workingDirectory.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
        requireNonNull(clock, "clock");
    }

    public Path conf() {
        return root.resolve("conf");
    }

    /** The value of an environment variable, or {@code otherwise} when it is unset or empty. */
    String environment(String name, String otherwise) {
        String value = environment.getOrDefault(name, "");

        return value.isEmpty() ? otherwise : value;
    }
}
