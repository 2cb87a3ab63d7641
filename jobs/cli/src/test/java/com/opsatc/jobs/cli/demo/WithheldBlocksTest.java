package com.opsatc.jobs.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.contract.telemetry.TelemetryView.BlockState;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithheldBlocksTest {
    @Test
    void of_smallFleet_saysThatTheTenantsAreTooFew() {
        assertThat(of(ReleaseStatus.SUPPRESSED_MIN_TENANTS, ReleaseStatus.SUPPRESSED_MIN_TENANTS))
                .containsExactly(
                        "2 of 2 blocks not shown: the fleet has fewer than 20 tenants, so no figure of theirs leaves");
    }

    @Test
    void of_severalReasons_saysEachWithItsOwnCount() {
        assertThat(of(
                        ReleaseStatus.LOST,
                        ReleaseStatus.RELEASED,
                        ReleaseStatus.SUPPRESSED_BUDGET,
                        ReleaseStatus.SUPPRESSED_BUDGET,
                        ReleaseStatus.NOT_DECLARED))
                .containsExactly(
                        "2 of 5 blocks not shown: the year's privacy budget does not cover the day",
                        "1 of 5 blocks not shown: charged, and gone before it was safe",
                        "1 of 5 blocks not shown: no released day has the block");
    }

    @Test
    void of_everythingReleased_saysNothingOfAFleetThatIsTooSmall() {
        assertThat(of(ReleaseStatus.RELEASED, ReleaseStatus.RELEASED))
                .containsExactly("all 2 blocks shown, with noise");
    }

    private static List<String> of(ReleaseStatus... statuses) {
        return WithheldBlocks.of(
                Arrays.stream(statuses)
                        .map(status ->
                                new BlockState("block", BlockKind.ACTIVITY, "Block", 1, status, BigDecimal.valueOf(42)))
                        .toList(),
                20);
    }
}
