package com.opsatc.process.run.input;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.run.ProgressSink;
import com.opsatc.process.publish.ReportRenderer;
import com.opsatc.tenancy.scope.TenantScope;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/**
 * What a run is given besides its request: the tenant's scope, a session that knows the tenant's catalog, and the edges
 * that lie above this module.
 *
 * @param sessions gives the one session; it is started when it is first asked for, which a run with nothing new never does
 * @param catalog name of the tenant's catalog in the session
 * @param report renders the report from published documents
 * @param clock for the ledger and the head only: no figure depends on it
 */
public record RunEnvironment(
        Supplier<SparkSession> sessions,
        TenantScope scope,
        String catalog,
        ReportRenderer report,
        ProgressSink progress,
        InstantSource clock) {
    public RunEnvironment {
        requireNonNull(sessions, "sessions");
        requireNonNull(scope, "scope");
        requireNonNull(catalog, "catalog");
        requireNonNull(report, "report");
        requireNonNull(progress, "progress");
        requireNonNull(clock, "clock");
    }

    public SparkSession session() {
        return sessions.get();
    }
}
