package com.opsatc.tenancy.tenant;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.database.RoleLogins;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.key.KeyStore;
import com.opsatc.tenancy.store.StoreLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes a tenant out of a home, its key first: from then on nothing that may be left can be read. Its row goes last, so that a
 * removal that was killed can be done again, to the end.
 */
final class TenantRemoval {
    /** The tables that name tenants, those that others refer to last. */
    private static final List<String> TABLES =
            List.of("outbox", "head", "run", "workflow_switch", "tenant_source", "withdrawn_file", "tenant_change");

    private final Home home;
    private final KeyStore keys;
    private final Database database;

    TenantRemoval(Home home, KeyStore keys, Database database) {
        this.home = home;
        this.keys = keys;
        this.database = database;
    }

    void remove(TenantId tenant) {
        keys.forget(tenant);
        deleteTree(home.tenant(tenant));
        logs(tenant).forEach(TenantRemoval::delete);
        delete(home.tenantConfiguration(tenant)); // or it would be another tenant's that gets the name
        database.transact("remove tenant " + tenant, handle -> {
            for (String table : TABLES) {
                handle.execute("DELETE FROM " + table + " WHERE tenant = ?", tenant);
            }

            for (String table : List.of("iceberg_tables", "iceberg_namespace_properties")) {
                handle.execute("DELETE FROM " + table + " WHERE catalog_name = ?", StoreLocation.catalog(tenant));
            }

            RoleLogins.remove(handle, tenant);
            return handle.execute("DELETE FROM tenant WHERE id = ?", tenant);
        });
    }

    /** A run's log is named by tenant and attempt, which is digits and then hexadecimal digits. */
    private List<Path> logs(TenantId tenant) {
        try (Stream<Path> files = Files.list(home.logs())) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .matches("run-" + tenant.value() + "-[0-9]{14}[0-9a-f]{8}\\.log"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path folder) {
        try {
            PrivateDirectory.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
