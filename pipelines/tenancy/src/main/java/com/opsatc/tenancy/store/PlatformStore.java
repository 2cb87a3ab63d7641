package com.opsatc.tenancy.store;

import com.opsatc.tenancy.OnlyFor;
import com.opsatc.tenancy.key.TenantKeys;
import java.util.List;

/**
 * The one door to the platform's own bytes: telemetry in its restricted zone, before noise. Paths are relative to the folder of
 * {@link DataPurpose#TELEMETRY}.
 *
 * <p>Guarantee and errors are those of {@link TenantStore}, under the platform's key; no other purpose's folder can be named.
 */
public final class PlatformStore {
    private static final String PREFIX = DataPurpose.TELEMETRY.folder() + "/";

    private final TenantStore store;

    private PlatformStore(TenantStore store) {
        this.store = store;
    }

    /** Opens the store of the platform, for reading and writing or for reading alone. */
    @OnlyFor("com.opsatc.tenancy.scope")
    public static PlatformStore open(BlobStore blobs, TenantKeys keys, boolean writable) {
        return new PlatformStore(TenantStore.open(blobs, keys, writable));
    }

    /** Writes a whole new file. */
    public void write(String path, byte[] bytes) {
        store.write(PREFIX + path, bytes);
    }

    /** The whole plaintext. */
    public byte[] read(String path) {
        return store.read(PREFIX + path);
    }

    public boolean exists(String path) {
        return store.exists(PREFIX + path);
    }

    /** Deletes a file; whether there was one. */
    public boolean delete(String path) {
        return store.delete(PREFIX + path);
    }

    /** The paths of all files below a folder, sorted by code unit; empty when there is no such folder. */
    public List<String> list(String folder) {
        return store.list(PREFIX + folder).stream()
                .map(path -> path.substring(PREFIX.length()))
                .toList();
    }

    @Override
    public String toString() {
        return "PlatformStore[" + store + "]";
    }
}
