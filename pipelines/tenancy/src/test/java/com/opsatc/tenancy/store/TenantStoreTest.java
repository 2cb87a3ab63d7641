package com.opsatc.tenancy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.store.local.LocalBlobStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantStoreTest {
    private static final String PATH = "documents/run/context.json";

    @TempDir
    Path directory;

    private Stores stores;
    private TenantStore acme;

    @BeforeEach
    void open() {
        stores = new Stores(directory);
        acme = stores.store("acme");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, (1 << 20) - 117, (1 << 20) - 116, (1 << 20) - 115, (5 << 20) + 3})
    void write_thenRead_givesTheBytes(int size) throws IOException {
        byte[] bytes = random(size, size);
        acme.write(PATH, bytes);
        assertThat(acme.read(PATH)).isEqualTo(bytes);
        assertThat(acme.size(PATH)).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void open_randomSeeks_giveTheBytesThere(long seed) throws IOException {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        byte[] bytes = random(3_500_000, seed);
        acme.write(PATH, bytes);
        try (SeekableByteChannel channel = acme.open(PATH)) {
            for (int i = 0; i < 50; i++) {
                int from = random.nextInt(bytes.length);
                byte[] part = new byte[random.nextInt(1, Math.min(5000, bytes.length - from) + 1)];
                channel.position(from);
                ByteBuffer buffer = ByteBuffer.wrap(part);
                while (buffer.hasRemaining()) {
                    assertThat(channel.read(buffer)).isPositive();
                }

                assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(bytes, from, from + part.length));
            }

            channel.position(bytes.length);
            assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void write_canary_isNeverInStoredBytesOrNames() throws IOException {
        String canary = "CANARY-7f3a-Müller";
        acme.write(PATH, canary.repeat(1000).getBytes(StandardCharsets.UTF_8));
        byte[] stored = Files.readAllBytes(stores.folder("acme").resolve(PATH));
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("CANARY");
        assertThat(stored).startsWith("OPSATC".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void create_existing_failsAndKeepsTheFirst() {
        acme.write(PATH, new byte[] {1});
        assertThatThrownBy(() -> acme.write(PATH, new byte[] {2}))
                .isInstanceOf(PipelineException.class)
                .hasMessage("Cannot write documents/run/context.json: the file exists, and stored files are never"
                        + " changed");
        assertThat(acme.read(PATH)).containsExactly(1);
    }

    @Test
    void create_raceForOneName_hasOneWinner() throws IOException {
        NewFile first = acme.create(PATH);
        NewFile second = acme.create(PATH);
        first.write(1);
        second.write(2);
        second.close();
        assertThatThrownBy(first::close).hasMessageContaining("the file exists");
        assertThat(acme.read(PATH)).containsExactly(2);
        assertThat(names()).containsExactly("context.json");
    }

    @Test
    void create_failingBody_leavesNothing() throws IOException {
        assertThatThrownBy(() -> acme.create(PATH, out -> {
                    out.write(new byte[3 << 20]);
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        assertThat(acme.exists(PATH)).isFalse();
        assertThat(names()).isEmpty();
    }

    @Test
    void close_twice_publishesOnce() throws IOException {
        NewFile file = acme.create(PATH);
        file.write(new byte[] {1, 2, 3});
        file.close();
        file.close();
        assertThat(file.written()).isEqualTo(3);
        assertThatThrownBy(() -> file.write(4)).hasMessage("Cannot write " + PATH + ": it is closed");
        assertThat(acme.read(PATH)).containsExactly(1, 2, 3);
        try (SeekableByteChannel channel = acme.open(PATH)) {
            channel.close();
            assertThat(channel.isOpen()).isFalse();
        }
    }

    @Test
    void list_nestedFiles_isSortedAndHidesUnfinishedOnes() throws IOException {
        acme.write("documents/b/2", new byte[0]);
        acme.write("documents/a", new byte[0]);
        acme.write("documents/b/10", new byte[0]);
        acme.write("tables/t/x", new byte[0]);
        try (NewFile unfinished = acme.create("documents/c")) {
            assertThat(acme.list("documents")).containsExactly("documents/a", "documents/b/10", "documents/b/2");
            unfinished.abort();
        }

        assertThat(acme.list("slots")).isEmpty();
    }

    @Test
    void sweep_unfinishedWrites_goAndFinishedOnesStay() throws IOException {
        acme.write(PATH, new byte[] {1});
        Path folder = stores.folder("acme").resolve("documents/run");
        Files.writeString(folder.resolve(".context.json.4711-1"), "left by a killed writer");
        Files.createDirectories(folder.resolve("deeper"));
        Files.writeString(folder.resolve("deeper/.other.1-1"), "left too");

        assertThat(acme.sweep("documents")).isEqualTo(2);

        assertThat(acme.read(PATH)).containsExactly(1);
        assertThat(acme.sweep("documents")).isZero();
        assertThat(acme.sweep("tables")).isZero();
        assertThatThrownBy(() ->
                        stores.open("acme", stores.key("acme", "local"), false).sweep("documents"))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED));
    }

    @Test
    void delete_existing_isGone() {
        acme.write(PATH, new byte[1]);
        assertThat(acme.delete(PATH)).isTrue();
        assertThat(acme.delete(PATH)).isFalse();
        assertThatThrownBy(() -> acme.read(PATH))
                .hasMessage("Cannot read documents/run/context.json: there is no such file in the store");
    }

    @Test
    void write_readingScope_isRefused() {
        TenantStore reader = stores.open("acme", stores.key("acme", "local"), false);
        acme.write(PATH, new byte[] {7});
        assertThat(reader.read(PATH)).containsExactly(7);
        assertThatThrownBy(() -> reader.write("documents/x", new byte[1]))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED));
        assertThatThrownBy(() -> reader.delete(PATH)).hasMessageContaining("opened for reading");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "documents/",
                "/documents/a",
                "documents//a",
                "documents/../../bolt/documents/a",
                "../bolt/documents/a",
                "documents/./a",
                "documents/.hidden",
                "documents/a\0b",
                "documents/a\nb",
                "documents\\..\\a",
                "documents/a b",
                "documents/ü",
                "documents/a:b",
                "elsewhere/a",
                "Documents/a",
                "file:/etc/passwd",
                "documents/..%2f.."
            })
    void resolve_pathOutsideTheRules_isRefused(String path) {
        assertThatThrownBy(() -> acme.write(path, new byte[1]))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("Cannot resolve a stored path: ");
        assertThatThrownBy(() -> acme.open(path)).hasMessageStartingWith("Cannot resolve a stored path: ");
    }

    @Test
    void open_linkedFolderOrFile_isRefused() throws IOException {
        stores.store("bolt").write("documents/a", new byte[1]);
        Path bolt = stores.folder("bolt").resolve("documents");
        Files.createSymbolicLink(stores.folder("acme").resolve("documents"), bolt);
        assertThatThrownBy(() -> acme.open("documents/a")).hasMessageContaining("a folder on the way is a link");
        assertThatThrownBy(() -> acme.write("documents/b", new byte[1])).hasMessageContaining("is a link");
        assertThat(acme.list("documents")).isEmpty();

        acme.write("tables/a", new byte[1]);
        Files.createSymbolicLink(stores.folder("acme").resolve("tables/l"), Path.of("a"));
        assertThatThrownBy(() -> acme.open("tables/l")).hasMessageContaining("it is a link or no regular file");
        assertThatThrownBy(() -> acme.open("tables")).hasMessageContaining("it is a link or no regular file");
        assertThat(acme.delete("tables/l")).isFalse();
        assertThat(acme.list("tables")).containsExactly("tables/a");
    }

    @Test
    void open_secondHardLink_isRefusedButAKilledPublisherIsNot() throws IOException {
        acme.write("tables/a", new byte[] {5});
        Path file = stores.folder("acme").resolve("tables/a");
        Files.createLink(file.resolveSibling(".a.1-1"), file);
        assertThat(acme.read("tables/a")).containsExactly(5);
        Files.createLink(file.resolveSibling("b"), file);
        assertThatThrownBy(() -> acme.read("tables/a")).hasMessageContaining("it has a second hard link");
    }

    @Test
    void open_folderThatOthersMayEnter_isRefused() throws IOException {
        Path folder = stores.folder("acme");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        assertThatThrownBy(() -> TenantStore.open(LocalBlobStore.open(folder), stores.key("acme", "local"), true))
                .hasMessage("Cannot use " + folder + ": group or others may enter it; run chmod 700 on it");
    }

    @Test
    void write_files_areForTheirOwnerOnly() throws IOException {
        acme.write("tables/deep/er/a", new byte[1]);
        Path file = stores.folder("acme").resolve("tables/deep/er/a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(stores.folder("acme").resolve("documents/run"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new java.util.SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }
}
