package com.opsatc.telemetry.release;

import com.opsatc.telemetry.testing.RealPlatform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** A {@link StoppingRelease} that runs; closing kills it. */
final class ReleaseProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;

    private ReleaseProcess(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param stop the step, or {@link StoppingRelease#READY} */
    static ReleaseProcess start(Path root, LocalDate week, String stop) throws IOException {
        return new ReleaseProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-Dopsatc.root=" + System.getProperty("opsatc.root"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoppingRelease.class.getName(),
                        RealPlatform.folder().toString(),
                        root.toString(),
                        week.toString(),
                        stop)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The next line that it says; waits for it. */
    String said() throws IOException {
        return said.readLine();
    }

    void goOn() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("The process does not end");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        said.close();
    }
}
