package com.opsatc.telemetry.ledger;

import static com.opsatc.telemetry.ledger.EmptyLedger.DAY;
import static com.opsatc.telemetry.ledger.EmptyLedger.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.telemetry.testing.RealPlatform;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole home with its own server, copied, put back and deleted, as an operator would. */
class RestoredHomeTest {
    @Test
    void reserve_homePutBackFromACopyOrDeleted_isRefused(@TempDir Path directory) throws IOException {
        Path home = directory.resolve("home");
        Path copy = directory.resolve("copy");
        Path latest = directory.resolve("latest");
        inPlatform(directory, scope -> PrivacyLedger.reserve(scope, asked(DAY)));
        copy(home, copy);
        inPlatform(directory, scope -> PrivacyLedger.reserve(scope, asked(DAY.plusDays(1))));

        Files.move(home, latest);
        Files.move(copy, home);
        inPlatform(
                directory,
                scope -> assertThatThrownBy(() -> PrivacyLedger.reserve(scope, asked(DAY.plusDays(1))))
                        .hasMessageContaining(
                                "the anchor knows 4 entries until 2026-03-02 with rho 2/25 in all, but the ledger"
                                        + " ends at entry 2: the home or its database was deleted, replaced or restored"));

        PrivateDirectory.delete(home);
        assertThatThrownBy(() -> inPlatform(directory, scope -> {}))
                .hasMessageContaining("the home was deleted or replaced");

        PrivateDirectory.delete(home);
        Files.move(latest, home);
        inPlatform(
                directory,
                scope -> assertThat(EmptyLedger.lines(PrivacyLedger.reserve(scope, asked(DAY.plusDays(2)))
                                .entries()))
                        .isEqualTo(
                                List.of("5 2026-03-03 latency RESERVED 1/100", "6 2026-03-03 errors RESERVED 3/100")));
    }

    private interface Use {
        void with(PlatformScope scope);
    }

    /** Opens the home, and stops its server afterwards, so that its files are whole. */
    private static void inPlatform(Path directory, Use use) {
        try (Tenancy platform = RealPlatform.open(directory)) {
            try (PlatformScope scope = EmptyLedger.scope(platform, Purpose.RUN)) {
                use.with(scope);
            } finally {
                platform.stopServer();
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
