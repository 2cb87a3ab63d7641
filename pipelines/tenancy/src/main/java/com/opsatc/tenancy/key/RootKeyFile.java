package com.opsatc.tenancy.key;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.disk.Permissions;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/** The place of a local root key: a regular file of 32 bytes, outside the home, for its owner only. */
record RootKeyFile(Path file) {
    static final int KEY_BYTES = 32;

    /** Checks that the place is not inside the home, through links or not. */
    static RootKeyFile outside(Path home, Path file) {
        try {
            Path existing = file.toAbsolutePath().normalize();
            while (!Files.exists(existing)) {
                existing = existing.getParent();
            }

            if (existing.toRealPath().startsWith(home.toRealPath())) {
                throw new PipelineException(
                        ErrorCode.CONFIGURATION,
                        "Cannot use the root key " + file
                                + ": it is inside the home, so that a copy of the home would hold"
                                + " the key to it; name a file outside");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RootKeyFile(file.toAbsolutePath());
    }

    /** Makes the directory of a key that is about to be created. */
    Path prepare() {
        Path directory = file.getParent();
        if (!Files.isDirectory(directory)) {
            PrivateDirectory.create(directory);
        }

        return file;
    }

    byte[] read() {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw refused("it is not a regular file", "restore it from where you keep it, or name another");
        }

        if (Permissions.openToOthers(file)) {
            throw refused("group or others may read or write it", "run chmod 600 on it");
        }

        try {
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY_BYTES) {
                Arrays.fill(key, (byte) 0);
                throw refused("it is not " + KEY_BYTES + " bytes long", "restore it from where you keep it");
            }

            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PipelineException refused(String why, String remedy) {
        return new PipelineException(
                ErrorCode.CONFIGURATION, "Cannot use the root key " + file + ": " + why + "; " + remedy);
    }
}
