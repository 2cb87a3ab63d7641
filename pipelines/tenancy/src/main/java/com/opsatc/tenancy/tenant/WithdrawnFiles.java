package com.opsatc.tenancy.tenant;

import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.database.Instants;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.TenantScope;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Extract files that the next runs leave out, until each is restored. */
public final class WithdrawnFiles {
    private WithdrawnFiles() {}

    /** Withdraws a file; done again, it changes nothing. */
    public static void withdraw(TenantScope scope, String source, Sha256 file, String name, Instant now) {
        scope.requireWrites("withdraw a file");
        scope.database().transact("withdraw a file of tenant " + scope.tenant(), connection -> {
            try (var statement = connection.prepareStatement(
                    "INSERT INTO withdrawn_file (tenant, source, file_sha256, name, withdrawn_at, actor)"
                            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
                statement.setString(1, scope.tenant().value());
                statement.setString(2, source);
                statement.setString(3, file.hex());
                statement.setString(4, name);
                Instants.set(statement, 5, now);
                statement.setString(6, scope.actor().name());
                if (statement.executeUpdate() == 1) {
                    TenantChanges.record(connection, scope, now, what(source, name), "counted", "withdrawn");
                }
            }

            return null;
        });
    }

    /** Restores a file; whether it was withdrawn. */
    public static boolean restore(TenantScope scope, String source, Sha256 file, String name, Instant now) {
        scope.requireWrites("restore a file");
        return scope.database().transact("restore a file of tenant " + scope.tenant(), connection -> {
            try (var statement = connection.prepareStatement(
                    "DELETE FROM withdrawn_file WHERE tenant = ? AND source = ? AND file_sha256 = ?")) {
                statement.setString(1, scope.tenant().value());
                statement.setString(2, source);
                statement.setString(3, file.hex());
                boolean was = statement.executeUpdate() == 1;
                if (was) {
                    TenantChanges.record(connection, scope, now, what(source, name), "withdrawn", "counted");
                }

                return was;
            }
        });
    }

    /** All withdrawn files, by source and name. */
    public static List<WithdrawnFile> list(TenantScope scope) {
        return scope.database().transact("list the withdrawn files of tenant " + scope.tenant(), connection -> {
            try (var statement = connection.prepareStatement(
                    "SELECT source, file_sha256, name, withdrawn_at, actor FROM withdrawn_file WHERE tenant = ?"
                            + " ORDER BY source COLLATE \"C\", name COLLATE \"C\", file_sha256")) {
                statement.setString(1, scope.tenant().value());
                ResultSet row = statement.executeQuery();
                List<WithdrawnFile> files = new ArrayList<>();
                while (row.next()) {
                    files.add(new WithdrawnFile(
                            row.getString(1),
                            new Sha256(row.getString(2)),
                            row.getString(3),
                            Instants.read(row, 4),
                            new Actor(row.getString(5))));
                }

                return List.copyOf(files);
            }
        });
    }

    private static String what(String source, String name) {
        return "source " + source + " file " + name;
    }
}
