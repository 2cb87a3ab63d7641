package com.opsatc.tenancy.tenant;

import static java.util.Objects.requireNonNull;

import com.opsatc.tenancy.scope.Actor;
import java.time.Instant;

/**
 * One thing that was set for a tenant.
 *
 * @param what e.g. {@code zone}, {@code source orders path}
 * @param before null for what was added
 * @param after null for what was removed
 */
public record TenantChange(Instant at, Actor actor, String what, String before, String after) {
    public TenantChange {
        requireNonNull(at, "at");
        requireNonNull(actor, "actor");
        requireNonNull(what, "what");
    }
}
