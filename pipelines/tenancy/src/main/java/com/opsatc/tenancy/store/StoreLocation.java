package com.opsatc.tenancy.store;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;

/**
 * How Iceberg names a tenant's catalog, and a stored file: {@code opsatc://<tenant>/<relative path>}, never a place on disk.
 * One file has one name, whatever the home is called or wherever it was moved, and no other FileIO can open it.
 */
public final class StoreLocation {
    private static final String SCHEME = "opsatc://";

    private StoreLocation() {}

    /**
     * The catalog's name, in SQL and as the key of its rows: {@code t_} and the tenant with {@code _} for {@code -}. It needs
     * no quotes, and two tenants never share one, because no tenant's name has an underscore.
     */
    public static String catalog(TenantId tenant) {
        return "t_" + tenant.value().replace('-', '_');
    }

    /** The location below which all tables of a tenant lie. */
    public static String warehouse(TenantId tenant) {
        return prefix(tenant) + DataPurpose.TABLE.folder();
    }

    /** The path inside the store; fails for another tenant's location and for any other kind of location. */
    public static String relative(TenantId tenant, String location) {
        String prefix = prefix(tenant);
        if (!location.startsWith(prefix)) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot use a table file of tenant " + tenant + ": its location is outside the tenant's store");
        }

        return location.substring(prefix.length());
    }

    private static String prefix(TenantId tenant) {
        return SCHEME + tenant + "/";
    }
}
