package com.opsatc.telemetry.aggregate.bound;

import static java.util.Objects.requireNonNull;

/** One tenant on one day. @param day days since 1970 */
public record TenantDay(int day, Pseudonym tenant) {
    public TenantDay {
        requireNonNull(tenant, "tenant");
    }
}
