package com.opsatc.tenancy.scope;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.key.ActorSlots;
import com.opsatc.tenancy.store.TenantStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open scopes of this process by reference, so that what must be configured by text or serialised can name a store
 * without holding a key.
 */
public final class KeyRing {
    private static final Map<String, TenantScope> SCOPES = new ConcurrentHashMap<>();

    private KeyRing() {}

    /** The store behind a reference; fails when the scope is closed or belongs to another process. */
    public static TenantStore store(String reference) {
        return scope(reference).store();
    }

    /** Numbers for actors of the tenant behind a reference, for one thread; fails as {@link #store} does. */
    public static ActorSlots actorSlots(String reference) {
        return scope(reference).keys().actorSlots();
    }

    private static TenantScope scope(String reference) {
        TenantScope scope = SCOPES.get(reference);
        if (scope == null) {
            throw new PipelineException(
                    ErrorCode.INTERNAL,
                    "Cannot resolve a key reference: no open scope of this process has it; open the tenant's scope, or"
                            + " receive it, before the tables are used");
        }

        return scope;
    }

    static void register(String reference, TenantScope scope) {
        if (SCOPES.putIfAbsent(reference, scope) != null) {
            throw new IllegalStateException("A scope with this reference is open in this process");
        }
    }

    static void remove(String reference) {
        SCOPES.remove(reference);
    }
}
