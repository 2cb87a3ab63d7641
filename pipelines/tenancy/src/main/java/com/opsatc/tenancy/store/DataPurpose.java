package com.opsatc.tenancy.store;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What stored bytes are for. Each purpose has a key of its own and the top-level folder of the same name in the tenant's
 * store, so that the path alone decides the key and a file moved between purposes is refused.
 */
public enum DataPurpose {
    /** Iceberg tables: data, metadata and manifests. */
    TABLE(1, "tables"),
    /** Published documents and manifests of runs. */
    DOCUMENT(2, "documents"),
    /** The map from opaque actor slots to the names of persons, which no other reader needs. */
    SLOT_MAP(3, "slots"),
    /** Cause chains and logs of a run, which may repeat cell values. */
    LOG(4, "logs"),
    /** The platform's own: telemetry about all tenants before noise. No tenant has any. */
    TELEMETRY(5, "telemetry");

    private final int code;
    private final String folder;

    DataPurpose(int code, String folder) {
        this.code = code;
        this.folder = folder;
    }

    /** The top-level folder of this purpose in a tenant's store. */
    public String folder() {
        return folder;
    }

    /** The byte that stands for this purpose in a file's header. */
    byte code() {
        return (byte) code;
    }

    /** The purpose that a top-level folder belongs to. */
    static DataPurpose ofFolder(String folder) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.folder.equals(folder))
                .findFirst()
                .orElseThrow(() -> new PipelineException(
                        ErrorCode.INTERNAL,
                        "Cannot resolve a stored path: its first folder is none of "
                                + Arrays.stream(values())
                                        .map(DataPurpose::folder)
                                        .collect(Collectors.joining(", "))));
    }
}
