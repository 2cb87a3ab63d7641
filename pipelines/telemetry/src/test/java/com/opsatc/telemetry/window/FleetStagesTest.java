package com.opsatc.telemetry.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.telemetry.FleetStage;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetStagesTest {
    @ParameterizedTest
    @CsvSource({
        "19,, S0",
        "20,, S1",
        "99,, S1",
        "100,, S2",
        "999,, S2",
        "1000,, S3",
        "19, S3, S0",
        "20, S0, S1",
        "90, S2, S2",
        "89, S2, S1",
        "99, S1, S1",
        "900, S3, S3",
        "899, S3, S2",
        "95, S3, S2"
    })
    void of_contractsAndStageBefore_movesDownOneTenthBelow(int tenants, FleetStage before, FleetStage expected) {
        assertThat(FleetStages.of(tenants, 20, Optional.ofNullable(before))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"49, S0", "50, S1"})
    void of_largerMinimum_isKept(int tenants, FleetStage expected) {
        assertThat(FleetStages.of(tenants, 50, Optional.empty())).isEqualTo(expected);
    }
}
