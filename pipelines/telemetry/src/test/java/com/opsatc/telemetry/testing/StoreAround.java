package com.opsatc.telemetry.testing;

import com.opsatc.telemetry.exact.RestrictedStore;
import java.util.List;

/** A store around another one, which does whatever the outer one does not do itself. */
public interface StoreAround extends RestrictedStore {
    RestrictedStore store();

    @Override
    default void write(String path, byte[] bytes) {
        store().write(path, bytes);
    }

    @Override
    default byte[] read(String path) {
        return store().read(path);
    }

    @Override
    default boolean exists(String path) {
        return store().exists(path);
    }

    @Override
    default List<String> list(String folder) {
        return store().list(folder);
    }

    @Override
    default boolean delete(String path) {
        return store().delete(path);
    }
}
