package com.opsatc.jobs.cli.verb.audit;

import com.opsatc.boundary.audit.note.LogCheckpoint;
import com.opsatc.boundary.audit.note.LogProof;
import com.opsatc.boundary.audit.note.TrustPolicy;
import com.opsatc.boundary.audit.tree.TreeHasher;
import com.opsatc.contract.audit.AuditEntry;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.output.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code opsatc audit check}: a proof that came with an export, checked without home, log, or network. */
@Command(
        name = "check",
        description =
                "Checks a proof that came with an export against a policy of your own (C2SP tlog-policy): which log's"
                        + " key you believe, and which witnesses'. Needs no home and no network. Exit code 5 when it does not hold.")
public final class AuditCheckCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Parameters(paramLabel = "PROOF", description = "A file that ends in .tlog-proof.")
    private Path proof;

    @Option(names = "--policy", required = true, paramLabel = "FILE", description = "Whom to believe.")
    private Path policy;

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "The exported file: that it is the one the entry names.")
    private Path document;

    public AuditCheckCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        LogProof read = LogProof.parse(bytes(proof));
        byte[] entry = read.extra()
                .orElseThrow(() -> new PipelineException(
                        ErrorCode.STORE, "Cannot check the proof: it does not hold the entry that it is about"));
        LogCheckpoint accepted = read.verified(new TreeHasher().leaf(entry), TrustPolicy.parse(bytes(policy)));
        AuditEntry said = CanonicalJson.read(entry, AuditEntry.class);
        if (document != null
                && !Sha256.of(bytes(document)).hex().equals(said.details().get("sha256"))) {
            throw new PipelineException(
                    ErrorCode.STORE,
                    "Cannot accept " + document + ": it is not the file whose digest entry " + said.index() + " names");
        }

        opsatc.terminal()
                .out()
                .println("Entry " + said.index() + " of " + accepted.origin() + " holds, in a tree of "
                        + accepted.size()
                        + ": " + said.action().symbol() + " " + Shown.text(said.object())
                        + (document == null ? "" : "; " + document.getFileName() + " is the file that it names"));
        return 0;
    }

    private byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(opsatc.invocation().workingDirectory().resolve(file));
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot read " + file + ": " + e.getClass().getSimpleName() + "; name a file that is there",
                    e);
        }
    }
}
