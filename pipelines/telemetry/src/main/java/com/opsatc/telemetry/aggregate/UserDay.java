package com.opsatc.telemetry.aggregate;

import static java.util.Objects.requireNonNull;

/** One user of one tenant on one day. */
record UserDay(TenantDay tenantDay, Pseudonym user) {
    UserDay {
        requireNonNull(tenantDay, "tenantDay");
        requireNonNull(user, "user");
    }
}
