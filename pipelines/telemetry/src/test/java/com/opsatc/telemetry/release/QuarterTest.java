package com.opsatc.telemetry.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.telemetry.export.ViewFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A quarter of a year that waits is released whole, each day charged once, and its views are computed. */
@Tag("campaign")
class QuarterTest {
    private static final int DAYS = 91;

    @Test
    void release_quarterOfAYear_chargesEveryDay() {
        try (ReleaseLab lab = new ReleaseLab(DAYS)) {
            for (int day = 0; day < DAYS; day++) {
                lab.commit(day, 200 * 65_536L);
            }

            assertThat(lab.release()).hasSize(DAYS);
            TelemetryView view = new ViewFiles(lab.folder(), lab.manifest, "test").replace(200);

            assertThat(view.budget().daysCharged()).isEqualTo(DAYS);
        }
    }
}
