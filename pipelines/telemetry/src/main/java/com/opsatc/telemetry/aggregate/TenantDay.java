package com.opsatc.telemetry.aggregate;

import static java.util.Objects.requireNonNull;

/** One tenant on one day. @param day days since 1970 */
record TenantDay(int day, Pseudonym tenant) {
    TenantDay {
        requireNonNull(tenant, "tenant");
    }
}
