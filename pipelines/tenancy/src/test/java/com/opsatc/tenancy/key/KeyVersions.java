package com.opsatc.tenancy.key;

import com.opsatc.contract.id.TenantId;
import java.util.Arrays;

/** Keys of several versions, as after a rotation, which no release makes yet. */
public final class KeyVersions {
    private KeyVersions() {}

    /** The same version of a tenant is the same key. */
    public static TenantKeys of(String tenant, int... versions) {
        return new TenantKeys(Arrays.stream(versions)
                .mapToObj(version -> TenantKey.fromSalt(new TenantId(tenant), Region.LOCAL, version, new byte[32]))
                .toList());
    }
}
