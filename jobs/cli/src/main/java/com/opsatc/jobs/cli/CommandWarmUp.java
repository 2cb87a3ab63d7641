package com.opsatc.jobs.cli;

import com.opsatc.jobs.cli.command.Invocation;
import com.opsatc.jobs.cli.output.ArrowTable;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.cli.output.Terminal;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Does what typical commands do, in a home of its own that it removes again, so that the launcher can keep the classes
 * they load in an archive for fast starts.
 */
public final class CommandWarmUp {
    private CommandWarmUp() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory(
                "opsatc-warm-up", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path home = folder.resolve("home");
        Path rootKey = folder.resolve("key/root.key");
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Invocation invocation = new Invocation(
                new Terminal(nowhere, nowhere, true, true, true, 100),
                InputStream.nullInputStream(),
                Path.of(System.getProperty("opsatc.root", ".")),
                folder,
                Map.of("OPSATC_HOME", home.toString(), "OPSATC_ROOT_KEY", rootKey.toString()),
                Clock.systemUTC());
        try {
            Opsatc.run(invocation, "--help");
            Opsatc.run(invocation, "tenant", "add", "warm-up", "--connector", "generic/xes", "--source", ".");
            Opsatc.run(invocation, "tenant", "show", "warm-up");
            Opsatc.run(invocation, "tenant", "list", "--output", "json");
            Opsatc.run(invocation, "kpis", "--tenant", "warm-up");
            ArrowTable.write(
                    new Table(List.of(Column.count("n", "n")), Stream.of(Table.row(1L))),
                    OutputStream.nullOutputStream());
            try (Tenancy tenancy = Tenancy.open(Home.create(home), RootKeys.of(rootKey.toString()))) {
                tenancy.stopServer();
            }
        } finally {
            PrivateDirectory.delete(folder);
        }
    }
}
