package com.opsatc.jobs.report.telemetry;

import com.opsatc.contract.telemetry.FleetStage;
import com.opsatc.contract.telemetry.TelemetryView;
import java.util.List;

/**
 * All figures of one window length.
 *
 * @param chosen whether the page opens with it
 * @param notice what the size of the fleet means for it; null when nothing
 */
record WindowView(int days, boolean chosen, String notice, List<SectionView> sections) {
    private static final List<Integer> DAYS = List.of(7, 28, 91);

    static List<WindowView> all(TelemetryView view) {
        return DAYS.stream()
                .map(days -> new WindowView(
                        days, days == opening(view.stage()), notice(view.stage(), days), SectionView.all(view, days)))
                .toList();
    }

    private static int opening(FleetStage stage) {
        return stage == FleetStage.S3 ? 7 : 28;
    }

    private static String notice(FleetStage stage, int days) {
        return stage == FleetStage.S1 && days == 7
                ? "A fleet of this size class supports windows of 28 and 91 days: expect little precision here."
                : null;
    }
}
