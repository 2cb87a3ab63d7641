package com.opsatc.jobs.report.testing;

import com.opsatc.contract.Sha256;
import com.opsatc.jobs.report.ReportPage;

/** Renders the sample in a process of its own and prints the digest of the page. */
public final class RenderSample {
    private RenderSample() {}

    public static void main(String[] arguments) {
        System.out.println(Sha256.of(ReportPage.render(SampleDocuments.twoProcesses())));
    }
}
