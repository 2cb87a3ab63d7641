package com.opsatc.tenancy.store;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.key.KeyStore;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.key.RootKey;
import com.opsatc.tenancy.key.TenantKeys;
import com.opsatc.tenancy.key.local.RootKeyFile;
import com.opsatc.tenancy.store.local.LocalBlobStore;
import java.nio.file.Path;

/** Real keys and stores in a temporary directory. */
final class Stores {
    private final Path directory;
    private final KeyStore keys;

    Stores(Path directory) {
        this.directory = directory;
        Path home = PrivateDirectory.create(directory.resolve("home"));
        RootKey root = new RootKeyFile(directory.resolve("root.key")).create(home);
        this.keys = new KeyStore(PrivateDirectory.create(home.resolve("keys")), root);
    }

    TenantKeys key(String tenant, String region) {
        TenantId id = new TenantId(tenant);
        String salt = keys.holds(id) ? keys.saltId(id) : keys.create(id);
        return keys.open(id, new Region(region), salt);
    }

    Path folder(String tenant) {
        return PrivateDirectory.create(directory.resolve("home/tenants").resolve(tenant));
    }

    /** The store in a tenant's folder under keys that need not be its own. */
    TenantStore open(String folder, TenantKeys keys, boolean writable) {
        return TenantStore.open(LocalBlobStore.open(folder(folder)), keys, writable);
    }

    TenantStore store(String tenant) {
        return open(tenant, key(tenant, "local"), true);
    }
}
