package com.opsatc.tenancy.scope;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.database.Instants;
import com.opsatc.tenancy.key.Region;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row of table {@code tenant}: what is known of a tenant, and the id of its salt, which is no secret. */
public record TenantRow(Tenant tenant, String saltId) {
    private static final String COLUMNS = "id, region, zone, created_at, salt_id";

    /** All tenants by name. */
    public static List<TenantRow> list(Database database) {
        return database.transact("list the tenants", connection -> {
            try (var statement = connection.prepareStatement(
                            "SELECT " + COLUMNS + " FROM tenant ORDER BY id COLLATE \"C\"");
                    ResultSet row = statement.executeQuery()) {
                List<TenantRow> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(read(row));
                }

                return List.copyOf(rows);
            }
        });
    }

    /** One tenant; empty when there is none of that name. */
    public static Optional<TenantRow> find(Database database, TenantId tenant) {
        return database.transact("read tenant " + tenant, connection -> {
            try (var statement = connection.prepareStatement("SELECT " + COLUMNS + " FROM tenant WHERE id = ?")) {
                statement.setString(1, tenant.value());
                ResultSet row = statement.executeQuery();
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        });
    }

    private static TenantRow read(ResultSet row) throws SQLException {
        Tenant tenant = new Tenant(
                new TenantId(row.getString(1)),
                new Region(row.getString(2)),
                ZoneId.of(row.getString(3)),
                Instants.read(row, 4));
        return new TenantRow(tenant, row.getString(5));
    }
}
