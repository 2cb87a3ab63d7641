package com.opsatc.benchmarks.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.List;
import java.util.Set;

/**
 * Where bytes leave the process: the classes registered to open files for writing, databases and the network, and the
 * calls that do so. A class that is new here is a new gate, to be looked at as one.
 */
enum Gates {
    /** Whether {@code FileChannel.open} writes stands in its options, which no rule sees: all its callers are here. */
    FILES(
            "open files for writing",
            "com.opsatc.benchmarks.Extract",
            "com.opsatc.benchmarks.Workspace",
            "com.opsatc.benchmarks.telemetry.TelemetryBenchmark",
            "com.opsatc.instrumentation.AbandonedParts",
            "com.opsatc.instrumentation.Spool",
            "com.opsatc.jobs.host.FailureLog",
            "com.opsatc.jobs.cli.verb.operate.HealthChecks",
            "com.opsatc.jobs.host.child.ChildProcess",
            "com.opsatc.jobs.cli.demo.DemoFolder",
            "com.opsatc.jobs.cli.verb.schedule.ScheduleExportCommand",
            "com.opsatc.jobs.cli.output.Terminal",
            "com.opsatc.jobs.cli.slice.SliceLog",
            "com.opsatc.jobs.simulate.extract.CsvFile",
            "com.opsatc.jobs.telemetry.DemoTelemetry",
            "com.opsatc.telemetry.input.FilePart",
            "com.opsatc.telemetry.input.OpenFile",
            "com.opsatc.telemetry.publish.ReleaseFolder",
            "com.opsatc.telemetry.release.Turn",
            "com.opsatc.tenancy.disk.DurableDirectory",
            "com.opsatc.tenancy.disk.DurableFile",
            "com.opsatc.tenancy.disk.ExclusiveFile",
            "com.opsatc.tenancy.disk.PrivateDirectory",
            "com.opsatc.tenancy.database.EmbeddedPostgres",
            "com.opsatc.tenancy.database.ServerBinaries",
            "com.opsatc.tenancy.database.ServerConfiguration",
            "com.opsatc.tenancy.database.ServerPrograms",
            "com.opsatc.tenancy.source.OpenedFile",
            "com.opsatc.tenancy.store.local.LocalBlobStore") {
        @Override
        boolean opens(String owner, String name, List<String> parameters) {
            return switch (owner) {
                case "java.nio.file.Files" -> WRITERS.contains(name);
                case "java.nio.channels.FileChannel", "java.nio.channels.AsynchronousFileChannel" ->
                    name.equals("open");
                case "java.io.FileOutputStream", "java.io.FileWriter", "java.io.RandomAccessFile" ->
                    name.equals(CONSTRUCTOR);
                // Around a stream or a writer they open nothing.
                case "java.io.PrintStream", "java.io.PrintWriter", "java.util.Formatter" ->
                    name.equals(CONSTRUCTOR)
                            && !parameters.isEmpty()
                            && Set.of("java.lang.String", "java.io.File").contains(parameters.get(0));
                default -> false;
            };
        }
    },
    DATABASES(
            "open databases",
            "com.opsatc.benchmarks.DuckDbEngine",
            "com.opsatc.benchmarks.Extract",
            "com.opsatc.benchmarks.RunPeer",
            "com.opsatc.tenancy.database.ConnectionPool",
            "com.opsatc.tenancy.database.Database") {
        @Override
        boolean opens(String owner, String name, List<String> parameters) {
            return name.equals("getConnection")
                            && Set.of("java.sql.DriverManager", "javax.sql.DataSource")
                                    .contains(owner)
                    || name.equals("connect") && owner.equals("java.sql.Driver")
                    || name.equals(CONSTRUCTOR) && owner.startsWith("org.postgresql.ds.")
                    || name.equals(CONSTRUCTOR) && owner.equals("com.zaxxer.hikari.HikariDataSource");
        }
    },
    NETWORK(
            "open the network",
            "com.opsatc.advisory.AdvisoryServer",
            "com.opsatc.boundary.audit.witness.WitnessClient",
            "com.opsatc.boundary.audit.witness.WitnessServer",
            "com.opsatc.tenancy.database.EmbeddedPostgres",
            "com.opsatc.tenancy.database.ProvenSocket",
            "com.opsatc.testing.LostAnswer") {
        @Override
        boolean opens(String owner, String name, List<String> parameters) {
            return owner.startsWith("java.net.http.")
                    || owner.startsWith("com.sun.net.httpserver.")
                    || owner.equals("java.net.URL") && name.startsWith("open")
                    || owner.matches("java\\.net\\.(Server|Datagram)?Socket") && name.equals(CONSTRUCTOR)
                    || owner.matches("java\\.nio\\.channels\\..*(Socket|Datagram)Channel") && name.equals("open")
                    || owner.equals("io.javalin.Javalin")
                            && Set.of("create", "start").contains(name)
                    || owner.equals("org.eclipse.jetty.server.ServerConnector") && name.equals(CONSTRUCTOR);
        }
    };

    private static final String CONSTRUCTOR = "<init>";

    /** Of {@code Files}: what gives a file bytes, or puts a file in a place. */
    private static final Set<String> WRITERS = Set.of(
            "write",
            "writeString",
            "newOutputStream",
            "newBufferedWriter",
            "newByteChannel",
            "copy",
            "move",
            "createFile",
            "createTempFile",
            "createLink",
            "createSymbolicLink");

    private final String description;
    private final Set<String> registered;

    Gates(String description, String... registered) {
        this.description = description;
        this.registered = Set.of(registered);
    }

    abstract boolean opens(String owner, String name, List<String> parameters);

    Set<String> registered() {
        return registered;
    }

    /** Classes in no registered one; a nested class is registered with the one around it. */
    DescribedPredicate<JavaClass> unregistered() {
        return DescribedPredicate.describe(
                "are not registered to " + description,
                javaClass -> !registered.contains(javaClass.getName().replaceFirst("\\$.*", "")));
    }

    ArchCondition<JavaClass> open() {
        return Calls.call(description, this::opens);
    }

    private boolean opens(CodeUnitCallTarget target) {
        return opens(target.getOwner().getName(), target.getName(), Calls.parameters(target));
    }
}
