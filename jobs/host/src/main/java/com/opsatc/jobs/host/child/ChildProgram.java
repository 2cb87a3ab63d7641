package com.opsatc.jobs.host.child;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A built program of ours that runs as a child process.
 *
 * @param options file of Java options
 * @param archive for a fast start, where the launcher could make one
 */
record ChildProgram(String mainClass, List<Path> classPath, Path options, Optional<Path> archive) {
    ChildProgram {
        classPath = List.copyOf(classPath);
    }

    /** One tenant's run. */
    static ChildProgram tenantRun(Installation installation) {
        return new ChildProgram(
                "com.opsatc.jobs.run.RunMain",
                installation.classPath("jobs/run"),
                installation.runOptions(),
                installation.runArchive());
    }

    /** A question about connectors: the libraries of a run, without a session. */
    static ChildProgram connectors(Installation installation) {
        return new ChildProgram(
                "com.opsatc.jobs.run.ConnectorMain",
                installation.classPath("jobs/run"),
                installation.runOptions(),
                installation.runArchive());
    }

    /** Work on platform telemetry. */
    static ChildProgram telemetry(Installation installation) {
        return new ChildProgram(
                "com.opsatc.jobs.telemetry.TelemetryMain",
                installation.classPath("jobs/telemetry"),
                installation.telemetryOptions(),
                installation.telemetryArchive());
    }
}
