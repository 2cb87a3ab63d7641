package com.opsatc.tenancy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every change of a stored file is refused, whole, with its path and a reason. */
class TamperTest {
    private static final String PATH = "tables/t/data.parquet";
    private static final String ALTERED = "it was altered, cut, extended or moved after it was written";

    @TempDir
    Path directory;

    private Stores stores;
    private TenantStore acme;
    private Path file;

    @BeforeEach
    void open() {
        stores = new Stores(directory);
        acme = stores.store("acme");
        file = stores.folder("acme").resolve(PATH);
    }

    @Test
    void read_anyByteOf4KiBFlipped_isRefused() throws IOException {
        byte[] stored = store(4096 - EncryptedFormat.SMALLEST);
        assertThat(stored).hasSize(4096);
        for (int i = 0; i < stored.length; i++) {
            byte[] flipped = stored.clone();
            flipped[i] ^= (byte) (1 << (i % 8));
            Files.write(file, flipped);
            assertRefused("byte " + i);
        }

        Files.write(file, stored);
        assertThat(acme.read(PATH)).hasSize(4096 - EncryptedFormat.SMALLEST);
    }

    @Test
    void read_cutAtAnyByte_isRefused() throws IOException {
        byte[] stored = store(2000);
        for (int i = 0; i < stored.length; i++) {
            Files.write(file, Arrays.copyOf(stored, i));
            assertRefused("length " + i);
        }
    }

    @Test
    void read_cutOrExtendedAroundSegments_isRefusedAtOpening() throws IOException {
        byte[] stored = store((2 << 20) + 500_000);
        for (int length : new int[] {
            1 << 20,
            (1 << 20) - 1,
            (1 << 20) + 1,
            (1 << 20) + 16,
            2 << 20,
            (2 << 20) + 1,
            (2 << 20) + 17,
            stored.length - 1
        }) {
            Files.write(file, Arrays.copyOf(stored, length));
            assertThatThrownBy(() -> acme.open(PATH)).as("length %s", length).hasMessageContaining(ALTERED);
        }

        for (int extra : new int[] {1, 16, 17, 1 << 20, (1 << 20) + 17}) {
            Files.write(file, Arrays.copyOf(stored, stored.length + extra));
            assertThatThrownBy(() -> acme.open(PATH)).as("extra %s", extra).hasMessageContaining(ALTERED);
        }
    }

    @Test
    void read_segmentsSwapped_isRefusedWhenReached() throws IOException {
        byte[] stored = store((3 << 20) + 5);
        byte[] swapped = stored.clone();
        System.arraycopy(stored, 1 << 20, swapped, 2 << 20, 1 << 20);
        System.arraycopy(stored, 2 << 20, swapped, 1 << 20, 1 << 20);
        Files.write(file, swapped);
        assertRefused("swapped segments");
    }

    @Test
    void read_cutAfterOpening_isRefused() throws IOException {
        byte[] stored = store((2 << 20) + 5);
        try (SeekableByteChannel channel = acme.open(PATH)) {
            Files.write(file, Arrays.copyOf(stored, 1 << 20));
            channel.position((1 << 20) + 1000);
            assertThatThrownBy(() -> channel.read(java.nio.ByteBuffer.allocate(10)))
                    .hasMessageContaining(PATH + ": " + ALTERED);
        }
    }

    @Test
    void read_movedWithinTheTenant_isRefused() throws IOException {
        store(100);
        Files.copy(file, file.resolveSibling("other.parquet"));
        assertThatThrownBy(() -> acme.read("tables/t/other.parquet"))
                .hasMessage("Cannot read tables/t/other.parquet: " + ALTERED
                        + "; restore the file or run the tenant again");
    }

    @Test
    void read_swappedBetweenPaths_isRefused() throws IOException {
        byte[] first = store(100);
        acme.write("tables/t/second.parquet", new byte[100]);
        Path second = file.resolveSibling("second.parquet");
        byte[] other = Files.readAllBytes(second);
        Files.write(file, other);
        Files.write(second, first);
        assertRefused("swapped");
        assertThatThrownBy(() -> acme.read("tables/t/second.parquet")).hasMessageContaining(ALTERED);
    }

    @Test
    void read_movedBetweenPurposes_isRefused() throws IOException {
        store(100);
        acme.write("documents/keep", new byte[1]);
        Files.copy(file, stores.folder("acme").resolve("documents/data.parquet"));
        assertThatThrownBy(() -> acme.read("documents/data.parquet"))
                .hasMessageContaining("its header is for another purpose or region");

        // The header rewritten to claim the purpose: the commitment was made with the other purpose's key.
        byte[] forged = Files.readAllBytes(file);
        forged[7] = DataPurpose.DOCUMENT.code();
        Files.write(stores.folder("acme").resolve("documents/data.parquet"), forged);
        assertThatThrownBy(() -> acme.read("documents/data.parquet"))
                .hasMessageContaining("it was written under another key");
    }

    @Test
    void read_fileOfAnotherTenant_isRefusedAtTheSamePath() throws IOException {
        store(100);
        TenantStore bolt = stores.store("bolt");
        bolt.write(PATH, new byte[1]);
        Files.copy(file, stores.folder("bolt").resolve(PATH), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> bolt.read(PATH))
                .hasMessage("Cannot read " + PATH
                        + ": it was written under another key; restore the file or run the tenant again");
    }

    @Test
    void read_fileOfAnotherRegion_isRefused() {
        acme.write(PATH, new byte[1]);
        TenantStore moved = stores.open("acme", stores.key("acme", "eu"), true);
        assertThatThrownBy(() -> moved.read(PATH)).hasMessageContaining("another purpose or region");
    }

    @Test
    void read_plaintext_isRefusedWithoutRepeatingIt() throws IOException {
        store(1);
        Files.writeString(file, "PAR1 a plaintext table ".repeat(20));
        assertThatThrownBy(() -> acme.read(PATH))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE))
                .hasMessage(
                        "Cannot read " + PATH + ": it is not an encrypted file of this platform; restore the file or"
                                + " run the tenant again");
    }

    @Test
    void read_newerFormat_namesTheVersions() throws IOException {
        byte[] stored = store(1);
        stored[6] = 2;
        Files.write(file, stored);
        assertThatThrownBy(() -> acme.read(PATH)).hasMessageContaining("its format version is 2, this release reads 1");
    }

    @Test
    void write_samePlaintextTwice_givesOtherBytes() throws IOException {
        byte[] first = store(1000);
        assertThat(acme.delete(PATH)).isTrue();
        assertThat(Arrays.copyOfRange(store(1000), 60, 1000)).isNotEqualTo(Arrays.copyOfRange(first, 60, 1000));
    }

    private byte[] store(int size) throws IOException {
        acme.write(PATH, "x".repeat(size).getBytes(StandardCharsets.US_ASCII));
        return Files.readAllBytes(file);
    }

    private void assertRefused(String what) {
        assertThatThrownBy(() -> acme.read(PATH))
                .as(what)
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("Cannot read " + PATH + ": it");
    }
}
