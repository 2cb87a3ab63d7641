package com.opsatc.boundary.gate;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.opsatc.contract.audit.AuditAction;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.scope.TenantScope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * The registered ways out of the store.
 *
 * <p>Guarantee: nothing passes a gate that {@code conf/write-gates.yaml} does not name, and what passes is in the tenant's audit
 * log, durably, before its first byte is written: an entry for each document, with gate, digest of the published document, and
 * format. What a gate refuses is in the log too.
 */
public final class WriteGates {
    /** The report as a file of its own. */
    public static final String REPORT_FILE = "report-file";
    /** The context file as a file of its own. */
    public static final String CONTEXT_FILE = "context-file";
    /** A document's table as CSV or Arrow. */
    public static final String TABLE_EXPORT = "table-export";
    /** The documents of a run as a folder of files. */
    public static final String FOLDER_EXPORT = "folder-export";
    /** Every row that a figure rests on. */
    public static final String EVIDENCE_EXPORT = "evidence-export";

    private final Set<String> registered;

    private WriteGates(Set<String> registered) {
        this.registered = registered;
    }

    private record File(SortedMap<String, String> gates) {}

    /** @param conf the configuration folder */
    public static WriteGates load(Path conf) {
        Path file = conf.resolve("write-gates.yaml");
        try {
            File read = new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), File.class);

            return new WriteGates(Set.copyOf(read.gates().keySet()));
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot read " + file + ": it must hold 'gates:' with a description for each; restore it",
                    e);
        }
    }

    /** What is about to leave. */
    public record Export(String document, Sha256 sha256, String format) {
        public Export {
            requireNonNull(document, "document");
            requireNonNull(sha256, "sha256");
            requireNonNull(format, "format");
        }
    }

    /** Lets exports pass, and records them first, in one transaction; refuses them through a gate that is not registered. */
    public void pass(String gate, TenantScope scope, List<Export> exports) {
        if (exports.isEmpty()) {
            return;
        }

        boolean passes = registered.contains(gate);
        Map<String, Map<String, String>> recorded = new LinkedHashMap<>();
        for (Export export : exports) {
            recorded.put(
                    export.document(),
                    Map.of("gate", gate, "sha256", export.sha256().hex(), "format", export.format()));
        }
        AuditEntries.append(scope, passes ? AuditAction.GATE_PASSED : AuditAction.GATE_REFUSED, recorded);
        if (!passes) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot export " + exports.get(0).document() + " of tenant " + scope.tenant() + ": the gate " + gate
                            + " is not registered in conf/write-gates.yaml");
        }
    }
}
