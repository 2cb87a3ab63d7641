package com.opsatc.telemetry.aggregate.bound;

import static java.util.Objects.requireNonNull;

/** One user of one tenant on one day. */
public record UserDay(TenantDay tenantDay, Pseudonym user) {
    public UserDay {
        requireNonNull(tenantDay, "tenantDay");
        requireNonNull(user, "user");
    }
}
