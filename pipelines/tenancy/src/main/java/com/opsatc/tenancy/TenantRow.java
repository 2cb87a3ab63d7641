package com.opsatc.tenancy;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.postgres.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;

/** A row of table {@code tenant}. */
record TenantRow(Tenant tenant, String saltId) {
    static final String COLUMNS = "id, region, zone, created_at, salt_id";

    static Optional<TenantRow> find(Database database, TenantId tenant) {
        return database.transact("read tenant " + tenant, connection -> {
            try (var statement = connection.prepareStatement("SELECT " + COLUMNS + " FROM tenant WHERE id = ?")) {
                statement.setString(1, tenant.value());
                ResultSet row = statement.executeQuery();
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        });
    }

    static TenantRow read(ResultSet row) throws SQLException {
        Tenant tenant = new Tenant(
                new TenantId(row.getString(1)),
                new Region(row.getString(2)),
                ZoneId.of(row.getString(3)),
                Instants.read(row, 4));
        return new TenantRow(tenant, row.getString(5));
    }
}
