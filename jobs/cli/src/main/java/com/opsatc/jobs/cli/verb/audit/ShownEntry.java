package com.opsatc.jobs.cli.verb.audit;

import com.opsatc.contract.audit.AuditEntry;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.audit.StoredEntry;
import com.opsatc.tenancy.scope.TenantScope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * An entry as people read it.
 *
 * @param actor who, or {@code erased-<number>} once that person is forgotten
 */
record ShownEntry(
        long index,
        String at,
        String action,
        String object,
        String actor,
        String role,
        String source,
        SortedMap<String, String> details) {
    static ShownEntry of(TenantScope scope, StoredEntry stored) {
        AuditEntry entry = CanonicalJson.read(AuditEntries.open(scope, stored), AuditEntry.class);
        return new ShownEntry(
                entry.index(),
                Instant.EPOCH.plus(entry.atUs(), ChronoUnit.MICROS).toString(),
                entry.action().symbol(),
                entry.object(),
                AuditEntries.actor(scope, entry)
                        .orElse("erased-" + entry.actor().subject()),
                entry.role(),
                entry.source(),
                entry.details());
    }

    /** The details in one cell. */
    String facts() {
        return details.entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue())
                .collect(Collectors.joining(" "));
    }
}
