package com.opsatc.tenancy.tenant;

import com.opsatc.tenancy.database.Instants;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.TenantScope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was set for a tenant since it was added, and by whom; written in the transaction that sets it. */
public final class TenantChanges {
    private TenantChanges() {}

    /** All changes, oldest first. */
    public static List<TenantChange> list(TenantScope scope) {
        return scope.database().transact("list the changes of tenant " + scope.tenant(), connection -> {
            try (var statement = connection.prepareStatement(
                    "SELECT changed_at, actor, what, before, after FROM tenant_change WHERE tenant = ? ORDER BY id")) {
                statement.setString(1, scope.tenant().value());
                ResultSet row = statement.executeQuery();
                List<TenantChange> changes = new ArrayList<>();
                while (row.next()) {
                    changes.add(new TenantChange(
                            Instants.read(row, 1),
                            new Actor(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5)));
                }

                return List.copyOf(changes);
            }
        });
    }

    /** Records a change, unless both sides are equal. */
    static void record(Connection connection, TenantScope scope, Instant now, String what, String before, String after)
            throws SQLException {
        if (Objects.equals(before, after)) {
            return;
        }

        try (var statement = connection.prepareStatement(
                "INSERT INTO tenant_change (tenant, changed_at, actor, what, before, after) VALUES (?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, scope.tenant().value());
            Instants.set(statement, 2, now);
            statement.setString(3, scope.actor().name());
            statement.setString(4, what);
            statement.setString(5, before);
            statement.setString(6, after);
            statement.executeUpdate();
        }
    }
}
