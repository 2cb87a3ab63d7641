package com.opsatc.tenancy.tenant;

import com.opsatc.contract.audit.AuditAction;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.List;
import java.util.Map;

/** Forgets a person in what a tenant's records say: in its audit log, whose tree still holds, and in what was set for it. */
public final class ErasedSubject {
    private static final List<String> NAMING = List.of("tenant_change", "withdrawn_file");

    private ErasedSubject() {}

    /**
     * Destroys the key under which the log names a person, and records that, by the person's number alone.
     *
     * @return the number: what entries show from now on
     * @throws PipelineException when nobody of this name is in the log
     */
    public static String erase(Tenancy tenancy, TenantScope scope, Actor person) {
        scope.requireWrites("erase a person");
        if (scope.actor().equals(person)) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot erase a person of the audit log of tenant " + scope.tenant()
                            + ": it is the one who asks, whose name this would be recorded under; let another account do it");
        }

        String number = tenancy.subjects()
                .erase(scope.tenant(), person.name())
                .orElseThrow(() -> new PipelineException(
                        ErrorCode.NOT_FOUND,
                        "Cannot erase a person of the audit log of tenant " + scope.tenant()
                                + ": nobody of this name did anything since the last erasure"));
        scope.database().transact("erase a person of tenant " + scope.tenant(), handle -> {
            for (String table : NAMING) {
                handle.execute(
                        "UPDATE " + table + " SET actor = ? WHERE tenant = ? AND actor = ?",
                        "erased-" + number,
                        scope.tenant(),
                        person.name());
            }

            return AuditEntries.append(
                    handle, scope, AuditAction.SUBJECT_ERASED, "subject " + number, Map.of("subject", number));
        });
        return number;
    }
}
