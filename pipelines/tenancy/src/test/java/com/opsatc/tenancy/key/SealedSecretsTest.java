package com.opsatc.tenancy.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.key.local.RootKeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedSecretsTest {
    @TempDir
    Path directory;

    private Path keys;
    private RootKey root;
    private SealedSecrets secrets;

    @BeforeEach
    void open() {
        keys = PrivateDirectory.create(directory.resolve("home/keys"));
        root = new RootKeyFile(directory.resolve("root.key")).create(directory.resolve("home"));
        secrets = new SealedSecrets(keys, root);
    }

    @Test
    void create_twice_keepsTheFirstUntilItIsReplaced() {
        assertThat(secrets.find("a-b")).isEmpty();
        assertThatThrownBy(() -> secrets.open("a-b"))
                .hasMessage("Cannot open the platform's secret a-b: " + keys.resolve("a-b.sealed")
                        + " is missing; restore it");
        assertThat(secrets.create("a-b", new byte[] {1})).isTrue();
        assertThat(secrets.create("a-b", new byte[] {2})).isFalse();
        assertThat(secrets.open("a-b")).containsExactly(1);
        secrets.replace("a-b", new byte[] {3});
        assertThat(secrets.open("a-b")).containsExactly(3);
    }

    @Test
    void open_secretMovedToAnotherName_isRefused() throws IOException {
        secrets.create("a", new byte[] {1});
        Files.copy(keys.resolve("a.sealed"), keys.resolve("b.sealed"));
        assertThatThrownBy(() -> secrets.open("b")).hasMessageStartingWith("Cannot open a sealed secret");
    }

    @Test
    void open_nameOfAPath_isRefused() {
        for (String name : new String[] {"../a", "A", "a.b", "", "a/b"}) {
            assertThatThrownBy(() -> secrets.find(name)).hasMessage("Illegal secret name: use a to z and '-'");
        }
    }

    @Test
    void wrap_afterClose_fails() {
        PlatformSigningKey signing = PlatformSigningKey.open(secrets);
        TenantKeys key = new KeyStore(keys, root).open(acme(), Region.LOCAL, new KeyStore(keys, root).create(acme()));
        root.close();
        signing.close();
        assertThatThrownBy(() -> secrets.create("late", new byte[1])).hasMessage("The root key is closed");
        assertThatThrownBy(() -> signing.delegate(acme(), Region.LOCAL)).hasMessage("The platform is closed");
        assertThat(keys.resolve("late.sealed")).doesNotExist();
        key.close();
    }

    @Test
    void delegate_twoPlatforms_doNotAcceptEachOther() {
        Path otherKeys = PrivateDirectory.create(directory.resolve("home/other"));
        byte[] message = {1, 2, 3};
        try (PlatformSigningKey mine = PlatformSigningKey.open(secrets);
                PlatformSigningKey again = PlatformSigningKey.open(secrets);
                PlatformSigningKey other = PlatformSigningKey.open(new SealedSecrets(otherKeys, root));
                Signer signer = mine.delegate(acme(), Region.LOCAL);
                Signer foreign = other.delegate(acme(), Region.LOCAL)) {
            again.verifier(acme(), Region.LOCAL).verify(message, signer.sign(message));
            assertThatThrownBy(() -> mine.verifier(acme(), Region.LOCAL).verify(message, foreign.sign(message)))
                    .hasMessageStartingWith("Cannot accept a signature for tenant acme");
            assertThatThrownBy(() -> mine.verifier(acme(), new Region("eu")).verify(message, signer.sign(message)))
                    .hasMessageStartingWith("Cannot accept a signature for tenant acme");
        }
    }

    private static TenantId acme() {
        return new TenantId("acme");
    }
}
