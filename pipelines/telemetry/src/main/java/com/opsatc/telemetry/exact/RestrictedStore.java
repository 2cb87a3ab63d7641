package com.opsatc.telemetry.exact;

import com.opsatc.tenancy.scope.PlatformScope;
import java.util.List;

/** What telemetry needs of the restricted zone's store: encrypted, durable, each file written once. */
public interface RestrictedStore {
    /** The store of an open scope. */
    static RestrictedStore of(PlatformScope scope) {
        return new ScopedStore(scope.store());
    }

    /** Writes a whole new file; fails when it exists. */
    void write(String path, byte[] bytes);

    byte[] read(String path);

    boolean exists(String path);

    /** The paths of all files below a folder, sorted; empty when there is no such folder. */
    List<String> list(String folder);

    /** Deletes a file; whether there was one. */
    boolean delete(String path);
}
