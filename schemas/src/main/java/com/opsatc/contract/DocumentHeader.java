package com.opsatc.contract;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What every published document says of itself, so that one found on disk explains itself.
 *
 * @param schema {@code $id} of the JSON Schema the document validates against
 * @param asOf the run's logical date in the tenant's zone; figures know nothing later
 */
public record DocumentHeader(
        String schema,
        String schemaVersion,
        TenantId tenant,
        String runId,
        LocalDate asOf,
        String zone,
        String producer) {
    public DocumentHeader {
        requireNonNull(schema, "schema");
        requireNonNull(schemaVersion, "schemaVersion");
        requireNonNull(tenant, "tenant");
        requireNonNull(runId, "runId");
        requireNonNull(asOf, "asOf");
        requireNonNull(zone, "zone");
        requireNonNull(producer, "producer");
    }
}
