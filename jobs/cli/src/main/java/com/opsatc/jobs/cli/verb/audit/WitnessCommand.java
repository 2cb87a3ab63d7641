package com.opsatc.jobs.cli.verb.audit;

import com.opsatc.boundary.audit.note.NoteKey;
import com.opsatc.boundary.audit.note.SignatureKind;
import com.opsatc.boundary.audit.note.VerifierKey;
import com.opsatc.boundary.audit.witness.LogWitness;
import com.opsatc.boundary.audit.witness.WitnessServer;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.tenancy.key.WitnessKeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code opsatc witness}: cosigns what logs show it while they only grow; it opens no home and holds no tenant's key. */
@Command(
        name = "witness",
        description = {
            "Witnesses audit logs until interrupted: cosigns a log's state only when it begins with all that it cosigned"
                    + " before (C2SP tlog-witness), so that a log with two histories, or a restored one, is told.",
            "It opens no home. It has a key and a state of its own; run it where the logs' owner cannot reach them."
        })
public final class WitnessCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "Its key, and what it cosigned: a folder of its own, of which an older copy must never come back"
                            + " (default: opsatc/witness in the user's configuration folder).")
    private Path state;

    @Option(
            names = "--logs",
            paramLabel = "FILE",
            description = "The logs that it knows: lines as opsatc audit key shows them; read again for every new log"
                    + " (default: the file logs in its folder).")
    private Path logs;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "opsatc-witness",
            description = "What it signs as (default: ${DEFAULT-VALUE}).")
    private String name;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Where to listen (default: ${DEFAULT-VALUE}).")
    private InetAddress address;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8090",
            description = "On which port; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    public WitnessCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path folder = state == null
                ? opsatc.userConfiguration().resolve("opsatc/witness")
                : opsatc.invocation().workingDirectory().resolve(state).normalize();
        Path known = logs == null
                ? folder.resolve("logs")
                : opsatc.invocation().workingDirectory().resolve(logs).normalize();
        NoteKey key = WitnessKeyFile.lend(folder, seed -> NoteKey.of(name, SignatureKind.COSIGNATURE, seed));
        LogWitness witness = new LogWitness(
                key, folder, () -> known(known), opsatc.invocation().clock());
        try (WitnessServer server = WitnessServer.start(witness, address, port)) {
            opsatc.terminal().out().println("Witnessing at " + server.url() + " (interrupt to stop)");
            opsatc.terminal().out().flush();
            opsatc.terminal()
                    .err()
                    .println("  for conf/audit-policy of the home:\n    witness " + name.replaceAll("[^A-Za-z0-9]", "-")
                            + " "
                            + key.verifier() + " " + server.url() + "\n    quorum "
                            + name.replaceAll("[^A-Za-z0-9]", "-"));
            opsatc.terminal().err().println("  it knows the logs whose keys stand in " + known);
            // Ended by the interrupt that ends the process.
            new CountDownLatch(1).await();

            return 0;
        } catch (IOException | IllegalArgumentException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot witness at " + address.getHostAddress() + " port " + port
                            + ": it cannot be listened on; another program may have it; choose one with --port",
                    e);
        }
    }

    private static List<VerifierKey> known(Path logs) {
        if (!Files.exists(logs)) {
            return List.of();
        }

        try {
            return Files.readString(logs, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(VerifierKey::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
