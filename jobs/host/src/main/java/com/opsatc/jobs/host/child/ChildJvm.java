package com.opsatc.jobs.host.child;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The command line and environment of a child process.
 *
 * <p>Guarantee: neither holds a key, a password or a tenant's text; the process keeps temporary files, error files and
 * native libraries in its private folder, dumps neither heap nor core, and inherits no variable but those named here.
 *
 * @param inputBytes size of what the child reads, which decides how its code is compiled
 * @param cores how many processors it may think there are
 */
record ChildJvm(ChildProgram program, long inputBytes, ChildLimits limits, int cores) {
    /** Below this many bytes of extracts a run ends before the optimising compiler has paid for itself. */
    private static final long SMALL_INPUT_BYTES = 16L << 20;

    /** Plans are compiled to classes by the hundred: in the default cache of the quick compiler they push each other out. */
    private static final String CODE_CACHE = "-XX:ReservedCodeCacheSize=256m";

    /** Ignores what a terminal or a service's manager sends to all processes of a group; a JVM leaves ignored signals ignored. */
    private static final List<String> DEAF = List.of("/bin/sh", "-c", "trap '' HUP INT TERM; exec \"$@\"", "opsatc");

    /** @param scratch the child's private folder */
    ProcessBuilder builder(Path scratch) {
        List<String> line = new ArrayList<>(limits.hearsInterrupts() ? List.of() : DEAF);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("@" + program.options());
        line.add("-Xmx" + limits.memoryMebi() + "m");
        line.add("-XX:+UseParallelGC");
        line.add("-XX:ActiveProcessorCount=" + cores);
        line.add(CODE_CACHE);
        if (inputBytes < SMALL_INPUT_BYTES) {
            line.add("-XX:TieredStopAtLevel=1");
        }
        line.add("-Xshare:auto");
        program.archive().ifPresent(archive -> line.add("-XX:SharedArchiveFile=" + archive));
        // Standard output carries messages only: what the JVM says, such as a thread dump that was asked for, is
        // logged.
        line.addAll(List.of("-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=error:stderr"));
        line.addAll(List.of(
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + scratch.resolve("error.log"),
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism"));
        if (limits.debugPort() > 0) {
            // Quiet: what it says of the port would stand between two messages.
            line.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,quiet=y,address=127.0.0.1:"
                    + limits.debugPort());
        }
        // Results do not depend on these; fixing them keeps it so for whatever a library does by default.
        line.addAll(List.of("-Duser.timezone=UTC", "-Duser.language=en", "-Dfile.encoding=UTF-8"));
        line.add("-Djava.io.tmpdir=" + scratch.resolve("tmp"));
        line.add("-cp");
        line.add(program.classPath().stream().map(Path::toString).collect(Collectors.joining(":")));
        line.add(program.mainClass());

        ProcessBuilder builder = new ProcessBuilder(line).directory(scratch.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");

        return builder;
    }
}
