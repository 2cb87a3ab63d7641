package com.opsatc.tenancy.tenant;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.tenancy.scope.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/** The extracts that a tenant's runs read. */
public final class TenantSources {
    private static final GenericType<SortedMap<String, String>> SETTINGS = new GenericType<>() {};

    private TenantSources() {}

    /**
     * Adds a source; the same one again changes nothing.
     *
     * @throws PipelineException when a source of this name exists with another connector, path, zone, settings or process
     */
    public static void add(TenantScope scope, RunRequest.Source source, Instant now) {
        scope.requireWrites("add a source");
        scope.database().transact("add a source of tenant " + scope.tenant(), handle -> {
            Optional<RunRequest.Source> known = find(handle, scope, source.source());
            if (known.isEmpty()) {
                store(handle, scope, source);
                TenantChanges.record(handle, scope, now, "source " + source.source(), null, source.connector());
            } else if (!known.get().equals(source)) {
                throw exists(scope, known.get());
            }

            return null;
        });
    }

    /**
     * Replaces a source by one of the same name. Rows that the old one read otherwise are read again by the next run.
     *
     * @throws PipelineException when there is none of this name
     */
    public static void set(TenantScope scope, RunRequest.Source source, Instant now) {
        scope.requireWrites("set a source");
        scope.database().transact("set a source of tenant " + scope.tenant(), handle -> {
            RunRequest.Source known =
                    find(handle, scope, source.source()).orElseThrow(() -> absent(scope, source.source()));
            store(handle, scope, source);
            String what = "source " + source.source() + " ";
            TenantChanges.record(handle, scope, now, what + "path", known.path(), source.path());
            TenantChanges.record(handle, scope, now, what + "zone", known.zone(), source.zone());
            TenantChanges.record(handle, scope, now, what + "process", known.process(), source.process());
            TreeSet<String> settings = new TreeSet<>(known.settings().keySet());
            settings.addAll(source.settings().keySet());
            for (String setting : settings) {
                TenantChanges.record(
                        handle,
                        scope,
                        now,
                        what + "setting " + setting,
                        known.settings().get(setting),
                        source.settings().get(setting));
            }

            return null;
        });
    }

    /**
     * Removes a source: the next run is that of a tenant that never had it. Its withdrawn files are forgotten.
     *
     * @throws PipelineException when there is none of this name
     */
    public static void remove(TenantScope scope, String source, Instant now) {
        scope.requireWrites("remove a source");
        scope.database().transact("remove a source of tenant " + scope.tenant(), handle -> {
            RunRequest.Source known = find(handle, scope, source).orElseThrow(() -> absent(scope, source));
            for (String table : List.of("tenant_source", "withdrawn_file")) {
                handle.execute("DELETE FROM " + table + " WHERE tenant = ? AND source = ?", scope.tenant(), source);
            }

            TenantChanges.record(handle, scope, now, "source " + source, known.connector(), null);
            return null;
        });
    }

    /** All sources by name. */
    public static List<RunRequest.Source> list(TenantScope scope) {
        return scope.database().transact("list the sources of tenant " + scope.tenant(), handle -> read(handle, scope));
    }

    private static Optional<RunRequest.Source> find(Handle handle, TenantScope scope, String source) {
        return read(handle, scope).stream()
                .filter(each -> each.source().equals(source))
                .findFirst();
    }

    private static List<RunRequest.Source> read(Handle handle, TenantScope scope) {
        return handle.createQuery("SELECT source, connector, path, zone, settings, process FROM tenant_source"
                        + " WHERE tenant = :tenant ORDER BY source COLLATE \"C\"")
                .bind("tenant", scope.tenant())
                .map(row -> new RunRequest.Source(
                        row.getColumn("source", String.class),
                        row.getColumn("connector", String.class),
                        row.getColumn("path", String.class),
                        row.getColumn("zone", String.class),
                        row.getColumn("settings", SETTINGS),
                        row.getColumn("process", String.class)))
                .list();
    }

    private static void store(Handle handle, TenantScope scope, RunRequest.Source source) {
        handle.createUpdate("INSERT INTO tenant_source (tenant, source, connector, path, zone, settings, process)"
                        + " VALUES (:tenant, :source, :connector, :path, :zone, CAST(:settings AS jsonb), :process)"
                        + " ON CONFLICT (tenant, source) DO UPDATE SET"
                        + " connector = excluded.connector, path = excluded.path, zone = excluded.zone,"
                        + " settings = excluded.settings, process = excluded.process")
                .bind("tenant", scope.tenant())
                .bindMethods(source)
                .execute();
    }

    private static PipelineException exists(TenantScope scope, RunRequest.Source known) {
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot add source " + known.source() + " to tenant " + scope.tenant() + ": it exists with connector "
                        + known.connector() + ", path " + known.path() + " and zone " + known.zone()
                        + ", or with other settings; change it with 'opsatc tenant set " + scope.tenant()
                        + " --source-name " + known.source() + " --set KEY=VALUE', --path or --zone, and the next run"
                        + " reads its files again; or add this one under another name with --source-name");
    }

    private static PipelineException absent(TenantScope scope, String source) {
        return new PipelineException(
                ErrorCode.NOT_FOUND,
                "Tenant " + scope.tenant() + " has no source " + source + "; 'opsatc source list --tenant "
                        + scope.tenant() + "' lists them");
    }
}
