package com.opsatc.jobs.cli;

import com.opsatc.jobs.cli.output.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Loads what a typical command loads, so that the launcher can keep those classes in an archive for fast starts. It reads
 * and writes nothing but memory.
 */
public final class WarmUp {
    private WarmUp() {}

    public static void main(String[] arguments) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(nowhere, nowhere, true, true, true, 100);
        Invocation invocation = new Invocation(
                terminal, Path.of(System.getProperty("opsatc.root", ".")), Path.of(""), Map.of(), Clock.systemUTC());
        Opsatc.run(invocation, "--help");
        Opsatc.run(invocation, "doctor", "--help");
        Opsatc.run(invocation, "--unknown");
    }
}
