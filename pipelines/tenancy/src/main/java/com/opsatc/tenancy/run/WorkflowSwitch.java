package com.opsatc.tenancy.run;

import com.opsatc.contract.audit.AuditAction;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.OnlyFor;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * A tenant's kill switch for publishing: off, nothing is published; the epoch counts the flips, so that a run started before
 * a flip cannot publish after it, even if the switch is on again.
 */
public record WorkflowSwitch(long epoch, boolean enabled) {
    private static final String PUBLISH = "publish";

    /** The switch as it stands; a tenant without one is switched off. */
    public static WorkflowSwitch read(TenantScope scope) {
        return scope.database()
                .transact("read the switch of tenant " + scope.tenant(), handle -> read(handle, scope, ""));
    }

    /** Turns the switch and returns it in its new epoch; turned to where it is, it stays in its epoch. */
    public static WorkflowSwitch turn(TenantScope scope, boolean enabled) {
        scope.requireWrites("turn the switch");
        return scope.database().transact("turn the switch of tenant " + scope.tenant(), handle -> {
            handle.execute(
                    "UPDATE workflow_switch SET enabled = ?, epoch = epoch + 1"
                            + " WHERE tenant = ? AND workflow = ? AND enabled <> ?",
                    enabled,
                    scope.tenant(),
                    PUBLISH,
                    enabled);
            WorkflowSwitch turned = read(handle, scope, "");
            AuditEntries.append(
                    handle,
                    scope,
                    AuditAction.SWITCHED,
                    PUBLISH,
                    Map.of("enabled", Boolean.toString(turned.enabled), "epoch", Long.toString(turned.epoch)));
            return turned;
        });
    }

    /** The tenants whose switch is on. */
    @OnlyFor("com.opsatc.tenancy.tenant")
    public static Set<TenantId> switchedOn(Handle handle) {
        return Set.copyOf(
                handle.createQuery("SELECT tenant FROM workflow_switch WHERE workflow = :workflow AND enabled")
                        .bind("workflow", PUBLISH)
                        .mapTo(TenantId.class)
                        .list());
    }

    /** Gives a new tenant its switch, turned on. */
    @OnlyFor("com.opsatc.tenancy.tenant")
    public static void create(Handle handle, TenantId tenant) {
        handle.execute(
                "INSERT INTO workflow_switch (tenant, workflow, epoch, enabled) VALUES (?, ?, 1, true)"
                        + " ON CONFLICT DO NOTHING",
                tenant,
                PUBLISH);
    }

    /** Holds the switch where it is until the transaction ends; refuses when it is off or was flipped since. */
    static void require(Handle handle, TenantScope scope, long epoch) {
        WorkflowSwitch now = read(handle, scope, " FOR SHARE");
        if (!now.enabled || now.epoch != epoch) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot publish for tenant " + scope.tenant() + ": publishing "
                            + (now.enabled ? "was switched off and on during the run; run again" : "is switched off"));
        }
    }

    /** Waits until no transaction that publishes for the tenant is under way. */
    static void awaitPublishers(Handle handle, TenantScope scope) {
        handle.execute("SET LOCAL lock_timeout = '30s'");
        read(handle, scope, " FOR UPDATE");
    }

    private static WorkflowSwitch read(Handle handle, TenantScope scope, String lock) {
        return handle.createQuery(
                        "SELECT epoch, enabled FROM workflow_switch WHERE tenant = :tenant AND workflow = :workflow"
                                + lock)
                .bind("tenant", scope.tenant())
                .bind("workflow", PUBLISH)
                .map(ConstructorMapper.of(WorkflowSwitch.class))
                .findOne()
                .orElse(new WorkflowSwitch(0, false));
    }
}
