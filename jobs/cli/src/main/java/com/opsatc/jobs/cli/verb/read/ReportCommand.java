package com.opsatc.jobs.cli.verb.read;

import com.opsatc.boundary.audit.note.LogProof;
import com.opsatc.boundary.gate.WriteGates;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.instrumentation.Feature;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.tenancy.disk.DurableFile;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.scope.Purpose;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opsatc report}: writes the published report to a file. */
@Command(name = "report", description = "Writes the published report to a file: one HTML page that needs no network.")
public final class ReportCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Mixin
    private WhichRun which;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write it.")
    private Path out;

    @Option(
            names = "--against",
            paramLabel = "RUN",
            description =
                    "Begin with what moved since this run, an earlier one or its logical date: the page is made anew from"
                            + " what both published.")
    private String against;

    @Option(names = "--force", description = "Replace the file if it is there.")
    private boolean force;

    public ReportCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        Path file = opsatc.invocation().workingDirectory().resolve(out).normalize();
        if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(file, "it exists; name another file, or add --force", null);
        }

        Path proofFile = file.resolveSibling(file.getFileName() + LogProof.ENDING);
        if (!force && Files.exists(proofFile, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(proofFile, "it exists; name another file, or add --force", null);
        }

        return Reading.of(opsatc, which, Purpose.READ, reading -> {
            byte[] report = against == null
                    ? reading.published().document(Documents.REPORT.name())
                    : ComparedReport.of(
                            Published.of(reading.scope(), NamedRun.of(reading.scope(), against, "--against")),
                            reading.published());
            reading.passGate(WriteGates.REPORT_FILE, Documents.REPORT.name(), "html");
            byte[] proof = reading.proved(Documents.REPORT.name(), Sha256.of(report), "html");
            write(file, report);
            write(proofFile, proof);
            opsatc.terminal().err().println("Wrote " + file);
            reading.used(Feature.REPORT);

            return 0;
        });
    }

    /**
     * Wholly or not at all, for its owner only, and never through a link that someone left there: with {@code --force} a link
     * itself is replaced.
     */
    private void write(Path file, byte[] bytes) {
        try {
            if (force) {
                DurableFile.replace(file, bytes);
            } else {
                DurableFile.create(file, bytes);
            }
        } catch (FileAlreadyExistsException e) {
            throw refused(file, "it exists; name another file, or add --force", e);
        } catch (IOException e) {
            throw refused(file, e.getClass().getSimpleName() + "; check that its folder exists and is writable", e);
        }
    }

    private PipelineException refused(Path file, String why, IOException cause) {
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot write the report of tenant " + which.tenant() + " to " + file + ": " + why,
                cause);
    }
}
