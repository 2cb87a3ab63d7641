package com.opsatc.telemetry.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.run.TelemetryOutcome.Utility;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.release.Noise;
import com.opsatc.telemetry.testing.RepeatableUniforms;
import com.opsatc.telemetry.testing.SampleManifests;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A simulated fleet is released as the shipped manifest says, the same for the same seed; a small one shows little. */
class FleetUtilityTest {
    private static final Manifest MANIFEST = SampleManifests.shipped();

    @Test
    void simulate_tenTenants_withholdsQuantiles() {
        List<Utility> found = simulate(13, 91, 10);

        for (int window : new int[] {7, 28, 91}) {
            requireWithheld(found, window, "latency_p50");
        }
    }

    @Test
    void simulate_sameSeed_givesTheSame() {
        assertThat(simulate(20, 7, 3)).isEqualTo(simulate(20, 7, 3)).hasSize(5);
    }

    @Test
    void simulate_nothing_isRefused() {
        assertThatThrownBy(() -> new SimulatedFleet(0, 7, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid fleet: expected at least one tenant and one day");
        assertThatThrownBy(() -> simulate(5, 7, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid simulation: expected at least one run");
    }

    private static List<Utility> simulate(int tenants, int days, int runs) {
        return FleetUtility.simulate(
                MANIFEST, new SimulatedFleet(tenants, days, 17), runs, Noise.of(new RepeatableUniforms(5)));
    }

    private static void requireWithheld(List<Utility> found, int window, String metric) {
        assertThat(utility(found, window, metric).median())
                .as("%s of %d days", metric, window)
                .isNull();
        assertThat(utility(found, window, metric).p90()).isNull();
    }

    private static Utility utility(List<Utility> found, int window, String metric) {
        return found.stream()
                .filter(each -> each.windowDays() == window && each.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }
}
