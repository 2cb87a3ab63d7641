package com.opsatc.benchmarks;

import com.opsatc.process.eventlog.EventLog;
import com.opsatc.process.store.AttemptTables;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.iceberg.IcebergCatalog;
import com.opsatc.tenancy.key.AesProvider;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.Tenants;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tenant's encrypted tables, opened as a run opens them. */
final class StoredLog implements AutoCloseable {
    private final Tenancy tenancy;
    private final TenantScope scope;
    private final SparkSession session;

    private StoredLog(Workspace workspace) {
        tenancy = Tenancy.open(
                Home.create(workspace.home()), RootKeys.of(workspace.rootKey().toString()));
        if (Tenants.of(tenancy).find(Workspace.TENANT).isEmpty()) {
            Tenants.of(tenancy).add(Workspace.TENANT, Region.LOCAL, ZoneOffset.UTC, Instant.EPOCH);
        }

        scope = tenancy.open(Workspace.TENANT, new Actor("bench"), Role.OPERATOR, Source.TEST, Purpose.RUN);
        session = BenchSession.start(workspace, IcebergCatalog.sparkProperties(scope));
    }

    static StoredLog open(Workspace workspace) {
        // As the process of a run does, which gets its scope from another one.
        AesProvider.install();
        return new StoredLog(workspace);
    }

    SparkSession session() {
        return session;
    }

    AttemptTables tables(Map<String, Long> previous) {
        return new AttemptTables(session, IcebergCatalog.alias(Workspace.TENANT), "bench", previous, table -> {});
    }

    /** The log's rows as the prepared snapshot has them. */
    Dataset<Row> read(Workspace workspace) {
        return tables(Map.of(Workspace.table(), workspace.snapshot())).read(EventLog.log(Workspace.SOURCE));
    }

    @Override
    public void close() {
        session.stop();
        scope.close();
        tenancy.close();
    }
}
