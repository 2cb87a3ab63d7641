package com.opsatc.tenancy.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.key.AesProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path directory;

    @Test
    void create_missing_makesAllFoldersPrivate() throws IOException {
        Home home = Home.create(directory.resolve("a/home"));
        for (String folder : new String[] {
            "",
            "postgres",
            "tenants",
            "platform",
            "telemetry",
            "telemetry/otlp",
            "telemetry/release",
            "keys",
            "tmp",
            "logs",
            "conf",
            "conf/tenants"
        }) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(home.root().resolve(folder))))
                    .as(folder)
                    .isEqualTo("rwx------");
        }

        assertThat(home.tenant(new TenantId("acme"))).isEqualTo(home.root().resolve("tenants/acme"));
        assertThat(Home.create(directory.resolve("a/home"))).isEqualTo(home);
    }

    @Test
    void create_openToOthers_fails() throws IOException {
        Path open = Files.createDirectory(directory.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(() -> Home.create(open)).hasMessageContaining("group or others may enter it");
    }

    @Test
    void defaultRootKey_sameHomeByAnotherName_isTheSame() throws IOException {
        Home home = Home.create(directory.resolve("home"));
        Files.createSymbolicLink(directory.resolve("link"), home.root());
        Home linked = new Home(directory.resolve("link"));
        Path key = home.defaultRootKey(Path.of("/config"));
        assertThat(key.toString()).matches("/config/opsatc/[0-9a-f]{16}/root\\.key");
        assertThat(linked.defaultRootKey(Path.of("/config"))).isEqualTo(key);
        assertThat(Home.create(directory.resolve("other")).defaultRootKey(Path.of("/config")))
                .isNotEqualTo(key);
    }

    @Test
    void install_thisPlatform_prefersCorretto() {
        AesProvider.install();
        AesProvider.install();
        String os = System.getProperty("os.name");
        assertThat(AesProvider.name())
                .isEqualTo(os.equals("Linux") || os.startsWith("Mac") ? "AmazonCorrettoCryptoProvider" : "SunJCE");
    }
}
