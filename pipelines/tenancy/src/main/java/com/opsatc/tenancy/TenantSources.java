package com.opsatc.tenancy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.contract.run.RunRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The extracts that a tenant's runs read. */
public final class TenantSources {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TenantSources() {}

    /**
     * Adds a source; the same one again changes nothing.
     *
     * @throws PipelineException when a source of this name exists with another connector, path, zone or settings
     */
    public static void add(TenantScope scope, RunRequest.Source source) {
        scope.requireWrites("add a source");
        scope.database().transact("add a source of tenant " + scope.tenant(), connection -> {
            insert(connection, scope, source);
            RunRequest.Source known = read(connection, scope).stream()
                    .filter(each -> each.source().equals(source.source()))
                    .findFirst()
                    .orElseThrow();
            if (!known.equals(source)) {
                throw new PipelineException(
                        ErrorCode.CONFIGURATION,
                        "Cannot add source " + source.source() + " to tenant " + scope.tenant()
                                + ": it exists with connector " + known.connector() + ", path " + known.path()
                                + " and zone " + known.zone() + "; repeat those and its settings, or use another name");
            }

            return null;
        });
    }

    /** All sources by name. */
    public static List<RunRequest.Source> list(TenantScope scope) {
        return scope.database()
                .transact("list the sources of tenant " + scope.tenant(), connection -> read(connection, scope));
    }

    private static List<RunRequest.Source> read(Connection connection, TenantScope scope) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT source, connector, path, zone, settings FROM tenant_source WHERE tenant = ?"
                        + " ORDER BY source COLLATE \"C\"")) {
            statement.setString(1, scope.tenant().value());
            ResultSet row = statement.executeQuery();
            List<RunRequest.Source> sources = new ArrayList<>();
            while (row.next()) {
                TreeMap<String, String> settings = JSON.readValue(row.getString(5), new TypeReference<>() {});
                sources.add(new RunRequest.Source(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), settings));
            }

            return List.copyOf(sources);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A source's settings are not a map of texts", e);
        }
    }

    private static void insert(Connection connection, TenantScope scope, RunRequest.Source source) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO tenant_source (tenant, source, connector, path, zone, settings)"
                        + " VALUES (?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT (tenant, source) DO NOTHING")) {
            statement.setString(1, scope.tenant().value());
            statement.setString(2, source.source());
            statement.setString(3, source.connector());
            statement.setString(4, source.path());
            statement.setString(5, source.zone());
            statement.setString(6, JSON.writeValueAsString(source.settings()));
            statement.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A source's settings cannot be written", e);
        }
    }
}
