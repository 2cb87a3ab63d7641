package com.opsatc.tenancy.scope;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.tenant.Tenants;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;

/** A platform with a home, a root key and tenants of its own: a schema of the shared server. */
final class OwnPlatform implements AutoCloseable {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Path directory;
    private final Tenancy tenancy;
    private final PlatformScope scope;

    OwnPlatform() {
        String schema = "own" + COUNTER.incrementAndGet();
        directory = PrivateDirectory.create(Platforms.folder().resolve(schema));
        Database shared = Platforms.shared().database();
        shared.transact("test", handle -> handle.execute("CREATE SCHEMA " + schema));
        tenancy = Tenancy.openWith(
                Home.create(directory.resolve("home")),
                RootKeys.of(directory.resolve("config/root.key").toString()),
                Platforms.elsewhere(shared::writeTo, url -> url + "?currentSchema=" + schema));
        scope = scope(Purpose.RUN);
    }

    PlatformScope scope(Purpose purpose) {
        return tenancy.openPlatform(new Actor("tester"), Role.ENGINEER, Source.TEST, purpose);
    }

    Tenancy tenancy() {
        return tenancy;
    }

    PlatformScope scope() {
        return scope;
    }

    TenantId tenant(String name) {
        TenantId id = new TenantId(name);
        Tenants.of(tenancy).add(id, Region.LOCAL, ZoneId.of("UTC"), Platforms.NOW);
        return id;
    }

    void execute(String sql) {
        tenancy.database().transact("test", handle -> handle.execute(sql));
    }

    @Override
    public void close() {
        scope.close();
        tenancy.close();
    }
}
