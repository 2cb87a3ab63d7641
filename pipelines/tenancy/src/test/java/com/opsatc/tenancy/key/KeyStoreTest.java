package com.opsatc.tenancy.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Hex;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.key.local.RootKeyFile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStoreTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId BOLT = new TenantId("bolt");

    @TempDir
    Path directory;

    private Path keys;
    private RootKey root;
    private KeyStore store;

    @BeforeEach
    void open() {
        keys = PrivateDirectory.create(directory.resolve("home/keys"));
        root = new RootKeyFile(directory.resolve("root.key")).create(directory.resolve("home"));
        store = new KeyStore(keys, root);
    }

    @Test
    void open_sameSalt_givesSameKeyForOnePurposeAndOthersForOthers() {
        String id = store.create(ACME);
        String bolt = store.create(BOLT);
        try (TenantKeys first = store.open(ACME, Region.LOCAL, id);
                TenantKeys second = new KeyStore(keys, root).open(ACME, Region.LOCAL, id);
                TenantKeys elsewhere = store.open(ACME, new Region("eu"), id);
                TenantKeys other = store.open(BOLT, Region.LOCAL, bolt)) {
            assertThat(purposeKey(second, "tables")).isEqualTo(purposeKey(first, "tables"));
            assertThat(purposeKey(first, "documents")).isNotEqualTo(purposeKey(first, "tables"));
            assertThat(purposeKey(elsewhere, "tables")).isNotEqualTo(purposeKey(first, "tables"));
            assertThat(purposeKey(other, "tables")).isNotEqualTo(purposeKey(first, "tables"));
        }
    }

    @Test
    void open_saltOfAnotherTenant_fails() throws IOException {
        String id = store.create(ACME);
        Files.copy(keys.resolve("acme.salt"), keys.resolve("bolt.salt"));
        assertThatThrownBy(() -> store.open(BOLT, Region.LOCAL, id))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("Cannot open a sealed secret: it was altered, moved, or sealed by another");
    }

    @Test
    void open_otherRootKey_fails() {
        String id = store.create(ACME);
        RootKey other = new RootKeyFile(directory.resolve("other.key")).create(directory.resolve("home"));
        assertThatThrownBy(() -> new KeyStore(keys, other).open(ACME, Region.LOCAL, id))
                .hasMessageStartingWith("Cannot open a sealed secret");
    }

    @Test
    void open_otherSaltIdThanTheDatabaseNames_fails() {
        store.create(ACME);
        assertThatThrownBy(() -> store.open(ACME, Region.LOCAL, "0000000000000000"))
                .hasMessageStartingWith("Cannot open the key of tenant acme: the database names another salt");
    }

    @Test
    void create_twice_fails() {
        store.create(ACME);
        assertThatThrownBy(() -> store.create(ACME))
                .hasMessage("Cannot make a key for tenant acme: it has one already");
    }

    @Test
    void destroy_thenRestoredSaltFile_staysShredded() throws IOException {
        String id = store.create(ACME);
        byte[] backup = Files.readAllBytes(keys.resolve("acme.salt"));
        store.destroy(ACME);
        store.destroy(ACME);
        assertThat(keys.resolve("acme.salt")).doesNotExist();
        assertThat(store.holds(ACME)).isFalse();

        Files.write(keys.resolve("acme.salt"), backup);
        assertThatThrownBy(() -> store.open(ACME, Region.LOCAL, id))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                .hasMessageContaining("it was destroyed");
        assertThatThrownBy(() -> store.create(ACME)).hasMessageContaining("it was destroyed");
    }

    @Test
    void create_saltOnDisk_isSealedAndPrivate() throws IOException {
        String id = store.create(ACME);
        byte[] file = Files.readAllBytes(keys.resolve("acme.salt"));
        assertThat(file).startsWith(id.getBytes(StandardCharsets.US_ASCII)).hasSize(16 + 1 + 12 + 32 + 16);
        assertThat(Files.getPosixFilePermissions(keys.resolve("acme.salt"))).hasSize(2);
        assertThat(keys).isDirectoryNotContaining("glob:.*");
    }

    @Test
    void close_key_isZeroAndUnusable() throws IOException {
        TenantKeys key = store.open(ACME, Region.LOCAL, store.create(ACME));
        var bytes = new ByteArrayOutputStream();
        key.writeTo(new DataOutputStream(bytes));
        String hex = Hex.encode(bytes.toByteArray()).substring(10);
        assertThat(key + " " + key.current())
                .isEqualTo("TenantKeys[acme, versions [1]] TenantKey[acme, version 1]")
                .doesNotContain(hex);
        key.close();
        assertThatThrownBy(() -> purposeKey(key, "tables"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The scope of tenant acme is closed");
    }

    @Test
    void lend_afterUse_zeroesTheArray() {
        try (TenantKeys key = store.open(ACME, Region.LOCAL, store.create(ACME))) {
            byte[] kept = key.current().lend("tables", bytes -> bytes);
            assertThat(kept).containsOnly(0);
        }
    }

    @Test
    void lengthPrefixed_movedBoundary_givesOtherBytes() {
        assertThat(LengthPrefixed.of("ab", "c")).isNotEqualTo(LengthPrefixed.of("a", "bc"));
        assertThat(LengthPrefixed.of("a")).containsExactly(0, 0, 0, 1, 'a');
    }

    private static String purposeKey(TenantKeys keys, String purpose) {
        return keys.current().lend(purpose, Hex::encode);
    }
}
