package com.opsatc.telemetry.exact;

import com.opsatc.tenancy.store.PlatformStore;
import java.util.List;

/** The platform's encrypted store. */
record ScopedStore(PlatformStore store) implements RestrictedStore {
    @Override
    public void write(String path, byte[] bytes) {
        store.write(path, bytes);
    }

    @Override
    public byte[] read(String path) {
        return store.read(path);
    }

    @Override
    public boolean exists(String path) {
        return store.exists(path);
    }

    @Override
    public List<String> list(String folder) {
        return store.list(folder);
    }

    @Override
    public boolean delete(String path) {
        return store.delete(path);
    }
}
