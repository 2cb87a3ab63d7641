package com.opsatc.tenancy.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.key.LocalRootKey;
import com.opsatc.tenancy.key.SealedSecrets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path directory;

    @Test
    void start_smoke() {
        Path home = PrivateDirectory.create(directory.resolve("home dir"));
        Path postgres = PrivateDirectory.create(home.resolve("postgres"));
        var secrets = new SealedSecrets(postgres, LocalRootKey.create(directory.resolve("root.key"), home));
        var server = new EmbeddedPostgres(postgres, secrets);
        long t0 = System.nanoTime();
        try (Database database = server.start()) {
            System.err.println("start " + (System.nanoTime() - t0) / 1e9);
            Migrations.apply(database);
            System.err.println("migrate " + (System.nanoTime() - t0) / 1e9);
            Migrations.apply(database);
            System.err.println("again " + (System.nanoTime() - t0) / 1e9);
            try (Database second = server.start()) {
                System.err.println("second " + (System.nanoTime() - t0) / 1e9);
                assertThat(second.url()).isEqualTo(database.url());
            }
        } finally {
            server.stop();
        }
        assertThat(server.processId()).isEmpty();
    }
}
