package com.opsatc.tenancy.home;

import com.google.crypto.tink.subtle.Hex;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.OnlyFor;
import com.opsatc.tenancy.disk.DurableFile;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The directory that holds all state of an installation: {@code postgres/ tenants/<tenant>/ platform/
 * telemetry/otlp/ telemetry/release/ keys/ tmp/ logs/ conf/tenants/}, 0700 each. The root key is outside, so that a copy of the home alone reveals nothing.
 */
public record Home(Path root) {
    /** How the name of a file of the {@link #spool} ends while its process may still add to it. */
    public static final String OPEN_SPOOL_FILE = ".part";

    private static final String ROOT_KEY_PLACE = "root-key";

    /** Resolves links, so that one home has one name. */
    public Home {
        try {
            root = root.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PrivateDirectory.requirePrivate(root);
    }

    /** Opens a home, creating what is missing. */
    public static Home create(Path root) {
        Home home = new Home(PrivateDirectory.create(root.toAbsolutePath()));
        for (Path directory : new Path[] {
            home.postgres(),
            home.tenants(),
            home.platform(),
            home.spool(),
            home.releases(),
            home.keys(),
            home.temporary(),
            home.logs(),
            home.tenantConfiguration()
        }) {
            PrivateDirectory.create(directory);
        }

        return home;
    }

    /**
     * Where the root key of this home is by default: {@code opsatc/<16 hex digits of the SHA-256 of the home's real
     * path>/root.key} below the user's configuration directory.
     */
    public Path defaultRootKey(Path configuration) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(root.toString().getBytes(StandardCharsets.UTF_8));
            String name = Hex.encode(Arrays.copyOf(digest, 8));
            return configuration.resolve("opsatc").resolve(name).resolve("root.key");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    /**
     * The reference of where the root key was when this home was last opened: a home that was copied or moved finds it there. Empty for a home
     * that was never opened. The place is no secret; it stands in the file {@code root-key}.
     */
    public Optional<String> rememberedRootKey() {
        Path file = root.resolve(ROOT_KEY_PLACE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }

        try {
            return Files.readString(file, StandardCharsets.UTF_8).lines().findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remembers the place of the root key that this home was opened with. */
    @OnlyFor("com.opsatc.tenancy.scope")
    public void rememberRootKey(String reference) {
        if (rememberedRootKey().filter(reference::equals).isEmpty()) {
            try {
                DurableFile.replace(root.resolve(ROOT_KEY_PLACE), (reference + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The embedded server: binaries, data, sealed passwords. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** The encrypted stores of all tenants. */
    public Path tenants() {
        return root.resolve("tenants");
    }

    /** The encrypted store of one tenant. */
    public Path tenant(TenantId tenant) {
        return tenants().resolve(tenant.value());
    }

    /** The encrypted store of the platform's own data. */
    public Path platform() {
        return root.resolve("platform");
    }

    /** Telemetry as it was delivered, OTLP in JSON lines, in clear; deleted seven days after it was counted. */
    public Path spool() {
        return root.resolve("telemetry").resolve("otlp");
    }

    /** Published releases of telemetry, de-identified. */
    public Path releases() {
        return root.resolve("telemetry").resolve("release");
    }

    /** The sealed salts and signing key; excluded from every backup. */
    public Path keys() {
        return root.resolve("keys");
    }

    /** Scratch space, one directory a run. */
    public Path temporary() {
        return root.resolve("tmp");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** What an operator set for each tenant. */
    public Path tenantConfiguration() {
        return root.resolve("conf").resolve("tenants");
    }

    /** The file, if there is one, that holds what an operator set for a tenant. */
    public Path tenantConfiguration(TenantId tenant) {
        return tenantConfiguration().resolve(tenant + ".yaml");
    }
}
