package com.opsatc.tenancy.scope;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.key.Region;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/** A tenant as the platform knows it; the zone is the one its days and weeks are counted in. */
public record Tenant(TenantId id, Region region, ZoneId zone, Instant createdAt) {
    public Tenant {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
