package com.opsatc.tenancy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.key.KeyVersions;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.key.TenantKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is read under the version of the key that its header names. */
class KeyVersionTest {
    private static final String OLD = "documents/old";
    private static final String NEW = "documents/new";
    private static final byte[] BYTES = {1, 2, 3};

    @TempDir
    Path directory;

    private Stores stores;
    private Path folder;

    @BeforeEach
    void write() {
        stores = new Stores(directory);
        folder = stores.folder("acme");
        stores.open("acme", KeyVersions.of("acme", 1), true).write(OLD, BYTES);
        stores.open("acme", KeyVersions.of("acme", 1, 2), true).write(NEW, BYTES);
    }

    @Test
    void read_filesOfTwoVersions_takesEachOnesKey() throws IOException {
        assertThat(version(OLD)).isEqualTo(1);
        assertThat(version(NEW)).as("the newest is written under").isEqualTo(2);
        TenantStore store = stores.open("acme", KeyVersions.of("acme", 1, 2), false);
        assertThat(store.read(OLD)).isEqualTo(BYTES);
        assertThat(store.read(NEW)).isEqualTo(BYTES);
    }

    @Test
    void read_versionThatIsNotThere_isRefusedByItsNumber() {
        TenantStore earlier = stores.open("acme", KeyVersions.of("acme", 1), false);
        assertThat(earlier.read(OLD)).isEqualTo(BYTES);
        assertThatThrownBy(() -> earlier.read(NEW))
                .hasMessage(
                        "Cannot read documents/new: it names version 2 of its key, and there are only those to 1: it was"
                                + " altered, or written by a newer release; restore the file or run the tenant again");
    }

    @Test
    void read_headerThatNamesAnotherVersionThanItsKeys_isRefused() throws IOException {
        byte[] stored = Files.readAllBytes(folder.resolve(NEW));
        stored[11] = 1;
        Files.write(folder.resolve(NEW), stored);
        TenantStore store = stores.open("acme", KeyVersions.of("acme", 1, 2), false);
        assertThatThrownBy(() -> store.read(NEW)).hasMessageContaining("it was written under another key");
    }

    @Test
    void readFrom_handedOver_hasEveryVersion() throws IOException {
        var pipe = new ByteArrayOutputStream();
        KeyVersions.of("acme", 1, 2).writeTo(new DataOutputStream(pipe));
        var in = new DataInputStream(new ByteArrayInputStream(pipe.toByteArray()));
        TenantStore store = stores.open("acme", TenantKeys.readFrom(in, new TenantId("acme"), Region.LOCAL), false);
        assertThat(store.read(OLD)).isEqualTo(BYTES);
        assertThat(store.read(NEW)).isEqualTo(BYTES);
        assertThatThrownBy(() -> TenantKeys.readFrom(
                        new DataInputStream(new ByteArrayInputStream(new byte[1])), new TenantId("acme"), Region.LOCAL))
                .isInstanceOf(IOException.class);
    }

    private int version(String path) throws IOException {
        return Files.readAllBytes(folder.resolve(path))[11];
    }
}
