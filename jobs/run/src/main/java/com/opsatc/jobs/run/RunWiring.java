package com.opsatc.jobs.run;

import com.opsatc.jobs.report.ReportInput;
import com.opsatc.jobs.report.ReportPage;
import com.opsatc.process.publish.ReportRenderer;
import com.opsatc.process.run.TenantRun;
import com.opsatc.process.run.input.RunEnvironment;
import com.opsatc.tenancy.iceberg.IcebergCatalog;
import java.time.Clock;

/** Wires the pipeline's run to what it may not know itself: how a report is rendered, and what time it is. */
final class RunWiring {
    private RunWiring() {}

    static TenantJob tenantRun() {
        return (sessions, scope, request, progress) -> TenantRun.execute(
                new RunEnvironment(
                        sessions,
                        scope,
                        IcebergCatalog.alias(scope.tenant()),
                        RunWiring::report,
                        progress,
                        Clock.systemUTC()),
                request);
    }

    private static byte[] report(ReportRenderer.Input documents) {
        return ReportPage.render(new ReportInput(
                documents.kpis(),
                documents.edges(),
                documents.variants(),
                documents.bottlenecks(),
                documents.waiting(),
                documents.ageing(),
                documents.rules(),
                documents.findings(),
                documents.recommendations(),
                documents.quality(),
                documents.definitions()));
    }
}
