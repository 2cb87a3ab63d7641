package com.opsatc.telemetry.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.telemetry.ledger.LedgerEntry.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As {@link ReleaseCrashTest}, with a real process that is killed, the encrypted store and the real ledger with its anchor. */
class KilledProcessTest {
    @ParameterizedTest
    @EnumSource(
            value = ReleaseStep.class,
            names = {"DRAWN", "STORED", "WRITTEN"})
    void release_processKilled_isTakenUpWithoutASecondDraw(ReleaseStep step) throws Exception {
        try (ReleaseLab lab = ReleaseLab.encrypted()) {
            LocalDate day = lab.commit(0, 1000);
            String path = "noised/" + day + ".json";

            try (ReleaseProcess process = ReleaseProcess.start(lab.root, lab.first, step.name())) {
                assertThat(process.said()).isEqualTo(step.name());
            }
            byte[] vector = lab.store.exists(path) ? lab.store.read(path) : null;
            List<ReleaseStep> again = new ArrayList<>();
            lab.release(20, (taken, date) -> again.add(taken));

            boolean safe = step != ReleaseStep.DRAWN;
            assertThat(again).doesNotContain(ReleaseStep.DRAWN, ReleaseStep.STORED);
            assertThat(lab.states(day)).containsExactly(safe ? State.PUBLISHED : State.LOST);
            assertThat(lab.published(day)).containsExactly(safe ? ReleaseStatus.RELEASED : ReleaseStatus.LOST);
            assertThat(vector != null).isEqualTo(safe);
            assertThat(safe ? lab.store.read(path) : null).isEqualTo(vector);
            lab.store.delete("exact/" + day + ".json");
        }
    }
}
