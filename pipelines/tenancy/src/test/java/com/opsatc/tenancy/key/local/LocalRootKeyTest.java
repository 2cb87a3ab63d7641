package com.opsatc.tenancy.key.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Hex;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.key.LengthPrefixed;
import com.opsatc.tenancy.key.RootKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRootKeyTest {
    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTEXT = LengthPrefixed.of("test", "one");

    @TempDir
    Path directory;

    private Path home;
    private Path file;

    @BeforeEach
    void place() {
        home = PrivateDirectory.create(directory.resolve("home"));
        file = directory.resolve("config/opsatc/root.key");
    }

    @Test
    void wrap_thenUnwrapByAReloadedKey_givesTheSecret() {
        byte[] wrapped;
        try (RootKey created = new RootKeyFile(file).create(home)) {
            wrapped = created.wrap(SECRET, CONTEXT);
        }

        try (RootKey loaded = new RootKeyFile(file).open(home)) {
            assertThat(loaded.unwrap(wrapped, CONTEXT)).isEqualTo(SECRET);
        }
    }

    @Test
    void unwrap_anyFlippedByteOrOtherContext_fails() {
        try (RootKey root = new RootKeyFile(file).create(home)) {
            byte[] wrapped = root.wrap(SECRET, CONTEXT);
            for (int i = 0; i < wrapped.length; i++) {
                byte[] flipped = wrapped.clone();
                flipped[i] ^= 1;
                assertThatThrownBy(() -> root.unwrap(flipped, CONTEXT))
                        .isInstanceOf(PipelineException.class)
                        .hasMessageStartingWith("Cannot open a sealed secret");
            }

            assertThatThrownBy(() -> root.unwrap(wrapped, LengthPrefixed.of("testo", "ne")))
                    .hasMessageContaining("it was altered, moved");
            assertThatThrownBy(() -> root.unwrap(new byte[0], CONTEXT)).hasMessageContaining("format is unknown");
        }
    }

    @Test
    void load_keyThatOthersMayRead_fails() throws IOException {
        new RootKeyFile(file).create(home).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> new RootKeyFile(file).open(home))
                .hasMessage("Cannot use the root key " + file
                        + ": group or others may read or write it; run chmod 600 on it");
    }

    @Test
    void create_insideTheHomeEvenThroughALink_fails() throws IOException {
        Files.createSymbolicLink(directory.resolve("elsewhere"), home);
        for (Path inside : new Path[] {
            home.resolve("root.key"), home.resolve("a/b/root.key"), directory.resolve("elsewhere/root.key")
        }) {
            assertThatThrownBy(() -> new RootKeyFile(inside).create(home))
                    .hasMessageContaining("it is inside the home");
        }
    }

    @Test
    void load_missingLinkedOrCutKey_fails() throws IOException {
        assertThatThrownBy(() -> new RootKeyFile(file).open(home)).hasMessageContaining("it is not a regular file");
        new RootKeyFile(file).create(home).close();
        Path link = directory.resolve("link.key");
        Files.createSymbolicLink(link, file);
        assertThatThrownBy(() -> new RootKeyFile(link).open(home)).hasMessageContaining("it is not a regular file");
        Files.write(file, new byte[31]);
        assertThatThrownBy(() -> new RootKeyFile(file).open(home)).hasMessageContaining("it is not 32 bytes long");
    }

    @Test
    void create_twice_keepsTheFirst() throws IOException {
        new RootKeyFile(file).create(home).close();
        byte[] first = Files.readAllBytes(file);
        assertThatThrownBy(() -> new RootKeyFile(file).create(home)).hasMessageContaining("FileAlreadyExists");
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        assertThat(new RootKeyFile(file).open(home)).hasToString("LocalRootKey");
        assertThat(new RootKeyFile(file).open(home).toString()).doesNotContain(Hex.encode(first));
    }
}
