package com.opsatc.telemetry.testing;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real platform of 20 tenants with its own Postgres, shared by the tests of a JVM and removed when that ends; each test
 * takes days of its own.
 */
public final class RealPlatform {
    public static final Instant NOW = Instant.parse("2026-11-20T01:30:00Z");

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final AtomicInteger DAYS = new AtomicInteger();
    private static Path folder;
    private static Tenancy shared;

    private RealPlatform() {}

    private static synchronized Tenancy shared() {
        if (shared == null) {
            try {
                folder = Files.createTempDirectory("opsatc-platform");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            shared = open(folder);
            for (int tenant = 0; tenant < 20; tenant++) {
                Tenants.of(shared).add(new TenantId("tenant-" + tenant), Region.LOCAL, ZoneId.of("UTC"), NOW);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(RealPlatform::remove));
        }
        return shared;
    }

    private static void remove() {
        shared.stopServer();
        shared.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The platform that is in a folder. */
    public static Tenancy open(Path folder) {
        return Tenancy.open(
                Home.create(folder.resolve("home")),
                RootKeys.of(folder.resolve("config/root.key").toString()));
    }

    /** The database by the login that owns it. */
    public static Database database() {
        return shared().database();
    }

    public static Path folder() {
        shared();
        return folder;
    }

    public static PlatformScope scope() {
        return scope(shared());
    }

    public static PlatformScope scope(Tenancy tenancy) {
        return tenancy.openPlatform(new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.RUN);
    }

    /** The first of so many days that no other test releases, after those of all that asked before. */
    public static LocalDate days(int days) {
        return FIRST.plusDays(DAYS.getAndAdd(days));
    }
}
