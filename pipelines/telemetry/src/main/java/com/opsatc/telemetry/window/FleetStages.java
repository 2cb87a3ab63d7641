package com.opsatc.telemetry.window;

import com.opsatc.contract.telemetry.FleetStage;
import java.util.Optional;

/**
 * What a fleet of its size can be shown, from the control plane's count of contracts.
 *
 * <p>Below the fleet minimum it is S0 at once: that is the gate of the release. Between the other stages a fleet moves up at 100
 * and 1,000 tenants, and down only one tenth below, so that one contract more or less does not move it to and fro.
 */
public final class FleetStages {
    private static final int S2_FROM = 100;
    private static final int S3_FROM = 1000;

    private FleetStages() {}

    /**
     * @param contractedTenants by the control plane
     * @param minimum of the manifest
     * @param before the stage of the view before; empty for the first
     */
    public static FleetStage of(int contractedTenants, int minimum, Optional<FleetStage> before) {
        if (contractedTenants < minimum) {
            return FleetStage.S0;
        }
        if (contractedTenants >= from(S3_FROM, FleetStage.S3, before)) {
            return FleetStage.S3;
        }

        return contractedTenants >= from(S2_FROM, FleetStage.S2, before) ? FleetStage.S2 : FleetStage.S1;
    }

    private static int from(int tenants, FleetStage stage, Optional<FleetStage> before) {
        boolean held = before.isPresent() && before.get().compareTo(stage) >= 0;
        return held ? tenants - tenants / 10 : tenants;
    }
}
