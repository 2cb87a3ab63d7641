package com.opsatc.jobs.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command as a process of its own, started as the launcher does. */
public final class CommandProcess {
    private CommandProcess() {}

    public static ProcessBuilder builder(TestHome home, Path root, String... arguments) throws IOException {
        Path target = Path.of(System.getProperty("opsatc.root"), "jobs/cli/target");
        List<String> line = new ArrayList<>(interruptible());
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-Dopsatc.root=" + root,
                "-Dopsatc.server.programs=" + System.getProperty("opsatc.server.programs"),
                "-cp",
                target.resolve("classes") + ":" + Files.readString(target.resolve("classpath")),
                "com.opsatc.jobs.cli.Opsatc"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        Map<String, String> environment = builder.environment();
        environment.put("OPSATC_HOME", home.home().toString());
        environment.put("OPSATC_ROOT_KEY", home.rootKey().toString());

        return builder;
    }

    /**
     * What lets the command be interrupted though the tests were started in the background, where a shell has interrupts
     * ignored by all that it starts; nothing where the system has no such command.
     */
    private static List<String> interruptible() throws IOException {
        List<String> line = List.of("env", "--default-signal=INT");
        Process probe = new ProcessBuilder("env", "--default-signal=INT", "true")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return probe.waitFor() == 0 ? line : List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while looking for a command");
        }
    }
}
