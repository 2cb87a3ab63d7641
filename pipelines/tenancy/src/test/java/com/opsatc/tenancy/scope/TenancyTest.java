package com.opsatc.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Hex;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.LockedException;
import com.opsatc.tenancy.run.NewHead;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.run.TenantLock;
import com.opsatc.tenancy.tenant.TenantSources;
import com.opsatc.tenancy.tenant.Tenants;
import com.opsatc.tenancy.tenant.WithdrawnFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenancyTest {
    private static final byte[] MESSAGE = "a manifest".getBytes(StandardCharsets.UTF_8);

    @Test
    void open_unknownTenant_fails() {
        assertThatThrownBy(() -> Platforms.scope(new TenantId("nobody"), Purpose.READ))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND))
                .hasMessage("Cannot open tenant nobody: there is no such tenant; see `opsatc tenant list`");
    }

    @Test
    void add_sameTenantTwice_isOneTenantUnlessItDiffers() {
        TenantId id = Platforms.tenant();
        Tenants tenants = Tenants.of(Platforms.shared());
        Tenant known = tenants.find(id).orElseThrow();
        assertThat(known).isEqualTo(new Tenant(id, Region.LOCAL, ZoneId.of("Europe/Berlin"), Platforms.NOW));
        assertThat(tenants.add(id, Region.LOCAL, ZoneId.of("Europe/Berlin"), Platforms.NOW.plusSeconds(5)))
                .isEqualTo(known);
        assertThatThrownBy(() -> tenants.add(id, Region.LOCAL, ZoneId.of("UTC"), Platforms.NOW))
                .hasMessage("Cannot add tenant " + id
                        + ": it exists with region local and zone Europe/Berlin; change the zone with 'opsatc tenant set "
                        + id + " --zone UTC', or use another name");
        assertThat(tenants.list()).contains(known).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
    }

    @Test
    void open_twoScopesOfOneTenant_readEachOther() {
        TenantId id = Platforms.tenant();
        try (TenantScope run = Platforms.scope(id, Purpose.RUN);
                TenantScope read = Platforms.scope(id, Purpose.READ)) {
            run.store().write("documents/a", MESSAGE);
            run.close();
            assertThat(read.store().read("documents/a")).isEqualTo(MESSAGE);
        }
    }

    @Test
    void open_readingPurpose_mayNeitherWriteNorSign() {
        try (TenantScope read = Platforms.scope(Platforms.tenant(), Purpose.READ)) {
            assertThatThrownBy(() -> read.store().write("documents/a", MESSAGE)).hasMessageContaining("for reading");
            assertThatThrownBy(read::signer)
                    .hasMessage("Cannot sign for tenant " + read.tenant()
                            + ": the scope's purpose is READ, which may not write");
        }
    }

    @Test
    void close_scope_closesItsDoors() {
        TenantScope scope = Platforms.scope(Platforms.tenant(), Purpose.RUN);
        scope.store().write("documents/a", MESSAGE);
        scope.close();
        scope.close();
        assertThatThrownBy(() -> scope.store().read("documents/a")).hasMessageContaining("is closed");
        assertThatThrownBy(() -> scope.signer().sign(MESSAGE)).hasMessageContaining("is closed");
        assertThatThrownBy(() -> KeyRing.store(scope.keyReference())).hasMessageContaining("no open scope");
        assertThatThrownBy(() -> Tenancy.handOver(scope, OutputStream.nullOutputStream()))
                .hasMessageContaining("is closed");
    }

    @Test
    void shred_tenant_cannotBeOpenedOrAddedAgain() {
        TenantId id = Platforms.tenant();
        Tenants.of(Platforms.shared()).shred(id);
        assertThatThrownBy(() -> Platforms.scope(id, Purpose.READ)).hasMessageContaining("it was destroyed");
    }

    @Test
    void toString_scopeAndParts_holdNoKey() {
        try (TenantScope scope = Platforms.scope(Platforms.tenant(), Purpose.RUN)) {
            String text = scope + " " + scope.store() + " " + scope.keys() + " " + scope.signer() + " "
                    + scope.database() + " " + scope.databaseProperties() + Platforms.shared();
            assertThat(text).contains("TenantScope[" + scope.tenant() + ", RUN]");
            for (byte[] secret : Platforms.secrets(scope)) {
                assertThat(text)
                        .doesNotContain(Hex.encode(secret))
                        .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
            }
            assertThat(scope).isNotInstanceOf(Serializable.class);
            assertThat(scope.store()).isNotInstanceOf(Serializable.class);
        }
    }

    @Test
    void receive_handedOverScope_readsWritesAndSignsForThatTenantAlone() throws IOException {
        TenantId id = Platforms.tenant();
        TenantId other = Platforms.tenant();
        var pipe = new ByteArrayOutputStream();
        try (TenantScope parent = Platforms.scope(id, Purpose.RUN);
                TenantScope foreign = Platforms.scope(other, Purpose.RUN)) {
            foreign.store().write("documents/a", MESSAGE);
            parent.store().write("documents/a", MESSAGE);
            Tenancy.handOver(parent, pipe);
        }

        pipe.writeBytes("{\"request\":1}".getBytes(StandardCharsets.UTF_8));
        InputStream in = new ByteArrayInputStream(pipe.toByteArray());
        try (TenantScope child = Tenancy.receive(in)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("{\"request\":1}");
            assertThat(child.tenant()).isEqualTo(id);
            assertThat(child.actor()).isEqualTo(new Actor("tester"));
            assertThat(child.store().read("documents/a")).isEqualTo(MESSAGE);
            child.store().write("documents/b", MESSAGE);
            assertThat(Heads.current(child)).isEmpty();

            // Another tenant's file, put where this tenant's would be: there is no key for it in this process.
            Home home = Platforms.shared().home();
            Files.copy(
                    home.tenant(other).resolve("documents/a"), home.tenant(id).resolve("documents/c"));
            assertThatThrownBy(() -> child.store().read("documents/c")).hasMessageContaining("under another key");

            byte[] signature = child.signer().sign(MESSAGE);
            child.verifier().verify(MESSAGE, signature);
            try (TenantScope parent = Platforms.scope(id, Purpose.VERIFY);
                    TenantScope foreign = Platforms.scope(other, Purpose.VERIFY)) {
                parent.verifier().verify(MESSAGE, signature);
                assertThatThrownBy(() -> foreign.verifier().verify(MESSAGE, signature))
                        .hasMessageContaining("Cannot accept a signature for tenant " + other);
            }
        }
    }

    @Test
    void verify_anyFlippedByte_isRefused() {
        try (TenantScope scope = Platforms.scope(Platforms.tenant(), Purpose.RUN)) {
            byte[] signature = scope.signer().sign(MESSAGE);
            scope.verifier().verify(MESSAGE, signature);
            for (int i = 0; i < signature.length; i++) {
                byte[] flipped = signature.clone();
                flipped[i] ^= 4;
                assertThatThrownBy(() -> scope.verifier().verify(MESSAGE, flipped))
                        .as("byte %s", i)
                        .hasMessageStartingWith("Cannot accept a signature");
            }

            byte[] other = MESSAGE.clone();
            other[0] ^= 1;
            assertThatThrownBy(() -> scope.verifier().verify(other, signature)).isInstanceOf(PipelineException.class);
            assertThatThrownBy(() -> scope.verifier().verify(MESSAGE, Arrays.copyOf(signature, 160)))
                    .isInstanceOf(PipelineException.class);
        }
    }

    @Test
    void receive_anythingElse_isRefusedWithoutRepeatingIt() throws IOException {
        var pipe = new ByteArrayOutputStream();
        try (TenantScope scope = Platforms.scope(Platforms.tenant(), Purpose.RUN)) {
            Tenancy.handOver(scope, pipe);
        }

        byte[] good = pipe.toByteArray();
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        longer[11]++; // the length now covers the byte that follows
        for (byte[] bad : new byte[][] {
            new byte[0],
            "{\"tenant\":\"acme\"}".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(good, good.length - 1),
            Arrays.copyOf(good, 9),
            longer
        }) {
            assertThatThrownBy(() -> Tenancy.receive(new ByteArrayInputStream(bad)))
                    .isInstanceOf(PipelineException.class)
                    .hasMessage(
                            "Cannot receive a tenant's scope: the bytes on the pipe are not a hand-over; start the run"
                                    + " with opsatc run");
        }
    }

    @Test
    void open_lostRootKey_isNotReplaced(@TempDir Path directory) throws IOException {
        Home home = Home.create(directory.resolve("home"));
        Path rootKey = directory.resolve("config/root.key");
        Files.writeString(home.keys().resolve("acme.salt"), "sealed");
        assertThatThrownBy(() -> Tenancy.open(home, RootKeys.of(rootKey.toString())))
                .isInstanceOf(PipelineException.class)
                .hasMessage("Cannot open the home " + home.root() + ": its root key " + rootKey
                        + " is missing, and another one cannot open what is sealed; restore it there, or say where it is with"
                        + " --root-key");
        assertThat(rootKey).doesNotExist();
    }

    @Test
    void kill_serverRightAfterAnAcknowledgedHead_losesNothing(@TempDir Path directory) {
        TenantId id = new TenantId("acme");
        Head head;
        Tenancy platform = Platforms.open(directory);
        Tenants.of(platform).add(id, Region.LOCAL, ZoneId.of("UTC"), Platforms.NOW);
        try (TenantScope scope = platform.open(id, new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.RUN)) {
            RunLedger.start(scope, "a1", Platforms.NOW);
            RunLedger.identify(scope, "a1", "r1", LocalDate.of(2026, 3, 28));
            scope.store().write("documents/a1/manifest.json", MESSAGE);
            head = Heads.publish(
                    scope,
                    new NewHead(
                            0,
                            "r1",
                            "a1",
                            "documents/a1/manifest.json",
                            Sha256.of(MESSAGE),
                            1,
                            Platforms.NOW,
                            NewHead.Kind.ALL,
                            List.of()));
            ProcessHandle.of(platform.serverProcess().orElseThrow())
                    .orElseThrow()
                    .destroyForcibly();
        }

        platform.close();
        try (Tenancy again = Platforms.open(directory);
                TenantScope scope = again.open(id, new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.READ)) {
            assertThat(Heads.current(scope)).contains(head);
            assertThat(scope.store().read(head.manifestPath())).isEqualTo(MESSAGE);
            again.stopServer();
            assertThat(again.serverProcess()).isEmpty();
        }

        assertThatThrownBy(() ->
                        Tenants.of(platform).add(new TenantId("late"), Region.LOCAL, ZoneId.of("UTC"), Platforms.NOW))
                .as("a closed platform seals nothing")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void platformSecret_sameName_isTheSameAndSealed() throws IOException {
        byte[] secret = Platforms.shared().platformSecret("token");
        assertThat(secret).hasSize(32).isEqualTo(Platforms.shared().platformSecret("token"));
        assertThat(secret).isNotEqualTo(Platforms.shared().platformSecret("other"));
        Path sealed = Platforms.shared().home().keys().resolve("platform-use-token.sealed");
        assertThat(Hex.encode(Files.readAllBytes(sealed))).doesNotContain(Hex.encode(secret));
    }

    @Test
    void remove_tenant_leavesNothingAndFreesTheName() throws IOException {
        Tenancy platform = Platforms.shared();
        TenantId id = Platforms.tenant();
        Path store = platform.home().tenant(id);
        Path log = platform.home().logs().resolve("run-" + id + "-202603040506070a1b2c3d.log");
        Path kept = platform.home().logs().resolve("run-" + id + "-x-202603040506070a1b2c3d.log");
        Files.writeString(log, "log");
        Files.writeString(kept, "log of another tenant");
        try (TenantScope scope = Platforms.scope(id, Purpose.RUN)) {
            scope.store().write("documents/a1/secret.json", MESSAGE);
            RunLedger.start(scope, "a1", Platforms.NOW);
            TenantSources.add(
                    scope,
                    new RunRequest.Source("xes", "generic/xes", "/a", "UTC", new java.util.TreeMap<>()),
                    Platforms.NOW);
            WithdrawnFiles.withdraw(scope, "xes", Sha256.of("f"), "f.csv", Platforms.NOW);
            try (TenantLock lock = TenantLock.acquire(scope)) {
                lock.requireHeld();
                assertThatThrownBy(() -> Tenants.of(platform).remove(id)).isInstanceOf(LockedException.class);
            }
        }

        Tenants.of(platform).remove(id);

        assertThat(store).doesNotExist();
        assertThat(log).doesNotExist();
        assertThat(kept).exists();
        assertThat(Tenants.of(platform).find(id)).isEmpty();
        assertThatThrownBy(() -> Tenants.of(platform).remove(id)).hasMessageContaining("there is no such tenant");
        Tenants.of(platform).add(id, Region.LOCAL, ZoneId.of("UTC"), Platforms.NOW);
        try (TenantScope scope = Platforms.scope(id, Purpose.READ)) {
            assertThat(TenantSources.list(scope)).isEmpty();
            assertThat(RunLedger.list(scope)).isEmpty();
            assertThat(scope.store().exists("documents/a1/secret.json")).isFalse();
        }
    }
}
