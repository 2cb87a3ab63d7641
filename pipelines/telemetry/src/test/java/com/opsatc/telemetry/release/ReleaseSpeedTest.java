package com.opsatc.telemetry.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.telemetry.export.ViewFiles;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quarter of a year that waits is released, and its views are computed, in seconds. */
@Tag("campaign")
class ReleaseSpeedTest {
    private static final int DAYS = 91;

    @TempDir
    private Path root;

    @Test
    void release_quarterOfAYear_takesSeconds() {
        try (ReleaseLab lab = new ReleaseLab(root, DAYS)) {
            for (int day = 0; day < DAYS; day++) {
                lab.commit(day, 200 * 65_536L);
            }

            long started = System.nanoTime();
            assertThat(lab.release()).hasSize(DAYS);
            Duration released = Duration.ofNanos(System.nanoTime() - started);
            started = System.nanoTime();
            TelemetryView view = new ViewFiles(lab.folder(), lab.manifest, "test").replace(200);
            Duration viewed = Duration.ofNanos(System.nanoTime() - started);

            System.out.printf("91 days: released in %d ms, viewed in %d ms%n", released.toMillis(), viewed.toMillis());
            assertThat(view.budget().daysCharged()).isEqualTo(DAYS);
            assertThat(released).isLessThan(Duration.ofSeconds(60));
            assertThat(viewed).isLessThan(Duration.ofSeconds(60));
        }
    }
}
