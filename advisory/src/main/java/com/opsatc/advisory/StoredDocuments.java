package com.opsatc.advisory;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.audit.AuditAction;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.run.WorkflowSwitch;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The documents in the tenants' encrypted stores.
 *
 * <p>Each document is read through a scope of its own tenant, opened for advising and closed again before it is sent: the
 * service holds no tenant's key between requests, and a newly published head is served at once. A tenant whose publishing is
 * switched off has no documents here from the next request on; where the switch cannot be read, the request fails.
 */
public final class StoredDocuments implements PublishedDocuments {
    /** More would only wait for the database's own processors. */
    private static final int CONNECTIONS = 8;

    private final Tenancy tenancy;

    /** @param tenancy the platform, which keeps some connections open from now on; its owner closes it, after the service */
    public StoredDocuments(Tenancy tenancy) {
        this.tenancy = requireNonNull(tenancy, "tenancy");
        tenancy.keepConnections(CONNECTIONS);
    }

    @Override
    public Optional<byte[]> document(Asker asker, AskedRun asked, String name) {
        return read(
                asker,
                scope -> head(scope, asked)
                        .flatMap(head -> Published.of(scope, head).find(name).map(document -> {
                            record(scope, asker, name, Map.of("run", head.runId()));
                            return document;
                        })));
    }

    /**
     * What is computed of a published run, recorded before it is read.
     *
     * @param object what is asked for, in the audit log
     * @return empty when the tenant does not exist, is switched off, or has published no such run
     */
    public <T> Optional<T> published(Asker asker, AskedRun asked, String object, Function<Published, T> reader) {
        return read(
                asker,
                scope -> head(scope, asked).map(head -> {
                    AuditEntries.appendFrom(
                            asker.address(), scope, AuditAction.QUERIED, object, Map.of("run", head.runId()));
                    return reader.apply(Published.of(scope, head));
                }));
    }

    @Override
    public Optional<PublishedRuns> runs(Asker asker) {
        return read(asker, scope -> {
            record(scope, asker, "runs", Map.of());
            long current = Heads.current(scope).map(Head::sequence).orElse(0L);
            return Optional.of(new PublishedRuns(
                    asker.tenant(),
                    Heads.list(scope).stream()
                            .map(head -> new PublishedRuns.Published(
                                    head.runId(), head.logicalDate(), head.publishedAt(), head.sequence() == current))
                            .toList()));
        });
    }

    /** Before it is sent: what cannot be recorded is not served. */
    private static void record(TenantScope scope, Asker asker, String object, Map<String, String> details) {
        AuditEntries.appendFrom(asker.address(), scope, AuditAction.READ, object, details);
    }

    private static Optional<Head> head(TenantScope scope, AskedRun asked) {
        if (asked.runId() != null) {
            return Heads.ofRun(scope, asked.runId());
        }

        return asked.asOf() == null ? Heads.current(scope) : Heads.asOf(scope, asked.asOf());
    }

    /** Tried again once when the database was lost: its server is then found where it is by now, or started again. */
    private <T> Optional<T> read(Asker asker, Function<TenantScope, Optional<T>> reader) {
        try {
            return stored(asker, reader);
        } catch (PipelineException e) {
            if (e.code() != ErrorCode.DATABASE) {
                throw e;
            }

            tenancy.reach();
            return stored(asker, reader);
        }
    }

    private <T> Optional<T> stored(Asker asker, Function<TenantScope, Optional<T>> reader) {
        Optional<TenantScope> opened = open(asker);
        if (opened.isEmpty()) {
            return Optional.empty();
        }

        try (TenantScope scope = opened.get()) {
            if (!WorkflowSwitch.read(scope).enabled()) {
                return Optional.empty();
            }

            return reader.apply(scope);
        }
    }

    /** Only here does "not found" mean that there is no such tenant; later it would mean that something was lost. */
    private Optional<TenantScope> open(Asker asker) {
        try {
            return Optional.of(
                    tenancy.open(asker.tenant(), asker.actor(), Role.SERVICE, Source.SERVICE, Purpose.ADVISE));
        } catch (PipelineException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
