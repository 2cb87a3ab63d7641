package com.opsatc.tenancy.run;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.OnlyFor;
import com.opsatc.tenancy.scope.TenantScope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * A tenant's kill switch for publishing: off, nothing is published; the epoch counts the flips, so that a run started before
 * a flip cannot publish after it, even if the switch is on again.
 */
public record WorkflowSwitch(long epoch, boolean enabled) {
    private static final String PUBLISH = "publish";

    /** The switch as it stands; a tenant without one is switched off. */
    public static WorkflowSwitch read(TenantScope scope) {
        return scope.database()
                .transact("read the switch of tenant " + scope.tenant(), connection -> read(connection, scope, ""));
    }

    /** Turns the switch and returns it in its new epoch; turned to where it is, it stays in its epoch. */
    public static WorkflowSwitch turn(TenantScope scope, boolean enabled) {
        scope.requireWrites("turn the switch");
        return scope.database().transact("turn the switch of tenant " + scope.tenant(), connection -> {
            try (var statement = connection.prepareStatement("UPDATE workflow_switch SET enabled = ?, epoch = epoch + 1"
                    + " WHERE tenant = ? AND workflow = ? AND enabled <> ?")) {
                statement.setBoolean(1, enabled);
                statement.setString(2, scope.tenant().value());
                statement.setString(3, PUBLISH);
                statement.setBoolean(4, enabled);
                statement.executeUpdate();
            }

            return read(connection, scope, "");
        });
    }

    /** The tenants whose switch is on. */
    @OnlyFor("com.opsatc.tenancy.tenant")
    public static Set<TenantId> switchedOn(Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT tenant FROM workflow_switch WHERE workflow = ? AND enabled")) {
            statement.setString(1, PUBLISH);
            ResultSet row = statement.executeQuery();
            Set<TenantId> tenants = new HashSet<>();
            while (row.next()) {
                tenants.add(new TenantId(row.getString(1)));
            }

            return Set.copyOf(tenants);
        }
    }

    /** Gives a new tenant its switch, turned on. */
    @OnlyFor("com.opsatc.tenancy.tenant")
    public static void create(Connection connection, TenantId tenant) throws SQLException {
        try (var statement =
                connection.prepareStatement("INSERT INTO workflow_switch (tenant, workflow, epoch, enabled)"
                        + " VALUES (?, ?, 1, true) ON CONFLICT DO NOTHING")) {
            statement.setString(1, tenant.value());
            statement.setString(2, PUBLISH);
            statement.executeUpdate();
        }
    }

    /** Holds the switch where it is until the transaction ends; refuses when it is off or was flipped since. */
    static void require(Connection connection, TenantScope scope, long epoch) throws SQLException {
        WorkflowSwitch now = read(connection, scope, " FOR SHARE");
        if (!now.enabled || now.epoch != epoch) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot publish for tenant " + scope.tenant() + ": publishing "
                            + (now.enabled ? "was switched off and on during the run; run again" : "is switched off"));
        }
    }

    /** Waits until no transaction that publishes for the tenant is under way. */
    static void awaitPublishers(Connection connection, TenantScope scope) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '30s'");
        }

        read(connection, scope, " FOR UPDATE");
    }

    private static WorkflowSwitch read(Connection connection, TenantScope scope, String lock) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT epoch, enabled FROM workflow_switch WHERE tenant = ? AND workflow = ?" + lock)) {
            statement.setString(1, scope.tenant().value());
            statement.setString(2, PUBLISH);
            ResultSet row = statement.executeQuery();
            return row.next() ? new WorkflowSwitch(row.getLong(1), row.getBoolean(2)) : new WorkflowSwitch(0, false);
        }
    }
}
