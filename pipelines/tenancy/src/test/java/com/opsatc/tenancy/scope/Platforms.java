package com.opsatc.tenancy.scope;

import com.google.crypto.tink.subtle.Hex;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One real platform, with its own embedded server, for all tests of a JVM; stopped and removed when that ends. */
public final class Platforms {
    public static final Instant NOW = Instant.parse("2026-03-29T01:30:00.123456Z");

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Map<Class<?>, Supplier<AutoCloseable>> OPENED =
            Map.of(TenantScope.class, () -> scope(tenant(), Purpose.RUN), OwnPlatform.class, OwnPlatform::new);
    private static Tenancy shared;
    private static Path directory;

    private Platforms() {}

    /** Passes each test's own tenant, opened for a run, or own platform to its constructor, and closes it after the test. */
    public static final class Extension implements ParameterResolver {
        private static final Namespace OF_TEST = Namespace.create(Extension.class);

        @Override
        public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
            return ExtensionContextScope.TEST_METHOD;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return OPENED.containsKey(parameter.getParameter().getType());
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(OF_TEST)
                    .getOrComputeIfAbsent(
                            parameter.getParameter().getType(),
                            type -> OPENED.get(type).get());
        }
    }

    /** The shared platform. */
    public static synchronized Tenancy shared() {
        if (shared == null) {
            try {
                directory = Files.createTempDirectory("opsatc-platform");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            shared = open(directory);
            Runtime.getRuntime().addShutdownHook(new Thread(Platforms::stop));
        }

        return shared;
    }

    /** A new platform, or the one that is there already, in a directory. */
    public static Tenancy open(Path directory) {
        return Tenancy.open(
                Home.create(directory.resolve("home")),
                RootKeys.of(directory.resolve("config/root.key").toString()));
    }

    /** The shared platform's, removed with it. */
    public static Path folder() {
        shared();
        return directory;
    }

    /** A new tenant of the shared platform. */
    public static TenantId tenant() {
        TenantId tenant = new TenantId("tenant-" + COUNTER.incrementAndGet());
        Tenants.of(shared()).add(tenant, Region.LOCAL, ZoneId.of("Europe/Berlin"), NOW);
        return tenant;
    }

    /** A scope of the shared platform. */
    public static TenantScope scope(TenantId tenant, Purpose purpose) {
        return shared().open(tenant, new Actor("tester"), Role.OPERATOR, Source.TEST, purpose);
    }

    /** A scope whose database is reached at another port of this machine. */
    public static TenantScope scopeAt(TenantId tenant, int port) {
        TenantScope direct = scope(tenant, Purpose.RUN);
        var grant = new TenantScope.Grant(
                direct.keys(),
                direct.handedSigner(),
                direct.verifier(),
                direct.log().id(),
                direct.log().subjects());
        Database database = elsewhere(direct.database()::writeTo, url -> url.replaceAll(":[0-9]+/", ":" + port + "/"));
        return new TenantScope(direct.attribution(), direct.place(), grant, database, "proxied-" + port, direct::close);
    }

    /** The same login with another URL; the caller closes it. */
    static Database elsewhere(HandOverFrame.Body database, UnaryOperator<String> place) {
        try {
            var login = new ByteArrayOutputStream();
            database.writeTo(new DataOutputStream(login));
            var in = new DataInputStream(new ByteArrayInputStream(login.toByteArray()));
            var moved = new ByteArrayOutputStream();
            new DataOutputStream(moved).writeUTF(place.apply(in.readUTF()));
            in.transferTo(moved);
            return Database.readFrom(new DataInputStream(new ByteArrayInputStream(moved.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every secret of a scope: the tenant's key, the signing seed, the database's password as text and as bytes. */
    public static List<byte[]> secrets(TenantScope scope) {
        try {
            var key = new ByteArrayOutputStream();
            scope.keys().current().writeTo(new DataOutputStream(key));
            var signer = new ByteArrayOutputStream();
            scope.signer().writeTo(new DataOutputStream(signer));
            var database = new ByteArrayOutputStream();
            scope.database().writeTo(new DataOutputStream(database));
            byte[] login = database.toByteArray();
            String password = new String(login, login.length - 128, 128, StandardCharsets.UTF_16BE);
            return List.of(
                    Arrays.copyOfRange(key.toByteArray(), 4, 36),
                    Arrays.copyOf(signer.toByteArray(), 32),
                    password.getBytes(StandardCharsets.US_ASCII),
                    Hex.decode(password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop() {
        shared.stopServer();
        shared.close();
        try (var files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
