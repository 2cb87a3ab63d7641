package com.opsatc.tenancy.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.tenancy.scope.TenantScope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The extracts that a tenant's runs read. */
public final class TenantSources {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TenantSources() {}

    /**
     * Adds a source; the same one again changes nothing.
     *
     * @throws PipelineException when a source of this name exists with another connector, path, zone, settings or process
     */
    public static void add(TenantScope scope, RunRequest.Source source, Instant now) {
        scope.requireWrites("add a source");
        scope.database().transact("add a source of tenant " + scope.tenant(), connection -> {
            Optional<RunRequest.Source> known = find(connection, scope, source.source());
            if (known.isEmpty()) {
                store(connection, scope, source);
                TenantChanges.record(connection, scope, now, "source " + source.source(), null, source.connector());
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
        scope.database().transact("set a source of tenant " + scope.tenant(), connection -> {
            RunRequest.Source known =
                    find(connection, scope, source.source()).orElseThrow(() -> absent(scope, source.source()));
            store(connection, scope, source);
            String what = "source " + source.source() + " ";
            TenantChanges.record(connection, scope, now, what + "path", known.path(), source.path());
            TenantChanges.record(connection, scope, now, what + "zone", known.zone(), source.zone());
            TenantChanges.record(connection, scope, now, what + "process", known.process(), source.process());
            TreeSet<String> settings = new TreeSet<>(known.settings().keySet());
            settings.addAll(source.settings().keySet());
            for (String setting : settings) {
                TenantChanges.record(
                        connection,
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
        scope.database().transact("remove a source of tenant " + scope.tenant(), connection -> {
            RunRequest.Source known = find(connection, scope, source).orElseThrow(() -> absent(scope, source));
            for (String table : List.of("tenant_source", "withdrawn_file")) {
                try (var statement =
                        connection.prepareStatement("DELETE FROM " + table + " WHERE tenant = ? AND source = ?")) {
                    statement.setString(1, scope.tenant().value());
                    statement.setString(2, source);
                    statement.executeUpdate();
                }
            }

            TenantChanges.record(connection, scope, now, "source " + source, known.connector(), null);
            return null;
        });
    }

    /** All sources by name. */
    public static List<RunRequest.Source> list(TenantScope scope) {
        return scope.database()
                .transact("list the sources of tenant " + scope.tenant(), connection -> read(connection, scope));
    }

    private static Optional<RunRequest.Source> find(Connection connection, TenantScope scope, String source)
            throws SQLException {
        return read(connection, scope).stream()
                .filter(each -> each.source().equals(source))
                .findFirst();
    }

    private static List<RunRequest.Source> read(Connection connection, TenantScope scope) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT source, connector, path, zone, settings, process FROM tenant_source WHERE tenant = ?"
                        + " ORDER BY source COLLATE \"C\"")) {
            statement.setString(1, scope.tenant().value());
            ResultSet row = statement.executeQuery();
            List<RunRequest.Source> sources = new ArrayList<>();
            while (row.next()) {
                TreeMap<String, String> settings = JSON.readValue(row.getString(5), new TypeReference<>() {});
                sources.add(new RunRequest.Source(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        settings,
                        row.getString(6)));
            }

            return List.copyOf(sources);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A source's settings are not a map of texts", e);
        }
    }

    private static void store(Connection connection, TenantScope scope, RunRequest.Source source) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO tenant_source (tenant, source, connector, path, zone, settings, process)"
                        + " VALUES (?, ?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT (tenant, source) DO UPDATE SET"
                        + " connector = excluded.connector, path = excluded.path, zone = excluded.zone,"
                        + " settings = excluded.settings, process = excluded.process")) {
            statement.setString(1, scope.tenant().value());
            statement.setString(2, source.source());
            statement.setString(3, source.connector());
            statement.setString(4, source.path());
            statement.setString(5, source.zone());
            statement.setString(6, JSON.writeValueAsString(source.settings()));
            statement.setString(7, source.process());
            statement.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A source's settings cannot be written", e);
        }
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
