package com.opsatc.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Hex;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.run.TenantLock;
import com.opsatc.tenancy.tenant.TenantSources;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Platforms.Extension.class)
class PlatformScopeTest {
    private static final byte[] VECTOR = "an exact vector".getBytes(StandardCharsets.UTF_8);

    private final OwnPlatform platform;
    private final PlatformScope scope;

    PlatformScopeTest(OwnPlatform platform) {
        this.platform = platform;
        scope = platform.scope();
    }

    @Test
    void store_written_isEncryptedBelowTelemetryAndReadByTheNextScope() throws IOException {
        scope.store().write("exact/2026-03-01/latency", VECTOR);
        scope.store().write("exact/2026-03-01/errors", VECTOR);
        Path file = platform.tenancy().home().root().resolve("platform/telemetry/exact/2026-03-01/latency");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .startsWith("OPSATC\1\5")
                .doesNotContain("exact vector");
        try (PlatformScope next = platform.scope(Purpose.READ)) {
            assertThat(next.store().read("exact/2026-03-01/latency")).isEqualTo(VECTOR);
            assertThat(next.store().read("exact/2026-03-01/errors")).isEqualTo(VECTOR);
            assertThat(next.store().list("exact"))
                    .containsExactly("exact/2026-03-01/errors", "exact/2026-03-01/latency");
            assertThat(next.store().exists("exact/2026-03-02/errors")).isFalse();
            assertThatThrownBy(() -> next.store().write("a", VECTOR)).hasMessageContaining("opened for reading");
        }

        assertThatThrownBy(() -> scope.store().write("exact/2026-03-01/latency", VECTOR))
                .hasMessage(
                        "Cannot write telemetry/exact/2026-03-01/latency: the file exists, and stored files are never"
                                + " changed");
        assertThat(scope.store().delete("exact/2026-03-01/latency")).isTrue();
        assertThat(scope.store().exists("exact/2026-03-01/latency")).isFalse();
    }

    @Test
    void store_pathThatLeavesTheFolder_isRefused() {
        for (String path : List.of("../documents/a", "a/../../b", "/etc/passwd", "", ".hidden")) {
            assertThatThrownBy(() -> scope.store().write(path, VECTOR))
                    .as(path)
                    .hasMessageContaining("it must be relative");
        }
    }

    @Test
    void store_tenantsFileUnderThePlatformsName_isRefusedAndViceVersa() throws IOException {
        Home home = platform.tenancy().home();
        TenantId acme = platform.tenant("acme");
        try (TenantScope tenant = tenantScope(acme)) {
            tenant.store().write("telemetry/a", VECTOR);
            scope.store().write("b", VECTOR);
            Files.copy(home.tenant(acme).resolve("telemetry/a"), home.platform().resolve("telemetry/a"));
            Files.copy(home.platform().resolve("telemetry/b"), home.tenant(acme).resolve("telemetry/b"));
            assertThatThrownBy(() -> scope.store().read("a"))
                    .hasMessage(
                            "Cannot read telemetry/a: it was written under another key; restore the file; the platform"
                                    + " does not make it a second time");
            assertThatThrownBy(() -> tenant.store().read("telemetry/b"))
                    .hasMessageContaining("written under another key");
        }
    }

    @Test
    void open_missingFolders_makesThemPrivate() throws IOException {
        Files.delete(scope.spool());
        Files.delete(scope.releases());
        try (PlatformScope next = platform.scope(Purpose.READ)) {
            Path root = platform.tenancy().home().root();
            assertThat(next.spool()).isEqualTo(root.resolve("telemetry/otlp"));
            assertThat(next.releases()).isEqualTo(root.resolve("telemetry/release"));
            for (Path folder : List.of(next.spool(), next.releases(), root.resolve("platform"))) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                        .isEqualTo("rwx------");
            }
        }
    }

    @Test
    void contractedTenants_oneShredded_countsThoseThatCanBeOpened() {
        assertThat(scope.contractedTenants()).isZero();
        platform.tenant("acme");
        platform.tenant("globex");
        try (PlatformScope two = platform.scope(Purpose.READ)) {
            assertThat(two.contractedTenants())
                    .as("the platform is none of them")
                    .isEqualTo(2);
        }

        Tenants.of(platform.tenancy()).shred(new TenantId("acme"));
        try (PlatformScope one = platform.scope(Purpose.READ)) {
            assertThat(one.contractedTenants()).isEqualTo(1);
        }
    }

    @Test
    void addOrShred_platformsName_isRefused() {
        Tenants tenants = Tenants.of(platform.tenancy());
        String why = " tenant opsatc-platform: this name stands for the platform's own data; use another name";
        assertThatThrownBy(() -> tenants.add(PlatformScope.OWNER, Region.LOCAL, ZoneId.of("UTC"), Platforms.NOW))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessage("Cannot add" + why);
        assertThatThrownBy(() -> tenants.shred(PlatformScope.OWNER)).hasMessage("Cannot shred" + why);
        assertThatThrownBy(() -> platform.execute("INSERT INTO tenant (id, region, salt_id, zone, created_at)"
                        + " VALUES ('opsatc-platform', 'local', 'x', 'UTC', now())"))
                .hasMessageContaining("the database answered SQL state 23514");
        assertThatThrownBy(() -> tenantScope(PlatformScope.OWNER)).hasMessageContaining("there is no such tenant");
        assertThat(tenants.list()).isEmpty();
    }

    @Test
    void doors_ofThisModule_takeOneKindOfScopeOnly() {
        assertThat(TenantScope.class.isAssignableFrom(PlatformScope.class)).isFalse();
        for (Class<?> doors :
                List.of(Heads.class, RunLedger.class, TenantLock.class, TenantSources.class, Published.class)) {
            assertThat(Arrays.stream(doors.getMethods()).filter(method -> takes(method, PlatformScope.class)))
                    .as(doors.getSimpleName())
                    .isEmpty();
        }

        assertThat(PlatformScope.class.getConstructors()).isEmpty();
    }

    @Test
    void close_scope_closesItsDoors() {
        scope.store().write("a", VECTOR);
        var store = scope.store();
        scope.close();
        scope.close();
        for (Runnable door : List.<Runnable>of(
                scope::store,
                scope::releases,
                scope::spool,
                scope::contractedTenants,
                scope::database,
                () -> scope.lend("any", key -> key.length),
                () -> scope.requireWrites("write"))) {
            assertThatThrownBy(door::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The platform's scope is closed");
        }

        assertThatThrownBy(() -> store.read("a")).hasMessageContaining("is closed");
        assertThatThrownBy(() -> Tenancy.handOverPlatform(scope, OutputStream.nullOutputStream()))
                .hasMessageContaining("is closed");
    }

    @Test
    void receivePlatform_handedOver_opensTheSameDoors() throws IOException {
        platform.tenant("acme");
        var pipe = new ByteArrayOutputStream();
        try (PlatformScope parent = platform.scope(Purpose.RUN)) {
            parent.store().write("a", VECTOR);
            Tenancy.handOverPlatform(parent, pipe);
        }

        pipe.writeBytes("request".getBytes(StandardCharsets.UTF_8));
        InputStream in = new ByteArrayInputStream(pipe.toByteArray());
        try (PlatformScope child = Tenancy.receivePlatform(in)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("request");
            assertThat(List.of(child.actor(), child.role(), child.source(), child.purpose()))
                    .containsExactly(new Actor("tester"), Role.ENGINEER, Source.TEST, Purpose.RUN);
            assertThat(child.contractedTenants()).isEqualTo(1);
            assertThat(child.releases()).isEqualTo(scope.releases());
            assertThat(child.spool()).isEqualTo(scope.spool());
            assertThat(child.store().read("a")).isEqualTo(VECTOR);
            assertThat(child.anchor()).isEqualTo(scope.anchor());
            assertThat(child.keyId()).isEqualTo(scope.keyId());
            assertThat(child.lend("any", byte[]::clone)).isEqualTo(scope.lend("any", byte[]::clone));
        }
    }

    /** The schema is brought up to date where the platform is opened, and nowhere else. */
    @Test
    void openAndReceive_schemaOfAnEarlierVersion_leaveItAsItIs() throws IOException {
        TenantId acme = platform.tenant("acme");
        String latest = "SELECT max(installed_rank) FROM flyway_schema_history";
        platform.execute("DELETE FROM flyway_schema_history WHERE installed_rank = (" + latest + ")");
        int before = number(latest);
        var pipe = new ByteArrayOutputStream();
        try (TenantScope parent = tenantScope(acme)) {
            Tenancy.handOver(parent, pipe);
        }
        try (TenantScope child = Tenancy.receive(new ByteArrayInputStream(pipe.toByteArray()))) {
            assertThat(Heads.list(child)).isEmpty();
        }

        platform.tenancy().reach();
        assertThat(number(latest)).isEqualTo(before);
    }

    @Test
    void receive_scopeOfTheOtherKindOrNone_isRefused() throws IOException {
        var ofPlatform = new ByteArrayOutputStream();
        Tenancy.handOverPlatform(scope, ofPlatform);
        var tenant = new ByteArrayOutputStream();
        try (TenantScope acme = tenantScope(platform.tenant("acme"))) {
            Tenancy.handOver(acme, tenant);
        }

        String rest = " scope: the bytes on the pipe are not a hand-over; start the run with opsatc run";
        assertThatThrownBy(() -> Tenancy.receive(new ByteArrayInputStream(ofPlatform.toByteArray())))
                .isInstanceOf(PipelineException.class)
                .hasMessage("Cannot receive a tenant's" + rest);
        byte[] good = ofPlatform.toByteArray();
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        longer[11]++; // the length now covers the byte that follows
        for (byte[] bad : List.of(tenant.toByteArray(), new byte[0], Arrays.copyOf(good, good.length - 1), longer)) {
            assertThatThrownBy(() -> Tenancy.receivePlatform(new ByteArrayInputStream(bad)))
                    .isInstanceOf(PipelineException.class)
                    .hasMessage("Cannot receive the platform's" + rest);
        }
    }

    @Test
    void toString_scopeAndParts_holdNoKey() throws IOException {
        var written = new ByteArrayOutputStream();
        scope.grant().keys().current().writeTo(new DataOutputStream(written));
        byte[] key = Arrays.copyOfRange(written.toByteArray(), 4, 36);
        List<byte[]> secrets =
                List.of(key, scope.lend("privacy-anchor", byte[]::clone), scope.lend("telemetry", byte[]::clone));
        String text = scope + " " + scope.store() + " " + scope.grant() + " "
                + scope.grant().keys() + " " + scope.database();
        assertThat(text).startsWith("PlatformScope[RUN] PlatformStore[TenantStore[writable]] Grant[opsatc-platform] ");
        for (byte[] secret : secrets) {
            assertThat(text)
                    .doesNotContain(Hex.encode(secret))
                    .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
        }

        assertThat(secrets).doesNotHaveDuplicates();
        assertThat(scope).isNotInstanceOf(Serializable.class);
        assertThat(scope.store()).isNotInstanceOf(Serializable.class);
    }

    private TenantScope tenantScope(TenantId tenant) {
        return platform.tenancy().open(tenant, new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.RUN);
    }

    private int number(String query) {
        return platform.tenancy()
                .database()
                .transact(
                        "test",
                        handle -> handle.createQuery(query).mapTo(int.class).one());
    }

    private static boolean takes(Method method, Class<?> type) {
        return List.of(method.getParameterTypes()).contains(type);
    }
}
