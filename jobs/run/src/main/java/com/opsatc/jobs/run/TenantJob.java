package com.opsatc.jobs.run;

import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** What a tenant's process does. */
@FunctionalInterface
interface TenantJob {
    /** Runs to the end, or fails with a {@link com.opsatc.contract.error.PipelineException}. */
    RunOutcome run(Supplier<SparkSession> sessions, TenantScope scope, RunRequest request, ProgressSink progress);
}
