package com.opsatc.tenancy.key.local;

import com.google.crypto.tink.subtle.Random;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.disk.DurableFile;
import com.opsatc.tenancy.disk.Permissions;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.key.RootKey;
import com.opsatc.tenancy.key.RootKeyPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/** The place of a local root key: a regular file of 32 bytes, outside the home, for its owner only. */
public record RootKeyFile(Path file) implements RootKeyPlace {
    private static final int KEY_BYTES = 32;

    public RootKeyFile {
        file = file.toAbsolutePath();
    }

    @Override
    public String reference() {
        return file.normalize().toString();
    }

    @Override
    public boolean isTaken() {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Refuses a file inside the home, a link, or one that group or others may touch. */
    @Override
    public RootKey open(Path home) {
        requireOutside(home);
        return new LocalRootKey(read());
    }

    @Override
    public RootKey create(Path home) {
        requireOutside(home);
        Path directory = file.getParent();
        if (!Files.isDirectory(directory)) {
            PrivateDirectory.create(directory);
        }

        byte[] key = Random.randBytes(KEY_BYTES);
        try {
            DurableFile.create(file, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LocalRootKey(key);
    }

    @Override
    public Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** Through links or not. */
    private void requireOutside(Path home) {
        try {
            Path existing = file.normalize();
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
    }

    private byte[] read() {
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

    @Override
    public String toString() {
        return file.toString();
    }
}
