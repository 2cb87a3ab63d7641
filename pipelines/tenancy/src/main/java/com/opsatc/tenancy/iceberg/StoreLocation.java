package com.opsatc.tenancy.iceberg;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.contract.TenantId;
import com.opsatc.tenancy.store.DataPurpose;

/**
 * How Iceberg names a stored file: {@code opsatc://<tenant>/<relative path>}, never a place on disk. One file has one name,
 * whatever the home is called or wherever it was moved, and no other FileIO can open it.
 */
final class StoreLocation {
    private static final String SCHEME = "opsatc://";

    private StoreLocation() {}

    static String warehouse(TenantId tenant) {
        return prefix(tenant) + DataPurpose.TABLE.folder();
    }

    /** The path inside the store; fails for another tenant's location and for any other kind of location. */
    static String relative(TenantId tenant, String location) {
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
