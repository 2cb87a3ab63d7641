package com.opsatc.contract.document;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one published run consists of; the head names it, its signature covers it, readers start from it.
 *
 * @param runId hash of tenant, logical date, inputs, configuration, definitions and code: what was meant
 * @param attemptId names storage: which try at it this was
 * @param logicalDate figures know nothing later
 * @param watermark date of the latest admitted instant in the tenant's zone: the logical date unless one was asked for
 * @param inputs every extract file ever admitted, by digest, but those that were withdrawn
 * @param withdrawn extract files that were admitted and withdrawn since: their rows are kept, and count nowhere
 * @param readings by source, what its files were read by: rows that were read otherwise are not among its admitted rows
 * @param snapshots table name to Iceberg snapshot id
 * @param documents every published document
 * @param tableFiles names every file of the tables at these snapshots, one path in the store a line, sorted; null in the
 *     manifest of a release that did not list them
 * @param previousManifest digest of the manifest this one follows; null for a tenant's first
 */
@RecordBuilder
public record RunManifest(
        String schema,
        String schemaVersion,
        TenantId tenant,
        String region,
        String runId,
        String attemptId,
        LocalDate logicalDate,
        LocalDate watermark,
        String zone,
        List<Input> inputs,
        List<Input> withdrawn,
        SortedMap<String, Sha256> readings,
        SortedMap<String, Long> snapshots,
        SortedMap<String, Sha256> tableDigests,
        Document tableFiles,
        List<Document> documents,
        long read,
        long admitted,
        long quarantined,
        long duplicate,
        List<DefinitionRef> definitions,
        Sha256 configuration,
        String codeVersion,
        int keyVersion,
        Sha256 previousManifest) {
    /** Name of the file that {@code tableFiles} points to. */
    public static final String TABLE_FILES = "table-files.txt";

    public RunManifest {
        requireNonNull(schema, "schema");
        requireNonNull(schemaVersion, "schemaVersion");
        requireNonNull(tenant, "tenant");
        requireNonNull(region, "region");
        requireNonNull(runId, "runId");
        requireNonNull(attemptId, "attemptId");
        requireNonNull(logicalDate, "logicalDate");
        requireNonNull(watermark, "watermark");
        requireNonNull(zone, "zone");
        inputs = List.copyOf(inputs);
        withdrawn = withdrawn == null ? List.of() : List.copyOf(withdrawn);
        readings = readings == null ? new TreeMap<>() : new TreeMap<>(readings);
        snapshots = new TreeMap<>(snapshots);
        tableDigests = new TreeMap<>(tableDigests);
        documents = List.copyOf(documents);
        definitions = List.copyOf(definitions);
        requireNonNull(configuration, "configuration");
        requireNonNull(codeVersion, "codeVersion");
        if (read != admitted + quarantined + duplicate) {
            throw new IllegalArgumentException("Invalid manifest: rows do not reconcile");
        }
    }

    /**
     * An extract file that was admitted.
     *
     * @param name the name under which the file lies or was last seen, the least of several: tenant text
     * @param delivered local date and time in the source's zone, ISO 8601 to the second; null when nothing tells
     * @param replacedBy the file that lies under the name now; null where this one does, or no other
     * @param rows how many records were read from it
     */
    public record Input(
            String source,
            String stream,
            Sha256 file,
            String name,
            String delivered,
            Sha256 replacedBy,
            long bytes,
            long rows) {}

    /**
     * A published document: its name, where it lies in the tenant's store, and its plaintext's digest.
     *
     * @param name e.g. {@code kpis.json}, {@code report.html}, {@code evidence/F-order-to-cash-001.arrow}
     */
    public record Document(String name, String path, String mediaType, long bytes, Sha256 sha256) {}
}
