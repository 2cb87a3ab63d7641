package com.opsatc.tenancy.store;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.key.KeyStore;
import com.opsatc.tenancy.key.LocalRootKey;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.key.TenantKey;
import java.nio.file.Path;

/** Real keys and stores in a temporary directory. */
final class Stores {
    private final Path directory;
    private final KeyStore keys;

    Stores(Path directory) {
        this.directory = directory;
        Path home = PrivateDirectory.create(directory.resolve("home"));
        LocalRootKey root = LocalRootKey.create(directory.resolve("root.key"), home);
        this.keys = new KeyStore(PrivateDirectory.create(home.resolve("keys")), root);
    }

    TenantKey key(String tenant, String region) {
        TenantId id = new TenantId(tenant);
        String salt = keys.holds(id) ? keys.saltId(id) : keys.create(id);
        return keys.open(id, new Region(region), salt);
    }

    Path folder(String tenant) {
        return PrivateDirectory.create(directory.resolve("home/tenants").resolve(tenant));
    }

    TenantStore store(String tenant) {
        return TenantStore.open(folder(tenant), key(tenant, "local"), true);
    }
}
