package com.opsatc.jobs.telemetry;

import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.TelemetryOutcome;
import com.opsatc.contract.run.TelemetryRequest;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.release.Noise;
import com.opsatc.telemetry.simulate.FleetUtility;
import com.opsatc.telemetry.simulate.SimulatedFleet;
import java.util.List;

/** Simulated fleets: how far the figures of a release would be off. Nothing is read, charged or written. */
final class Simulations {
    private Simulations() {}

    static List<TelemetryOutcome.Utility> run(
            Manifest manifest, TelemetryRequest.Simulation asked, ProgressSink progress) {
        progress.progress("simulate", 0, asked.runs(), 0);
        List<TelemetryOutcome.Utility> utility = FleetUtility.simulate(
                manifest,
                new SimulatedFleet(asked.tenants(), asked.days(), asked.seed()),
                asked.runs(),
                Noise.of(new SimulatedUniforms(asked.seed())));
        progress.finished("simulate", utility.size(), asked.tenants() + " tenants");

        return utility;
    }
}
