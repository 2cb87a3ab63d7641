package com.opsatc.telemetry.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.telemetry.input.FileMark;
import com.opsatc.telemetry.input.ReadCounts;
import com.opsatc.telemetry.testing.LeakScan;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.key.KeyStore;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.key.RootKey;
import com.opsatc.tenancy.key.TenantKeys;
import com.opsatc.tenancy.key.local.RootKeyFile;
import com.opsatc.tenancy.store.PlatformStore;
import com.opsatc.tenancy.store.local.LocalBlobStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exact days in the real store: encrypted, and written once. */
class ScopedStoreTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path folder;

    @Test
    void commit_realStore_isReadBackAndNotInClear() {
        Path root = PrivateDirectory.create(folder.resolve("platform"));
        Path home = PrivateDirectory.create(folder.resolve("keys"));
        TenantId owner = new TenantId("platform-test");
        RootKey rootKey = new RootKeyFile(folder.resolve("root.key")).create(home);
        KeyStore keys = new KeyStore(home, rootKey);
        try (TenantKeys keysOfOwner = keys.open(owner, Region.LOCAL, keys.create(owner))) {
            RestrictedStore store = new ScopedStore(PlatformStore.open(LocalBlobStore.open(root), keysOfOwner, true));
            ExactDays days = new ExactDays(store);
            days.commit(day());

            assertThat(days.read(DAY)).isEqualTo(day());
            assertThat(days.days()).containsExactly(DAY);
            LeakScan scan = new LeakScan(List.of("\"activity\":[123456789]", "manifest_version"), List.of());
            assertThat(scan.hits(
                            new String(store.read("exact/2026-03-02.json"), java.nio.charset.StandardCharsets.UTF_8)))
                    .contains("raw \"activity\":[123456789]", "raw manifest_version");
            assertThat(scan.hits(root)).isEmpty();
            assertThatThrownBy(() -> store.write("exact/2026-03-02.json", new byte[0]))
                    .hasMessageContaining("the file exists, and stored files are never changed");
            assertThat(days.expire(DAY.plusDays(9))).containsExactly(DAY);
            assertThat(store.exists("exact/2026-03-02.json")).isFalse();
            assertThat(days.last()).contains(DAY);
        } finally {
            rootKey.close();
        }
    }

    private static ExactDay day() {
        return new ExactDay(
                DAY,
                "1",
                Sha256.of("manifest"),
                Sha256.of("input"),
                DAY.plusDays(1),
                List.of(new FileMark(Sha256.of("file"), 4)),
                new TreeMap<>(Map.of("activity", List.of(123456789L))),
                ReadCounts.NONE);
    }
}
