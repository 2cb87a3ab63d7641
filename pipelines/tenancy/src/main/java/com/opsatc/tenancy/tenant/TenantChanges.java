package com.opsatc.tenancy.tenant;

import com.opsatc.contract.audit.AuditAction;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What was set for a tenant since it was added, and by whom; written in the transaction that sets it. */
public final class TenantChanges {
    static final ColumnMapper<Actor> ACTOR = (row, column, context) -> new Actor(row.getString(column));

    private TenantChanges() {}

    /** All changes, oldest first. */
    public static List<TenantChange> list(TenantScope scope) {
        return scope.database()
                .transact(
                        "list the changes of tenant " + scope.tenant(),
                        handle -> handle.createQuery(
                                        "SELECT changed_at AS at, actor, what, before, after FROM tenant_change"
                                                + " WHERE tenant = :tenant ORDER BY id")
                                .bind("tenant", scope.tenant())
                                .registerColumnMapper(Actor.class, ACTOR)
                                .map(ConstructorMapper.of(TenantChange.class))
                                .list());
    }

    /** Records a change, unless both sides are equal. */
    static void record(Handle handle, TenantScope scope, Instant now, String what, String before, String after) {
        if (Objects.equals(before, after)) {
            return;
        }

        handle.execute(
                "INSERT INTO tenant_change (tenant, changed_at, actor, what, before, after) VALUES (?, ?, ?, ?, ?, ?)",
                scope.tenant(),
                now,
                scope.actor().name(),
                what,
                before,
                after);
        Map<String, String> details = new TreeMap<>();
        details.computeIfAbsent("before", unused -> before);
        details.computeIfAbsent("after", unused -> after);
        AuditEntries.append(handle, scope, AuditAction.CONFIGURED, what, details);
    }
}
