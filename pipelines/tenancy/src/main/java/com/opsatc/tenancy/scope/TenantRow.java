package com.opsatc.tenancy.scope;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.database.Database;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** A row of table {@code tenant}: what is known of a tenant, and the id of its salt, which is no secret. */
public record TenantRow(@Nested Tenant tenant, String saltId) {
    private static final String SELECT = "SELECT id, region, zone, created_at, salt_id FROM tenant";

    /** All tenants by name. */
    public static List<TenantRow> list(Database database) {
        return database.transact(
                "list the tenants",
                handle -> handle.createQuery(SELECT + " ORDER BY id COLLATE \"C\"")
                        .map(ConstructorMapper.of(TenantRow.class))
                        .list());
    }

    /** One tenant; empty when there is none of that name. */
    public static Optional<TenantRow> find(Database database, TenantId tenant) {
        return database.transact(
                "read tenant " + tenant,
                handle -> handle.createQuery(SELECT + " WHERE id = :tenant")
                        .bind("tenant", tenant)
                        .map(ConstructorMapper.of(TenantRow.class))
                        .findOne());
    }
}
