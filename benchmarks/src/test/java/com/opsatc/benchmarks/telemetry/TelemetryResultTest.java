package com.opsatc.benchmarks.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TelemetryResultTest {
    @Test
    void of_runs_comparesSpeedWithTheReadingAndMemoryByWhatGrew() {
        TelemetryResult result = TelemetryResult.of(
                List.of(run("direct", 1_000_000, 10_000, 1_500, 40)),
                List.of(
                        run("direct", 4_000_000, 10_000, 6_000, 42),
                        run("spark", 4_000_000, 10_000, 5_000, 60),
                        run("tokens", 4_000_000, 10_000, 2_000, 5)),
                List.of(run("direct", 4_000_000, 40_000, 7_000, 126)),
                List.of(run("direct", 4_000_000, 160_000, 9_000, 462)));

        assertThat(result.pointsPerMinute()).isEqualTo(40_000_000);
        assertThat(result.ratioTokens()).isEqualByComparingTo("3");
        assertThat(result.memoryByPoints()).isEqualByComparingTo("1.05");
        assertThat(result.memoryByUserDays()).isEqualByComparingTo("3");
        assertThat(result.bytesPerUserDay()).containsExactly(2_936L, 2_936L);
        assertThat(result.runs()).hasSize(6);
        assertThat(result.text())
                .contains("points/min 40,000,000   ratio_tokens 3.00")
                .contains("with 4 times the points: 1.05 times, with 4 times the user-days: 3.00 times")
                .contains("each user-day needs 2,936 bytes more up to 4 times as many, 2,936 from 4 to 16 times");
    }

    private static TelemetryRun run(String engine, long points, long userDays, long warmMillis, long heapMebi) {
        return new TelemetryRun(engine, points, userDays, points, 2 * warmMillis, warmMillis, heapMebi, 900);
    }
}
