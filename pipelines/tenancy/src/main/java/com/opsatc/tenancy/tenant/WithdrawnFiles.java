package com.opsatc.tenancy.tenant;

import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.TenantScope;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Extract files that the next runs leave out, until each is restored. */
public final class WithdrawnFiles {
    private WithdrawnFiles() {}

    /** Withdraws a file; done again, it changes nothing. */
    public static void withdraw(TenantScope scope, String source, Sha256 file, String name, Instant now) {
        scope.requireWrites("withdraw a file");
        scope.database().transact("withdraw a file of tenant " + scope.tenant(), handle -> {
            int withdrawn = handle.execute(
                    "INSERT INTO withdrawn_file (tenant, source, file_sha256, name, withdrawn_at, actor)"
                            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    scope.tenant(),
                    source,
                    file,
                    name,
                    now,
                    scope.actor().name());
            if (withdrawn == 1) {
                TenantChanges.record(handle, scope, now, what(source, name), "counted", "withdrawn");
            }

            return null;
        });
    }

    /** Restores a file; whether it was withdrawn. */
    public static boolean restore(TenantScope scope, String source, Sha256 file, String name, Instant now) {
        scope.requireWrites("restore a file");
        return scope.database().transact("restore a file of tenant " + scope.tenant(), handle -> {
            boolean was = handle.execute(
                            "DELETE FROM withdrawn_file WHERE tenant = ? AND source = ? AND file_sha256 = ?",
                            scope.tenant(),
                            source,
                            file)
                    == 1;
            if (was) {
                TenantChanges.record(handle, scope, now, what(source, name), "withdrawn", "counted");
            }

            return was;
        });
    }

    /** All withdrawn files, by source and name. */
    public static List<WithdrawnFile> list(TenantScope scope) {
        return scope.database()
                .transact(
                        "list the withdrawn files of tenant " + scope.tenant(),
                        handle -> handle.createQuery(
                                        "SELECT source, file_sha256 AS file, name, withdrawn_at AS at, actor FROM withdrawn_file"
                                                + " WHERE tenant = :tenant ORDER BY source COLLATE \"C\", name COLLATE \"C\","
                                                + " file_sha256")
                                .bind("tenant", scope.tenant())
                                .registerColumnMapper(Actor.class, TenantChanges.ACTOR)
                                .map(ConstructorMapper.of(WithdrawnFile.class))
                                .list());
    }

    private static String what(String source, String name) {
        return "source " + source + " file " + name;
    }
}
