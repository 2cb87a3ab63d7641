package com.opsatc.tenancy.iceberg;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.scope.KeyRing;
import com.opsatc.tenancy.store.StoreLocation;
import com.opsatc.tenancy.store.TenantStore;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/**
 * Every byte of a tenant's Iceberg tables, metadata and manifests included, through the tenant's encrypted store.
 *
 * <p>Guarantee: it is serialised to executors with two properties of its own and nothing else of the catalog's: the
 * tenant's name and a key reference that each process resolves in its {@link KeyRing}; neither a key nor a password is in
 * its bytes or its text. Lengths are plaintext lengths. A file is written once; writing over one fails.
 */
public final class EncryptedFileIO implements FileIO {
    /** Names the scope in this process's key ring. */
    public static final String KEY_REFERENCE = "opsatc.key-ref";

    /** Names the tenant whose locations are accepted. */
    public static final String TENANT = "opsatc.tenant";

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, String> properties = new TreeMap<>();

    /** Called by Iceberg, which then calls {@link #initialize}. */
    public EncryptedFileIO() {}

    /** Keeps the allowed properties; all others, which hold the catalog's connection, are dropped. */
    @Override
    public void initialize(Map<String, String> catalogProperties) {
        for (String name : new String[] {KEY_REFERENCE, TENANT}) {
            properties.put(name, Objects.requireNonNull(catalogProperties.get(name), name));
        }
    }

    @Override
    public Map<String, String> properties() {
        return Map.copyOf(properties);
    }

    @Override
    public InputFile newInputFile(String location) {
        return new EncryptedInputFile(store(), location, relative(location));
    }

    /** The length is the plaintext's, as Iceberg recorded it when the file was written. */
    @Override
    public InputFile newInputFile(String location, long length) {
        return new EncryptedInputFile(store(), location, relative(location), length);
    }

    @Override
    public OutputFile newOutputFile(String location) {
        return new EncryptedOutputFile(store(), location, relative(location));
    }

    /** Deletes a file; one that is gone already is deleted. */
    @Override
    public void deleteFile(String location) {
        store().delete(relative(location));
    }

    private TenantStore store() {
        return KeyRing.store(properties.getOrDefault(KEY_REFERENCE, ""));
    }

    private String relative(String location) {
        return StoreLocation.relative(new TenantId(properties.get(TENANT)), location);
    }

    @Override
    public String toString() {
        return "EncryptedFileIO[" + properties.getOrDefault(TENANT, "not initialised") + "]";
    }
}
