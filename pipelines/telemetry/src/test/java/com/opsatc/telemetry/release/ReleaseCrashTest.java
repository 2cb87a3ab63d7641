package com.opsatc.telemetry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.telemetry.CellRow;
import com.opsatc.contract.telemetry.ReleaseRow;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.kernel.privacy.Rational;
import com.opsatc.telemetry.ledger.LedgerEntry;
import com.opsatc.telemetry.ledger.LedgerEntry.State;
import com.opsatc.telemetry.ledger.Rho;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A release that is killed anywhere, repeated, or done twice at a time gives readers at most one draw, and the ledger knows. */
@ExtendWith(ReleaseLab.Extension.class)
class ReleaseCrashTest {
    private final ReleaseLab lab;

    ReleaseCrashTest(ReleaseLab lab) {
        this.lab = lab;
    }

    @ParameterizedTest
    @EnumSource(ReleaseStep.class)
    void release_killedAfterAnyStep_isTakenUpWithoutASecondDraw(ReleaseStep step) {
        LocalDate one = lab.commit(0, 1000);
        LocalDate two = lab.commit(1, 2000);
        LocalDate three = lab.commit(2, 3000);

        assertThatThrownBy(() -> lab.release(20, Killed.after(step, two))).isInstanceOf(Killed.class);
        List<String> stored = lab.store.list("noised");
        byte[] vector = stored.contains(path(two)) ? lab.store.read(path(two)) : null;
        requireLedgerCoversWhatIsPublished();
        List<ReleaseStep> again = new ArrayList<>();
        lab.release(20, (taken, day) -> {
            if (day.equals(two)) {
                again.add(taken);
            }
        });

        boolean safe = step.compareTo(ReleaseStep.STORED) >= 0;
        assertThat(again).doesNotContain(ReleaseStep.DRAWN, ReleaseStep.STORED);
        assertThat(lab.published(two)).containsExactly(safe ? ReleaseStatus.RELEASED : ReleaseStatus.LOST);
        assertThat(lab.states(two)).containsExactly(safe ? State.PUBLISHED : State.LOST);
        assertThat(lab.states(one)).containsExactly(State.PUBLISHED);
        assertThat(lab.states(three)).containsExactly(State.PUBLISHED);
        if (safe) {
            assertThat(lab.store.read(path(two))).isEqualTo(vector);
        } else {
            assertThat(lab.store.exists(path(two))).isFalse();
            assertThat(lab.folder().read(two).cells())
                    .extracting(CellRow::noisyUnits)
                    .containsOnlyNulls();
        }
        requireLedgerCoversWhatIsPublished();
        assertThat(lab.release()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ReleaseStep.class)
    void release_killedAgainWhileTakenUp_endsTheSame(ReleaseStep step) {
        LocalDate day = lab.commit(0, 1000);
        assertThatThrownBy(() -> lab.release(20, Killed.after(ReleaseStep.STORED)))
                .isInstanceOf(Killed.class);
        byte[] vector = lab.store.read(path(day));

        try {
            lab.release(20, Killed.after(step));
        } catch (Killed e) {
            assertThat(e).hasMessage("killed after " + step);
        }
        lab.release();

        assertThat(lab.store.read(path(day))).isEqualTo(vector);
        assertThat(lab.published(day)).containsExactly(ReleaseStatus.RELEASED);
        assertThat(lab.states(day)).containsExactly(State.PUBLISHED);
    }

    @ParameterizedTest
    @EnumSource(ReleaseStep.class)
    void release_killedAndInputChanged_isRefusedAndWhatWasPublishedStays(ReleaseStep step) {
        LocalDate day = lab.commit(0, 1000);
        assertThatThrownBy(() -> lab.release(20, Killed.after(step))).isInstanceOf(Killed.class);
        boolean published = lab.folder().published(day);
        lab.store.delete("exact/" + day + ".json");
        lab.commit(0, 1001);

        assertThatThrownBy(lab::release)
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                .hasMessageContaining("the day was charged for another exact vector or manifest");
        assertThat(lab.folder().published(day)).isEqualTo(published);
        assertThat(lab.states(day)).doesNotContain(State.LOST);
    }

    @Test
    void release_killedAndVectorsExpired_isFinishedFromWhatWasStored() {
        LocalDate day = lab.commit(0, 1000);
        assertThatThrownBy(() -> lab.release(20, Killed.after(ReleaseStep.STORED)))
                .isInstanceOf(Killed.class);
        lab.store.delete("exact/" + day + ".json");

        lab.release();

        assertThat(lab.published(day)).containsExactly(ReleaseStatus.RELEASED);
        assertThat(lab.states(day)).containsExactly(State.PUBLISHED);
    }

    @Test
    void release_killedWhileTheFleetShrinks_isFinished() {
        LocalDate day = lab.commit(0, 1000);
        assertThatThrownBy(() -> lab.release(20, Killed.after(ReleaseStep.STORED)))
                .isInstanceOf(Killed.class);

        lab.release(19, ReleaseLab.NOBODY);

        assertThat(lab.published(day)).containsExactly(ReleaseStatus.RELEASED);
    }

    @Test
    void release_twoAtATime_oneIsRefusedOrFindsAllDone() throws Exception {
        lab.commit(0, 1000);
        lab.commit(1, 2000);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<List<ReleasedDay>> slow = threads.submit(() -> lab.release(20, (step, day) -> {
                inside.countDown();
                await(refused);
            }));
            await(inside);
            assertThatThrownBy(lab::release)
                    .isInstanceOfSatisfying(
                            PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCKED))
                    .hasMessage("Cannot release telemetry: another release is running; wait until it has ended");
            refused.countDown();
            assertThat(slow.get()).hasSize(2);
        } finally {
            threads.shutdownNow();
        }
        assertThat(lab.release()).isEmpty();
    }

    /** Two machines share a ledger but no lock: the second finds the day reserved and gives it up, the first must not publish. */
    @Test
    void release_overtakenByAnotherMachine_publishesNothing() {
        LocalDate day = lab.commit(0, 1000);
        Path elsewhere = PrivateDirectory.create(lab.root.resolve("elsewhere"));

        assertThatThrownBy(() -> lab.release(20, (step, date) -> {
                    if (step == ReleaseStep.DRAWN) {
                        ReleaseLab other = lab.elsewhere(elsewhere);
                        other.release();
                        assertThat(other.published(day)).containsExactly(ReleaseStatus.LOST);
                    }
                }))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("is LOST without this vector, and a block never goes back");
        assertThat(lab.folder().days()).isEmpty();
    }

    private void requireLedgerCoversWhatIsPublished() {
        Rho charged = lab.ledger.list().stream().map(LedgerEntry::rho).reduce(Rho.ZERO, Rho::plus);
        Rational published = Rational.ZERO;
        for (LocalDate day : lab.folder().days()) {
            for (ReleaseRow row : lab.folder().read(day).release()) {
                if (row.status() == ReleaseStatus.RELEASED) {
                    published = published.plus(Rational.parse(row.rhoNum() + "/" + row.rhoDen()));
                }
            }
        }
        assertThat(new Rational(charged.numerator(), charged.denominator())).isGreaterThanOrEqualTo(published);
        assertThat(hidden()).isEmpty();
    }

    private List<Path> hidden() {
        try (Stream<Path> found =
                Files.isDirectory(lab.root.resolve("days")) ? Files.list(lab.root.resolve("days")) : Stream.of()) {
            return found.filter(path -> path.getFileName().toString().startsWith("."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(LocalDate day) {
        return "noised/" + day + ".json";
    }
}
