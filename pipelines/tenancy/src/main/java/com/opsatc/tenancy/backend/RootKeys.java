package com.opsatc.tenancy.backend;

import com.opsatc.tenancy.key.RootKeyPlace;
import com.opsatc.tenancy.key.local.RootKeyFile;
import java.nio.file.Path;
import java.util.Map;

/** Where root keys can be kept. */
public final class RootKeys {
    private RootKeys() {}

    /**
     * The place that a reference names: {@code local:<path>}, or a path.
     *
     * @throws com.opsatc.contract.error.PipelineException for a backend that there is not
     */
    public static RootKeyPlace of(String reference) {
        return of(reference, Path.of(""));
    }

    /** As {@link #of(String)}, with what a relative path is below. */
    public static RootKeyPlace of(String reference, Path folder) {
        Backends<RootKeyPlace> backends = new Backends<>(
                "the root key",
                Map.of(
                        Backends.LOCAL,
                        place -> new RootKeyFile(folder.resolve(place).normalize())));
        return backends.of(reference);
    }
}
