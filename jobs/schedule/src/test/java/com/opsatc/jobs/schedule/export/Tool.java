package com.opsatc.jobs.schedule.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program of the target's own that checks what is exported for it. */
record Tool(String program, String from) {
    /** Where tests must be complete a missing tool fails them; elsewhere they are aborted, naming it. */
    Tool require() {
        boolean there = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        String missing = program + " is not on this machine: the export was not checked by it; install " + from;
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as(missing).isTrue();
        }
        Assumptions.assumeTrue(there, missing);

        return this;
    }

    /** Runs it to its end; returns what it printed, and fails when it did. */
    String run(Path folder, String... arguments) throws IOException, InterruptedException {
        Ended ended = end(folder, arguments);
        assertThat(ended.code()).as(ended.said()).isZero();

        return ended.said();
    }

    /** As {@link #run}, of one that must fail. */
    String fail(Path folder, String... arguments) throws IOException, InterruptedException {
        Ended ended = end(folder, arguments);
        assertThat(ended.code()).as(ended.said()).isNotZero();

        return ended.said();
    }

    /** What it says of its options. */
    String usage(Path folder) throws IOException, InterruptedException {
        return end(folder, "-h").said();
    }

    private record Ended(int code, String said) {}

    private Ended end(Path folder, String... arguments) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(program).directory(folder.toFile());
        builder.command().addAll(Arrays.asList(arguments));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("TZ", "UTC");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).as("%s ended", program).isTrue();

        return new Ended(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }
}
