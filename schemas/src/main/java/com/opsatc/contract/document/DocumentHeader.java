package com.opsatc.contract.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.opsatc.contract.id.TenantId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every published document says of itself, so that one found on disk explains itself.
 *
 * @param schema {@code $id} of the JSON Schema the document validates against
 * @param asOf the run's logical date in the tenant's zone; figures know nothing later
 * @param processTitles what people call the tenant's processes, by the name that the document has for them
 */
public record DocumentHeader(
        String schema,
        String schemaVersion,
        TenantId tenant,
        String runId,
        LocalDate asOf,
        String zone,
        String producer,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> processTitles) {
    /** Of a document whose processes have no titles but the words of their names. */
    public DocumentHeader(
            String schema,
            String schemaVersion,
            TenantId tenant,
            String runId,
            LocalDate asOf,
            String zone,
            String producer) {
        this(schema, schemaVersion, tenant, runId, asOf, zone, producer, new TreeMap<>());
    }

    public DocumentHeader {
        requireNonNull(schema, "schema");
        requireNonNull(schemaVersion, "schemaVersion");
        requireNonNull(tenant, "tenant");
        requireNonNull(runId, "runId");
        requireNonNull(asOf, "asOf");
        requireNonNull(zone, "zone");
        requireNonNull(producer, "producer");
        processTitles = Collections.unmodifiableSortedMap(
                processTitles == null ? new TreeMap<>() : new TreeMap<>(processTitles));
    }

    /** What people call a process; one without a title by the words of its name. */
    public String titleOf(String process) {
        String title = processTitles.get(process);
        return title == null ? ProcessTitle.of(process) : title;
    }
}
