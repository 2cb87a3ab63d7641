package com.opsatc.jobs.telemetry;

import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.jobs.report.telemetry.TelemetryPage;
import com.opsatc.telemetry.export.ViewFiles;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.publish.ReleaseFolder;
import java.util.List;

/** Writes all that engineers look at, from the release and the probe lane alone: no key, no exact vector, no database. */
final class EngineerViews {
    private static final String PAGE = "index.html";

    private final ReleaseFolder folder;
    private final Manifest manifest;
    private final String codeVersion;

    EngineerViews(ReleaseFolder folder, Manifest manifest, String codeVersion) {
        this.folder = folder;
        this.manifest = manifest;
        this.codeVersion = codeVersion;
    }

    /**
     * Replaces every view.
     *
     * @param contractedTenants the control plane's count, of which only the stage is shown
     * @return what people open first
     */
    List<String> replace(int contractedTenants) {
        TelemetryView view = new ViewFiles(folder, manifest, codeVersion).replace(contractedTenants);
        folder.replace(PAGE, TelemetryPage.render(view));

        return List.of(PAGE, ViewFiles.VIEW);
    }
}
