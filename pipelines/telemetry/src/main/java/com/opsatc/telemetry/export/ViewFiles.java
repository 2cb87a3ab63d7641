package com.opsatc.telemetry.export;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.telemetry.FleetStage;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.contract.telemetry.WindowRow;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.publish.ProbeLane;
import com.opsatc.telemetry.publish.PublishedDay;
import com.opsatc.telemetry.publish.ReleaseFolder;
import com.opsatc.telemetry.window.FleetStages;
import com.opsatc.telemetry.window.WindowViews;
import java.util.List;
import java.util.Optional;

/**
 * The files beside the release that are computed from it: tables of windows and charges, the view, and its exports. They need
 * neither the restricted zone nor the ledger, and are the same bytes from the same release.
 */
public final class ViewFiles {
    /** The document that pages and readers show. */
    public static final String VIEW = "telemetry-view.json";

    private static final String OTLP = "platform-telemetry.otlp.json";
    private static final String PROMETHEUS = "platform-telemetry.prom";
    private static final int PROBE_DAYS = 91;

    private final ReleaseFolder folder;
    private final Manifest manifest;
    private final String codeVersion;

    public ViewFiles(ReleaseFolder folder, Manifest manifest, String codeVersion) {
        this.folder = folder;
        this.manifest = manifest;
        this.codeVersion = codeVersion;
    }

    /**
     * Computes and replaces all of them.
     *
     * @param contractedTenants by the control plane; only the stage, which is public, follows from it
     * @return the view that was written
     */
    public TelemetryView replace(int contractedTenants) {
        return replace(FleetStages.of(contractedTenants, manifest.fleetMinimum(), before()));
    }

    /** As {@link #replace(int)}, for a stage that is known. */
    public TelemetryView replace(FleetStage stage) {
        List<PublishedDay> days = folder.days().stream().map(folder::read).toList();
        WindowViews views = new WindowViews(manifest, days, codeVersion);
        List<WindowRow> windows = views.windows();
        TelemetryView view = views.view(windows, stage, ProbeLane.of(folder).last(PROBE_DAYS));
        folder.replaceWindows(windows);
        folder.replaceLedger(views.ledger());
        folder.replace(VIEW, CanonicalJson.write(view));
        folder.replace(OTLP, OtlpGauges.of(view));
        folder.replace(PROMETHEUS, PrometheusText.of(view));
        return view;
    }

    /** The view that was written last; empty before the first. */
    public Optional<TelemetryView> find() {
        return folder.find(VIEW).map(json -> CanonicalJson.read(json, TelemetryView.class));
    }

    /** A view that a later version cannot read has no say in the stage. */
    private Optional<FleetStage> before() {
        try {
            return find().map(TelemetryView::stage);
        } catch (PipelineException e) {
            if (e.code() == ErrorCode.CONFIGURATION) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
