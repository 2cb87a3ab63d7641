package com.opsatc.jobs.report.testing;

import com.opsatc.contract.id.Sha256;
import com.opsatc.jobs.report.ReportPage;
import com.opsatc.jobs.report.telemetry.TelemetryPage;

/** Renders the samples in a process of its own and prints the digests of the pages. */
public final class RenderSample {
    private RenderSample() {}

    public static void main(String[] arguments) {
        System.out.println(Sha256.of(ReportPage.render(SampleDocuments.twoProcesses())));
        System.out.println(Sha256.of(TelemetryPage.render(SampleTelemetry.troubled())));
    }
}
