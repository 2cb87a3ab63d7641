package com.opsatc.telemetry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.telemetry.ledger.LedgerEntry;
import com.opsatc.telemetry.ledger.Rho;
import com.opsatc.telemetry.publish.PublishedDay;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** T7: two real processes release the same day of a real platform; one publishes, and the day is charged once. */
class ParallelProcessesTest {
    private static final Rho DAY_COST = Rho.of(288, 100_000);

    private final ReleaseLab lab = ReleaseLab.encrypted();
    private final LocalDate day = lab.commit(0, 1000);

    @AfterEach
    void close() {
        lab.store.delete("exact/" + day + ".json");
        lab.close();
    }

    @Test
    void release_whileAnotherProcessIsBetweenChargeAndDraw_isRefused() throws IOException {
        try (ReleaseProcess other = ReleaseProcess.start(lab.root, lab.first, ReleaseStep.RESERVED.name())) {
            assertThat(other.said()).isEqualTo(ReleaseStep.RESERVED.name());
            assertThatThrownBy(lab::release)
                    .isInstanceOfSatisfying(
                            PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCKED));
            other.goOn();
            assertThat(other.said()).isEqualTo("published 1");
        }

        PublishedDay published = lab.folder().read(day);
        assertThat(lab.release()).isEmpty();
        assertThat(lab.folder().read(day)).isEqualTo(published);
        requireChargedOnce();
    }

    @Test
    void release_twoProcessesAtOnce_onePublishes() throws IOException {
        try (ReleaseProcess one = ReleaseProcess.start(lab.root, lab.first, StoppingRelease.READY);
                ReleaseProcess two = ReleaseProcess.start(lab.root, lab.first, StoppingRelease.READY)) {
            assertThat(List.of(one.said(), two.said())).containsOnly(StoppingRelease.READY);
            one.goOn();
            two.goOn();

            List<String> ends = List.of(one.said(), two.said());
            assertThat(ends).containsOnlyOnce("published 1");
            assertThat(ends).allMatch(List.of("published 1", "published 0", "locked")::contains);
        }

        requireChargedOnce();
    }

    private void requireChargedOnce() {
        assertThat(lab.published(day)).containsExactly(ReleaseStatus.RELEASED);
        assertThat(lab.ledger.list())
                .extracting(LedgerEntry::blockId)
                .containsExactly("activity", "errors", "latency", "features");
        assertThat(lab.ledger.list().stream().map(LedgerEntry::rho).reduce(Rho.ZERO, Rho::plus))
                .isEqualTo(DAY_COST);
    }
}
