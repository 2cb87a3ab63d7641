package com.opsatc.tenancy.audit;

import com.opsatc.tenancy.OnlyFor;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.Optional;
import java.util.function.Function;

/** What the platform keeps of a tenant's audit log besides its entries: its name, its last signed checkpoint, its key. */
public final class LogState {
    private LogState() {}

    /** The log's name in its checkpoints: {@code opsatc/<tenant>/<log>}. */
    public static String origin(TenantScope scope) {
        return "opsatc/" + scope.tenant() + "/" + scope.log().id();
    }

    /** The last signed checkpoint that was kept; empty before there was one. */
    public static Optional<String> checkpoint(TenantScope scope) {
        return scope.log()
                .database()
                .transact(
                        "read the checkpoint of tenant " + scope.tenant(),
                        handle -> handle.createQuery("SELECT checkpoint FROM audit_log WHERE log = :log"
                                        + " AND checkpoint IS NOT NULL")
                                .bind("log", scope.log().id())
                                .mapTo(String.class)
                                .findOne());
    }

    /** Keeps a signed checkpoint in place of the last one. */
    @OnlyFor("com.opsatc.boundary.audit")
    public static void keep(TenantScope scope, String checkpoint) {
        scope.log()
                .database()
                .transact(
                        "keep the checkpoint of tenant " + scope.tenant(),
                        handle -> handle.execute(
                                "UPDATE audit_log SET checkpoint = ? WHERE log = ?",
                                checkpoint,
                                scope.log().id()));
    }

    /** Lends the seed of the key that signs the log's checkpoints; the array is zeroed afterwards. */
    @OnlyFor("com.opsatc.boundary.audit")
    public static <T> T lendSeed(TenantScope scope, Function<byte[], T> use) {
        return scope.log().lendSeed(use);
    }
}
