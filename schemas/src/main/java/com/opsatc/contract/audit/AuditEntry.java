package com.opsatc.contract.audit;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.TenantId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One entry of a tenant's audit log: who did what to what, when, in which role and through which door. Its canonical JSON is the
 * leaf of the log's tree.
 *
 * @param index its place in the log, from 0 without gaps
 * @param atUs when, in microseconds since the epoch by the platform database's clock; never before the entry before
 * @param object what it was done to: a document, a run, a gate, a setting
 * @param actor who, readable as long as that person's key is there
 * @param role in which capacity, e.g. {@code ANALYST}
 * @param source through which door, e.g. {@code COMMAND_LINE}
 * @param details further facts by name; never a cell value or a person
 */
public record AuditEntry(
        long index,
        long atUs,
        TenantId tenant,
        AuditAction action,
        String object,
        SealedActor actor,
        String role,
        String source,
        SortedMap<String, String> details) {
    public AuditEntry {
        if (index < 0) {
            throw new IllegalArgumentException("Invalid index of an audit entry: it counts from 0");
        }
        requireNonNull(tenant, "tenant");
        requireNonNull(action, "action");
        requireNonNull(object, "object");
        requireNonNull(actor, "actor");
        requireNonNull(role, "role");
        requireNonNull(source, "source");
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }
}
