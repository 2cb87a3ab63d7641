package com.opsatc.tenancy.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.key.RootKey;
import com.opsatc.tenancy.key.RootKeyPlace;
import com.opsatc.tenancy.store.BlobStore;
import com.opsatc.tenancy.store.StorePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendsTest {
    private static final byte[] SECRET = {1, 2, 3};

    @TempDir
    Path directory;

    @Test
    void rootKeysOf_pathOrLocal_isTheSameFile() {
        Path home = PrivateDirectory.create(directory.resolve("home"));
        RootKeyPlace place = RootKeys.of("local:keys/../root.key", directory);
        assertThat(place.isTaken()).isFalse();
        try (RootKey made = place.create(home)) {
            byte[] wrapped = made.wrap(SECRET, SECRET);
            assertThat(RootKeys.of(place.reference()).isTaken()).isTrue();
            try (RootKey again =
                    RootKeys.of(directory.resolve("root.key").toString()).open(home)) {
                assertThat(again.unwrap(wrapped, SECRET)).isEqualTo(SECRET);
            }
        }

        assertThat(place.reference()).isEqualTo(directory.resolve("root.key").toString());
        assertThat(place.beside(".privacy-anchor")).isEqualTo(directory.resolve("root.key.privacy-anchor"));
    }

    @Test
    void of_backendThatThereIsNot_isRefusedByItsName() {
        assertThatThrownBy(() -> RootKeys.of("vault:opsatc/root"))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessage(
                        "Cannot open the root key: this release has no backend vault, only local; name one of these, or a"
                                + " path");
        assertThatThrownBy(() -> BlobStores.of("bucket:acme"))
                .hasMessageStartingWith("Cannot open a store: this release has no backend bucket, only local;");
    }

    @Test
    void blobStoresOf_localFolder_hasTheFiveVerbs() throws IOException {
        Path folder = PrivateDirectory.create(directory.resolve("acme"));
        BlobStore store = BlobStores.of("local:" + folder);
        StorePath path = new StorePath("documents/a/b");
        assertThat(store.open(path)).isEmpty();
        try (BlobStore.Unpublished file = store.create(path)) {
            file.stream().write(SECRET);
            assertThat(store.list(new StorePath("documents")))
                    .as("not before it is published")
                    .isEmpty();
            file.publish();
        }

        assertThat(store.list(new StorePath("documents"))).containsExactly("documents/a/b");
        Files.write(folder.resolve("documents/a/.left"), SECRET);
        assertThat(store.sweep(new StorePath("documents"))).isEqualTo(1);
        try (var channel = store.open(path).orElseThrow()) {
            assertThat(channel.size()).isEqualTo(3);
        }

        assertThat(store.delete(path)).isTrue();
        assertThat(store.delete(path)).isFalse();
    }
}
