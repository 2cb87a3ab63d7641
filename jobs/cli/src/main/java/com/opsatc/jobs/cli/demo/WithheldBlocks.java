package com.opsatc.jobs.cli.demo;

import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.contract.telemetry.TelemetryView;
import java.util.ArrayList;
import java.util.List;

/** Says how many blocks of a release are not shown, and why: one sentence a reason, as their statuses tell it. */
public final class WithheldBlocks {
    private WithheldBlocks() {}

    /**
     * @param blocks of the view
     * @param fleetMinimum tenants that the manifest asks for
     * @return in the order of {@link ReleaseStatus}; one sentence that all are shown when none is withheld
     */
    public static List<String> of(List<TelemetryView.BlockState> blocks, int fleetMinimum) {
        List<String> sentences = new ArrayList<>();
        for (ReleaseStatus status : ReleaseStatus.values()) {
            long withheld =
                    blocks.stream().filter(block -> block.status() == status).count();
            if (status != ReleaseStatus.RELEASED && withheld > 0) {
                sentences.add(withheld + " of " + blocks.size() + " blocks not shown: " + why(status, fleetMinimum));
            }
        }

        return sentences.isEmpty() ? List.of("all " + blocks.size() + " blocks shown, with noise") : sentences;
    }

    private static String why(ReleaseStatus status, int fleetMinimum) {
        return switch (status) {
            case SUPPRESSED_MIN_TENANTS ->
                "the fleet has fewer than " + fleetMinimum + " tenants, so no figure of theirs leaves";
            case SUPPRESSED_BUDGET -> "the year's privacy budget does not cover the day";
            case LOST -> "charged, and gone before it was safe";
            case NOT_DECLARED -> "no released day has the block";
            case RELEASED -> throw new IllegalArgumentException("Invalid status: what is released is shown");
        };
    }
}
