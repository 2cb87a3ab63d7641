package com.opsatc.tenancy.key;

import com.google.crypto.tink.subtle.Hex;
import com.google.crypto.tink.subtle.Random;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.disk.DurableFile;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The tenants' random salts, each sealed by the root key in a file of its own; no backup may include this directory.
 *
 * <p>Guarantee: after {@link #destroy} nothing a tenant owns can be read again, by anyone, even with the root key and a
 * copy of the database, and the name cannot be given a key again. Limit: copies of this directory made before, and scopes that
 * are open until they are closed. A file is
 * the salt's id (16 hexadecimal digits; the database row of the tenant holds it too) and the sealed 32 bytes.
 */
public final class KeyStore {
    private static final int SALT_BYTES = 32;
    private static final int ID_BYTES = 16;

    private final Path directory;
    private final RootKey root;

    public KeyStore(Path directory, RootKey root) {
        PrivateDirectory.requirePrivate(directory);
        this.directory = directory;
        this.root = Objects.requireNonNull(root, "root");
    }

    /** Makes the tenant's salt and returns its id; fails for a tenant that has one or whose key was destroyed. */
    public String create(TenantId tenant) {
        refuseDestroyed(tenant);
        byte[] salt = Random.randBytes(SALT_BYTES);
        String saltId = Hex.encode(Random.randBytes(ID_BYTES / 2));
        byte[] sealed = root.wrap(salt, context(tenant, saltId));
        Arrays.fill(salt, (byte) 0);
        byte[] file = Arrays.copyOf(saltId.getBytes(StandardCharsets.US_ASCII), ID_BYTES + sealed.length);
        System.arraycopy(sealed, 0, file, ID_BYTES, sealed.length);
        try {
            DurableFile.create(file(tenant), file);
        } catch (FileAlreadyExistsException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION, "Cannot make a key for tenant " + tenant + ": it has one already");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return saltId;
    }

    /** Whether the tenant has a salt that can be opened. */
    public boolean holds(TenantId tenant) {
        return !destroyed(tenant) && Files.isRegularFile(file(tenant), LinkOption.NOFOLLOW_LINKS);
    }

    /** The id of the tenant's salt. */
    public String saltId(TenantId tenant) {
        return new String(read(tenant), 0, ID_BYTES, StandardCharsets.US_ASCII);
    }

    /** Derives the tenant's key, of which there is one version; fails when the salt is missing, destroyed, or not the one that the caller knows. */
    public TenantKeys open(TenantId tenant, Region region, String saltId) {
        byte[] file = read(tenant);
        if (!saltId.equals(new String(file, 0, ID_BYTES, StandardCharsets.US_ASCII))) {
            throw new PipelineException(
                    ErrorCode.STORE,
                    "Cannot open the key of tenant " + tenant + ": the database names another salt than the key store"
                            + " holds; restore both from the same day");
        }

        byte[] salt = root.unwrap(Arrays.copyOfRange(file, ID_BYTES, file.length), context(tenant, saltId));
        try {
            return new TenantKeys(List.of(TenantKey.fromSalt(tenant, region, TenantKey.CURRENT_VERSION, salt)));
        } finally {
            Arrays.fill(salt, (byte) 0);
        }
    }

    /** Shreds the tenant: leaves a tombstone, then removes the salt. Done twice, it is done once. */
    public void destroy(TenantId tenant) {
        try {
            if (!destroyed(tenant)) {
                DurableFile.create(tombstone(tenant), new byte[0]);
            }

            Files.deleteIfExists(file(tenant));
            Files.deleteIfExists(SubjectKeys.file(directory, tenant));
            PrivateDirectory.sync(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the salt, as {@link #destroy} does, and leaves the name free for another key. */
    public void forget(TenantId tenant) {
        try {
            Files.deleteIfExists(file(tenant));
            Files.deleteIfExists(SubjectKeys.file(directory, tenant));
            PrivateDirectory.sync(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(TenantId tenant) {
        refuseDestroyed(tenant);
        Path file = file(tenant);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new PipelineException(
                    ErrorCode.NOT_FOUND, "Cannot open the key of tenant " + tenant + ": the key store has none");
        }

        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > ID_BYTES) {
                return bytes;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new PipelineException(ErrorCode.STORE, "Cannot open the key of tenant " + tenant + ": its file is cut");
    }

    private void refuseDestroyed(TenantId tenant) {
        if (destroyed(tenant)) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot open the key of tenant " + tenant
                            + ": it was destroyed and its data cannot be read again; use" + " another tenant name");
        }
    }

    private boolean destroyed(TenantId tenant) {
        return Files.exists(tombstone(tenant), LinkOption.NOFOLLOW_LINKS);
    }

    private Path file(TenantId tenant) {
        return directory.resolve(tenant + ".salt");
    }

    private Path tombstone(TenantId tenant) {
        return directory.resolve(tenant + ".destroyed");
    }

    private static byte[] context(TenantId tenant, String saltId) {
        return LengthPrefixed.of("opsatc/v1", "salt", tenant.value(), saltId);
    }
}
