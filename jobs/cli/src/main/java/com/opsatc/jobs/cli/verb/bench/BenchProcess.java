package com.opsatc.jobs.cli.verb.bench;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.host.child.Installation;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs a benchmark in a process of its own and passes its result on. */
final class BenchProcess {
    private final OpsatcCommand opsatc;
    private final Installation installation;

    BenchProcess(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
        this.installation = new Installation(opsatc.invocation().root());
    }

    /** The file of Java options that a benchmark's own processes need. */
    Path options() {
        return installation.runOptions();
    }

    void run(List<String> arguments) {
        try {
            Process process = new ProcessBuilder(command(arguments))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getInputStream().transferTo(opsatc.terminal().out());
            int code = process.waitFor();
            if (code != 0) {
                throw new PipelineException(
                        ErrorCode.INTERNAL, "Cannot measure: the benchmark's process ended with code " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PipelineException(ErrorCode.INTERRUPTED, "Interrupted: nothing was measured", e);
        }
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + installation.runOptions(),
                "-Xmx4g",
                "-XX:+UseParallelGC",
                "-cp",
                installation.classPath("benchmarks").stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)),
                "com.opsatc.benchmarks.BenchMain"));
        command.addAll(arguments);

        return command;
    }
}
