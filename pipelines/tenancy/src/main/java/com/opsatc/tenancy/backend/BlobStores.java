package com.opsatc.tenancy.backend;

import com.opsatc.tenancy.OnlyFor;
import com.opsatc.tenancy.store.BlobStore;
import com.opsatc.tenancy.store.local.LocalBlobStore;
import java.nio.file.Path;
import java.util.Map;

/** Where stored files can be kept. */
public final class BlobStores {
    private static final Backends<BlobStore> BACKENDS =
            new Backends<>("a store", Map.of(Backends.LOCAL, place -> LocalBlobStore.open(Path.of(place))));

    private BlobStores() {}

    /**
     * The store that a reference names: {@code local:<folder>}, or a folder, which must be there and private.
     *
     * @throws com.opsatc.contract.error.PipelineException for a backend that there is not
     */
    @OnlyFor("com.opsatc.tenancy.scope")
    public static BlobStore of(String reference) {
        return BACKENDS.of(reference);
    }
}
