package com.opsatc.tenancy.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Hex;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.disk.PrivateDirectory;
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
        try (LocalRootKey created = LocalRootKey.create(file, home)) {
            wrapped = created.wrap(SECRET, CONTEXT);
        }

        try (LocalRootKey loaded = LocalRootKey.load(file, home)) {
            assertThat(loaded.unwrap(wrapped, CONTEXT)).isEqualTo(SECRET);
        }
    }

    @Test
    void unwrap_anyFlippedByteOrOtherContext_fails() {
        try (LocalRootKey root = LocalRootKey.create(file, home)) {
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
        LocalRootKey.create(file, home).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> LocalRootKey.load(file, home))
                .hasMessage("Cannot use the root key " + file
                        + ": group or others may read or write it; run chmod 600 on it");
    }

    @Test
    void create_insideTheHomeEvenThroughALink_fails() throws IOException {
        Files.createSymbolicLink(directory.resolve("elsewhere"), home);
        for (Path inside : new Path[] {
            home.resolve("root.key"), home.resolve("a/b/root.key"), directory.resolve("elsewhere/root.key")
        }) {
            assertThatThrownBy(() -> LocalRootKey.create(inside, home)).hasMessageContaining("it is inside the home");
        }
    }

    @Test
    void load_missingLinkedOrCutKey_fails() throws IOException {
        assertThatThrownBy(() -> LocalRootKey.load(file, home)).hasMessageContaining("it is not a regular file");
        LocalRootKey.create(file, home).close();
        Path link = directory.resolve("link.key");
        Files.createSymbolicLink(link, file);
        assertThatThrownBy(() -> LocalRootKey.load(link, home)).hasMessageContaining("it is not a regular file");
        Files.write(file, new byte[31]);
        assertThatThrownBy(() -> LocalRootKey.load(file, home)).hasMessageContaining("it is not 32 bytes long");
    }

    @Test
    void create_twice_keepsTheFirst() throws IOException {
        LocalRootKey.create(file, home).close();
        byte[] first = Files.readAllBytes(file);
        assertThatThrownBy(() -> LocalRootKey.create(file, home)).hasMessageContaining("FileAlreadyExists");
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        assertThat(LocalRootKey.load(file, home)).hasToString("LocalRootKey");
        assertThat(LocalRootKey.load(file, home).toString()).doesNotContain(Hex.encode(first));
    }
}
