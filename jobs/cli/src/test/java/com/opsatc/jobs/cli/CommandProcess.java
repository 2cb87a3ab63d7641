package com.opsatc.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command as a process of its own, started as the launcher does. */
final class CommandProcess {
    private CommandProcess() {}

    static ProcessBuilder builder(TestHome home, Path root, String... arguments) throws IOException {
        Path target = Path.of(System.getProperty("opsatc.root"), "jobs/cli/target");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-Dopsatc.root=" + root,
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
}
