package com.opsatc.jobs.cli.verb.audit;

import com.opsatc.boundary.audit.AuditLog;
import com.opsatc.boundary.audit.Witnessed;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.disk.DurableDirectory;
import com.opsatc.tenancy.scope.TenantScope;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opsatc audit export}: the whole log as files that anybody can check. */
@Command(
        name = "export",
        description = {
            "Writes a tenant's whole log into a new folder: entries.jsonl, a line for each entry, each line a leaf of the tree;"
                    + " checkpoint, the root over them, signed and witnessed; key, what the signature is checked with.",
            "Persons stay sealed in it: only this platform can open them."
        })
public final class AuditExportCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Mixin
    private TenantOption which;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where to write it: a folder that is not there yet, or is empty.")
    private Path out;

    public AuditExportCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        Path folder = opsatc.invocation().workingDirectory().resolve(out).normalize();
        return AuditScope.of(opsatc, which.tenant(), (scope, policy) -> {
            AuditLog log = AuditLog.open(scope);
            Witnessed witnessed = Witnessed.required(log, policy, "export the audit log");
            try (DurableDirectory directory = DurableDirectory.start(folder)) {
                write(directory, "checkpoint", witnessed.checkpoint().bytes());
                write(directory, "key", (AuditLog.key(scope) + "\n").getBytes(StandardCharsets.UTF_8));
                entries(directory, scope, log.size());
                directory.publish();
            } catch (IOException e) {
                throw refused(folder, e);
            } catch (UncheckedIOException e) {
                throw refused(folder, e.getCause());
            }
            opsatc.terminal().err().println("Wrote " + log.size() + " entries to " + folder);

            return 0;
        });
    }

    private static void entries(DurableDirectory directory, TenantScope scope, long size) throws IOException {
        try (OutputStream lines = directory.file("entries.jsonl")) {
            AuditEntries.read(
                    scope,
                    /* from= */ 0,
                    stored -> {
                        if (stored.number() < size) {
                            line(lines, AuditEntries.open(scope, stored));
                        }
                    });
        }
    }

    private static void line(OutputStream lines, byte[] entry) {
        try {
            lines.write(entry);
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DurableDirectory directory, String name, byte[] bytes) throws IOException {
        try (OutputStream file = directory.file(name)) {
            file.write(bytes);
        }
    }

    private PipelineException refused(Path folder, IOException cause) {
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot export the audit log of tenant " + which.tenant() + " to " + folder + ": "
                        + cause.getClass().getSimpleName()
                        + "; name a folder that is not there yet, in one that is writable and has room",
                cause);
    }
}
