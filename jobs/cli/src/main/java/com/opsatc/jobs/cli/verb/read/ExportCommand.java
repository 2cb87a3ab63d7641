package com.opsatc.jobs.cli.verb.read;

import com.opsatc.boundary.audit.note.LogProof;
import com.opsatc.boundary.gate.WriteGates;
import com.opsatc.contract.document.ExportManifest;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.export.DocumentExport;
import com.opsatc.jobs.cli.export.ExportFormat;
import com.opsatc.tenancy.disk.DurableDirectory;
import com.opsatc.tenancy.scope.Purpose;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opsatc export}: writes every document of a run into a folder, for other tools to read. */
@Command(
        name = "export",
        description = {
            "Writes every document of a run into a new folder: a file for each table, the rows that each figure rests on, and"
                    + " export.json, which says what is there, with digests, and what is not.",
            "export.json.tlog-proof proves that the export is in the tenant's audit log, and witnessed: opsatc audit check.",
            "The folder appears as a whole or not at all, for its owner only. Figures are exact: times in microseconds, shares"
                    + " and figures with six decimals."
        })
public final class ExportCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Mixin
    private WhichRun which;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "parquet, arrow (IPC files), csv, or json (each document as it was published).")
    private ExportFormat format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where to write it: a folder that is not there yet, or is empty.")
    private Path out;

    @Option(names = "--without-evidence", description = "Leave out the rows that figures rest on.")
    private boolean withoutEvidence;

    public ExportCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        Path folder = opsatc.invocation().workingDirectory().resolve(out).normalize();

        return Reading.of(opsatc, which, Purpose.READ, reading -> {
            ExportManifest manifest = write(reading, folder);
            long rows = manifest.files().stream()
                    .mapToLong(file -> file.rows() == null ? 0 : file.rows())
                    .sum();
            opsatc.terminal()
                    .err()
                    .println("Wrote " + manifest.files().size() + " files"
                            + (rows == 0 ? "" : " with " + rows + " rows") + " and " + ExportManifest.NAME + " to "
                            + folder);

            return 0;
        });
    }

    private ExportManifest write(Reading reading, Path folder) {
        try (DurableDirectory directory = DurableDirectory.start(folder)) {
            DocumentExport export = new DocumentExport(
                    reading.published(),
                    directory,
                    format,
                    (documents, evidence) -> reading.passGate(
                            evidence ? WriteGates.EVIDENCE_EXPORT : WriteGates.FOLDER_EXPORT,
                            documents,
                            format.toString()));
            ExportManifest manifest = export.write(!withoutEvidence);
            Sha256 digest = Sha256.of(CanonicalJson.write(manifest));
            try (OutputStream proof = directory.file(ExportManifest.NAME + LogProof.ENDING)) {
                proof.write(reading.proved(ExportManifest.NAME, digest, format.toString()));
            }
            directory.publish();
            return manifest;
        } catch (DirectoryNotEmptyException e) {
            throw refused(folder, "it exists and is not empty; name a folder that is not there yet", e);
        } catch (FileAlreadyExistsException e) {
            throw refused(folder, "a file or a link has that name; name a folder that is not there yet", e);
        } catch (IOException e) {
            throw refused(folder, e);
        } catch (UncheckedIOException e) {
            throw refused(folder, e.getCause());
        }
    }

    private PipelineException refused(Path folder, IOException cause) {
        return refused(
                folder,
                cause.getClass().getSimpleName() + "; check that the folder around it exists, is writable and has room",
                cause);
    }

    private PipelineException refused(Path folder, String why, IOException cause) {
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot export the documents of tenant " + which.tenant() + " to " + folder + ": " + why,
                cause);
    }
}
