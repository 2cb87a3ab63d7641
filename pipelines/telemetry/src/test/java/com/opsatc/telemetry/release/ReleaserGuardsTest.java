package com.opsatc.telemetry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.telemetry.ReleaseRow;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.telemetry.exact.ExactDays;
import com.opsatc.telemetry.testing.ExactFixtures;
import com.opsatc.telemetry.testing.RealPlatform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a release looks at whether or not there is something to charge: the anchor, the clock, and the age of vectors. */
@ExtendWith(ReleaseLab.Extension.class)
class ReleaserGuardsTest {
    private final ReleaseLab lab;

    ReleaserGuardsTest(ReleaseLab lab) {
        this.lab = lab;
    }

    /** Where nothing is charged, nobody else would look at the clock. */
    @Test
    void release_clockBeforeTheLastRelease_isRefusedBeforeAnythingIsWritten() throws Exception {
        lab.commit(0, 5);
        lab.release();
        LocalDate next = lab.commit(1, 5);
        Path abandoned = Files.createDirectory(lab.root.resolve("days").resolve("." + next + ".1"));
        Instant dayBefore = ReleaseLab.NOW.minus(Duration.ofDays(1));

        for (int tenants : List.of(20, 19)) {
            assertThatThrownBy(
                            () -> lab.releaser(dayBefore, tenants, lab.ledger).release())
                    .isInstanceOfSatisfying(
                            PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                    .hasMessage(
                            "Cannot release telemetry: the clock went back: it is 2026-11-19 in UTC, and the ledger's"
                                    + " last reservation is of 2026-11-20; set the clock");
        }
        assertThat(lab.folder().published(next)).isFalse();
        assertThat(lab.states(next)).isEmpty();
        assertThat(abandoned).exists();
    }

    @Test
    void release_clockBeforeTheLastReleaseAndNothingNew_isRefused() {
        lab.commit(0, 5);
        lab.release();

        assertThatThrownBy(() -> lab.releaser(ReleaseLab.NOW.minus(Duration.ofDays(1)), 20, lab.ledger)
                        .release())
                .hasMessageStartingWith("Cannot release telemetry: the clock went back: ");
        assertThat(lab.releaser(ReleaseLab.NOW.minus(Duration.ofMinutes(90)), 20, lab.ledger)
                        .release())
                .as("the same UTC day")
                .isEmpty();
    }

    @Test
    void release_anchorMissing_isRefusedBelowTheFleetMinimumToo() throws Exception {
        lab.commit(0, 5);
        lab.release();
        LocalDate next = lab.commit(1, 5);
        Path anchor = RealPlatform.folder().resolve("config/root.key.privacy-anchor");
        Path aside = Files.move(anchor, anchor.resolveSibling("aside"));
        try {
            assertThatThrownBy(() -> lab.release(19, ReleaseLab.NOBODY))
                    .isInstanceOfSatisfying(
                            PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                    .hasMessageContaining("but the anchor is missing");
            assertThat(lab.folder().published(next)).isFalse();
            assertThat(anchor).doesNotExist();
        } finally {
            Files.move(aside, anchor);
        }
        assertThat(lab.release(19, ReleaseLab.NOBODY))
                .extracting(ReleasedDay::day)
                .containsExactly(next);
    }

    @Test
    void release_vectorsOlderThanSevenDays_areDeleted() {
        LocalDate day = lab.first;
        new ExactDays(lab.store).commit(ExactFixtures.day(lab.manifest, day, 5, day.plusDays(1)));

        lab.release();

        assertThat(lab.published(day)).containsExactly(ReleaseStatus.RELEASED);
        assertThat(new ExactDays(lab.store).days()).isEmpty();
        assertThat(lab.release()).isEmpty();
    }

    @Test
    void release_vectorsDeletedBeforeTheyWereReleased_isLostAndNotCharged() {
        LocalDate day = lab.first;
        LocalDate next = lab.commit(1, 5);
        ExactDays exact = new ExactDays(lab.store);
        exact.commit(ExactFixtures.day(lab.manifest, day, 5, day.plusDays(1)));
        assertThat(exact.expire(day.plusDays(9))).containsExactly(day);

        assertThat(lab.release()).extracting(ReleasedDay::day).containsExactly(day, next);

        assertThat(lab.published(day)).containsExactly(ReleaseStatus.LOST);
        assertThat(lab.folder().read(day).cells()).hasSize(24).allMatch(cell -> cell.noisyUnits() == null);
        assertThat(lab.folder().read(day).release())
                .extracting(ReleaseRow::rhoNum)
                .containsOnly("0");
        assertThat(lab.states(day)).isEmpty();
        assertThat(lab.published(next)).containsExactly(ReleaseStatus.RELEASED);
        assertThat(lab.release()).isEmpty();
    }

    @Test
    void release_vectorsDeletedInAFleetBelowTheMinimum_isSuppressed() {
        LocalDate day = lab.first;
        ExactDays exact = new ExactDays(lab.store);
        exact.commit(ExactFixtures.day(lab.manifest, day, 5, day.plusDays(1)));
        exact.expire(day.plusDays(9));

        lab.release(19, ReleaseLab.NOBODY);

        assertThat(lab.published(day)).containsExactly(ReleaseStatus.SUPPRESSED_MIN_TENANTS);
    }
}
