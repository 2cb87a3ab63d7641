package com.opsatc.tenancy.key;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.disk.DurableFile;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The platform's own secrets in one directory, each in a file sealed by the root key under its name. */
public final class SealedSecrets {
    private static final Pattern LEGAL = Pattern.compile("[a-z][a-z-]{0,40}");

    private final Path directory;
    private final RootKey root;

    public SealedSecrets(Path directory, RootKey root) {
        PrivateDirectory.requirePrivate(directory);
        this.directory = directory;
        this.root = Objects.requireNonNull(root, "root");
    }

    /** Opens a secret; empty when there is none of this name. The caller zeroes it. */
    public Optional<byte[]> find(String name) {
        Path file = file(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }

        try {
            return Optional.of(root.unwrap(Files.readAllBytes(file), context(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a secret that must exist. */
    public byte[] open(String name) {
        return find(name)
                .orElseThrow(() -> new PipelineException(
                        ErrorCode.STORE,
                        "Cannot open the platform's secret " + name + ": " + file(name) + " is missing; restore it"));
    }

    /** Seals a new secret; whether it was the first of its name, which then stays. */
    public boolean create(String name, byte[] secret) {
        try {
            DurableFile.create(file(name), root.wrap(secret, context(name)));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seals a secret in place of whatever had the name. */
    public void replace(String name, byte[] secret) {
        try {
            DurableFile.replace(file(name), root.wrap(secret, context(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        if (!LEGAL.matcher(name).matches()) {
            throw new IllegalArgumentException("Illegal secret name: use a to z and '-'");
        }

        return directory.resolve(name + ".sealed");
    }

    private static byte[] context(String name) {
        return LengthPrefixed.of("opsatc/v1", "secret", name);
    }
}
