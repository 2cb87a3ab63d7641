package com.opsatc.telemetry.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.telemetry.ProbeFigures;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeLaneTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 29);

    @TempDir
    private Path temporary;

    @Test
    void put_sameDayAndSource_replacesThatSourceAlone() {
        ProbeLane lane = ProbeLane.of(ReleaseFolder.open(temporary.resolve("release")));

        lane.put(List.of(figures(DAY, "otlp", 5), figures(DAY, "access-log", 7), figures(DAY.plusDays(1), "otlp", 9)));
        lane.put(List.of(figures(DAY, "otlp", 6)));

        assertThat(lane.last(91))
                .containsExactly(
                        figures(DAY, "access-log", 7), figures(DAY, "otlp", 6), figures(DAY.plusDays(1), "otlp", 9));
        assertThat(lane.last(1)).containsExactly(figures(DAY.plusDays(1), "otlp", 9));
        assertThat(temporary.resolve("release/probe/2026-03-29.json")).isRegularFile();
    }

    @Test
    void last_nothingPut_isEmpty() {
        assertThat(ProbeLane.of(ReleaseFolder.open(temporary.resolve("release")))
                        .last(91))
                .isEmpty();
    }

    private static ProbeFigures figures(LocalDate day, String source, long operations) {
        return new ProbeFigures(day, source, "_ALL", operations, 0L, null, null, null, null, null, null, List.of());
    }
}
