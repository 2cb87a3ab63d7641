package com.opsatc.boundary.gate;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;

/**
 * The registered ways out of the store.
 *
 * <p>Guarantee: nothing passes a gate that {@code conf/write-gates.yaml} does not name, and what passes is in
 * {@code logs/exports.log} of the home, durably, before its first byte is written. The log has a line for each export:
 * time, gate, tenant, document, digest of the published document, format.
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
    private final Path log;

    private WriteGates(Set<String> registered, Path log) {
        this.registered = registered;
        this.log = log;
    }

    private record File(SortedMap<String, String> gates) {}

    /**
     * @param conf the configuration folder
     * @param logs the home's folder of logs
     */
    public static WriteGates load(Path conf, Path logs) {
        Path file = conf.resolve("write-gates.yaml");
        try {
            File read = new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), File.class);

            return new WriteGates(Set.copyOf(read.gates().keySet()), logs.resolve("exports.log"));
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot read " + file + ": it must hold 'gates:' with a description for each; restore it",
                    e);
        }
    }

    /** What is about to leave. */
    public record Export(Instant at, TenantId tenant, String document, Sha256 sha256, String format) {
        public Export {
            requireNonNull(at, "at");
            requireNonNull(tenant, "tenant");
            requireNonNull(document, "document");
            requireNonNull(sha256, "sha256");
            requireNonNull(format, "format");
        }
    }

    /** Lets an export pass, and records it first; refuses one through a gate that is not registered. */
    public void pass(String gate, Export export) {
        if (!registered.contains(gate)) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot export " + export.document() + " of tenant " + export.tenant() + ": the gate " + gate
                            + " is not registered in conf/write-gates.yaml");
        }

        String line = export.at() + " " + gate + " " + export.tenant() + " " + export.document() + " " + export.sha256()
                + " " + export.format() + "\n";
        try {
            if (!Files.exists(log)) {
                Files.createFile(
                        log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot export " + export.document() + " of tenant " + export.tenant() + ": the log " + log
                            + " cannot be written, and nothing leaves unrecorded",
                    e);
        }
    }
}
