package com.opsatc.telemetry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.telemetry.CellRow;
import com.opsatc.contract.telemetry.ReleaseRow;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.kernel.privacy.Rational;
import com.opsatc.kernel.privacy.Zcdp;
import com.opsatc.telemetry.exact.ExactDays;
import com.opsatc.telemetry.ledger.LedgerEntry.State;
import com.opsatc.telemetry.ledger.NewReservation;
import com.opsatc.telemetry.ledger.Reservation;
import com.opsatc.telemetry.ledger.Rho;
import com.opsatc.telemetry.publish.PublishedDay;
import com.opsatc.telemetry.testing.ExactFixtures;
import com.opsatc.telemetry.testing.SampleManifests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ReleaseLab.Extension.class)
class ReleaserTest {
    private final ReleaseLab lab;

    ReleaserTest(ReleaseLab lab) {
        this.lab = lab;
    }

    @Test
    void release_committedDays_publishesEachWithEveryCellNoised() {
        LocalDate one = lab.commit(0, 0);
        LocalDate two = lab.commit(1, 65_536_000);

        List<ReleasedDay> released = lab.release();

        assertThat(released).extracting(ReleasedDay::day).containsExactly(one, two);
        assertThat(released.get(0).blocks().entrySet())
                .extracting(Object::toString)
                .containsExactly("activity=RELEASED", "errors=RELEASED", "latency=RELEASED", "features=RELEASED");
        assertThat(lab.states(one)).containsExactly(State.PUBLISHED);
        PublishedDay day = lab.folder().read(one);
        assertThat(day.cells()).hasSize(24).allMatch(cell -> cell.noisyUnits() != null);
        assertThat(day.cells()).extracting(CellRow::noisyUnits).doesNotHaveDuplicates();
    }

    @Test
    void release_aDay_saysHowItWasProtectedAndNoCount() {
        LocalDate day = lab.commit(0, 7);

        lab.release();

        ReleaseRow errors = lab.folder().read(day).release().get(1);
        assertThat(errors.blockId()).isEqualTo("errors");
        assertThat(errors.mechanism()).isEqualTo("discrete_gaussian");
        // 65536^2 / (2 * 288/100000 * 30/100), rounded up.
        assertThat(errors.sigma2Num()).isEqualTo("2485513481482");
        assertThat(errors.sigma2Den()).isEqualTo("1");
        assertThat(errors.unitScale()).isEqualTo(65_536);
        assertThat(errors.sensTenant()).isEqualTo(65_536);
        assertThat(errors.sensUser()).isEqualTo(6553 + 2 + 2);
        assertThat(errors.rhoNum() + "/" + errors.rhoDen()).isEqualTo("27/31250");
        assertThat(errors.delta()).isEqualTo("1/1000000");
        assertThat(errors.epsYearToDate())
                .isEqualTo(Zcdp.epsilon(Rational.of(288, 100_000), Rational.of(1, 1_000_000)));
        assertThat(errors.codeVersion()).isEqualTo("test");
    }

    @Test
    void release_again_changesNothing() {
        LocalDate day = lab.commit(0, 5);
        lab.release();
        PublishedDay before = lab.folder().read(day);

        assertThat(lab.release()).isEmpty();
        assertThat(lab.folder().read(day)).isEqualTo(before);
    }

    @Test
    void release_nineteenContracts_chargesAndDrawsNothing() {
        LocalDate day = lab.commit(0, 5);

        List<ReleasedDay> released =
                lab.release(19, (step, date) -> assertThat(step).isEqualTo(ReleaseStep.WRITTEN));

        assertThat(released).extracting(ReleasedDay::day).containsExactly(day);
        assertThat(lab.ledger.list()).isEmpty();
        assertThat(lab.published(day)).containsExactly(ReleaseStatus.SUPPRESSED_MIN_TENANTS);
        assertThat(lab.folder().read(day).cells()).hasSize(24).allMatch(cell -> cell.noisyUnits() == null);
        assertThat(lab.folder().read(day).release())
                .extracting(ReleaseRow::sigma2Num)
                .allMatch(Objects::isNull);
        assertThat(lab.store.list("noised")).isEmpty();
    }

    @Test
    void release_fleetGrewAfterwards_leavesTheSuppressedDay() {
        LocalDate suppressed = lab.commit(0, 5);
        lab.release(19, ReleaseLab.NOBODY);
        LocalDate next = lab.commit(1, 5);

        assertThat(lab.release()).extracting(ReleasedDay::day).containsExactly(next);
        assertThat(lab.published(suppressed)).containsExactly(ReleaseStatus.SUPPRESSED_MIN_TENANTS);
        assertThat(lab.states(suppressed)).isEmpty();
    }

    @Test
    void release_largerMinimumInManifest_isKept() {
        var by = SampleManifests.withFleetMinimum(50);
        LocalDate day = lab.first;
        new ExactDays(lab.store).commit(ExactFixtures.day(by, day, 5, day.plusDays(1)));

        lab.releaser(by, 49, lab.ledger, ReleaseLab.NOBODY).release();

        assertThat(lab.published(day)).containsExactly(ReleaseStatus.SUPPRESSED_MIN_TENANTS);
    }

    @Test
    void release_budgetForTwoBlocksOnly_suppressesTheOthersWithoutNoise() {
        LocalDate day = lab.commit(0, 5);
        Rho spent = spentBefore();
        // Activity costs 288/1000000 and errors 864/1000000; latency and features do not fit any more.
        Rho budget = spent.plus(Rho.of(288 + 864, 1_000_000));
        ReleaseLedger poor = new Poor(lab.ledger, budget);

        List<ReleasedDay> released =
                lab.releaser(lab.manifest, 20, poor, ReleaseLab.NOBODY).release();

        assertThat(released.get(0).blocks().values())
                .containsExactly(
                        ReleaseStatus.RELEASED,
                        ReleaseStatus.RELEASED,
                        ReleaseStatus.SUPPRESSED_BUDGET,
                        ReleaseStatus.SUPPRESSED_BUDGET);
        PublishedDay published = lab.folder().read(day);
        assertThat(published.cells()).hasSize(24);
        assertThat(published.cells())
                .allMatch(cell -> (cell.noisyUnits() != null)
                        == List.of("activity", "errors").contains(cell.blockId()));
        assertThat(lab.states(day)).containsExactly(State.PUBLISHED, State.SUPPRESSED_BUDGET);
    }

    @Test
    void release_otherExactVectorForAChargedDay_isRefused() {
        LocalDate day = lab.commit(0, 5);
        lab.release();
        PublishedDay before = lab.folder().read(day);
        lab.store.delete("exact/" + day + ".json");
        lab.commit(0, 6);

        assertThatThrownBy(lab::release)
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                .hasMessage("Cannot release telemetry of " + day
                        + ": the day was charged for another exact vector or manifest, and is never noised twice; put back"
                        + " what was counted first");
        assertThat(lab.folder().read(day)).isEqualTo(before);
    }

    @Test
    void release_dayOfAnotherManifest_isRefusedAndNotCharged() {
        lab.commit(0, 5);
        var other = SampleManifests.withFleetMinimum(21);

        assertThatThrownBy(() ->
                        lab.releaser(other, 30, lab.ledger, ReleaseLab.NOBODY).release())
                .isInstanceOf(PipelineException.class)
                .hasMessage("Cannot release telemetry of " + lab.first
                        + ": the day was counted under another manifest; release it with that one first");
        assertThat(lab.ledger.list()).isEmpty();
    }

    @Test
    void release_publishedDaysOfAnEarlierManifest_areLeftAndNotInTheWay() {
        lab.commit(0, 5);
        lab.release();
        var next = SampleManifests.withFleetMinimum(21);
        LocalDate day = lab.first.plusDays(1);
        new ExactDays(lab.store).commit(ExactFixtures.day(next, day, 5, day.plusDays(1)));

        assertThat(lab.releaser(next, 21, lab.ledger, ReleaseLab.NOBODY).release())
                .extracting(ReleasedDay::day)
                .containsExactly(day);
    }

    @Test
    void release_publishedFolderRemoved_comesBackWithTheSameVectors() throws Exception {
        LocalDate day = lab.commit(0, 5);
        lab.release();
        PublishedDay before = lab.folder().read(day);
        for (String file : List.of("release.parquet", "cell.parquet", ".")) {
            Files.delete(lab.root
                    .resolve("days")
                    .resolve(day.toString())
                    .resolve(file)
                    .normalize());
        }

        lab.release();

        assertThat(lab.folder().read(day)).isEqualTo(before);
    }

    @Test
    void release_vectorsAndFolderGone_saysWhatToPutBack() throws Exception {
        LocalDate day = lab.commit(0, 5);
        lab.release();
        lab.store.delete("noised/" + day + ".json");
        for (String file : List.of("release.parquet", "cell.parquet", ".")) {
            Files.delete(lab.root
                    .resolve("days")
                    .resolve(day.toString())
                    .resolve(file)
                    .normalize());
        }

        assertThatThrownBy(lab::release)
                .isInstanceOf(PipelineException.class)
                .hasMessage("Cannot release telemetry of " + day
                        + ": the day was published, but is neither in the release folder nor among the stored vectors; put"
                        + " one of them back");
    }

    @Test
    void release_vectorsOfAnotherMoment_areRefused() {
        LocalDate day = lab.commit(0, 5);
        assertThatThrownBy(() -> lab.release(20, Killed.after(ReleaseStep.NOISED)))
                .isInstanceOf(Killed.class);
        byte[] stored = lab.store.read("noised/" + day + ".json");
        lab.store.delete("noised/" + day + ".json");
        String text = new String(stored, StandardCharsets.UTF_8);
        String cell = text.substring(text.indexOf(":[\"") + 3, text.indexOf(":[\"") + 19);
        lab.store.write(
                "noised/" + day + ".json",
                text.replace(cell, "0000000000000000").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(lab::release)
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("Cannot release telemetry of " + day
                        + ": the stored vectors are not those that the ledger knows; put back");
    }

    private Rho spentBefore() {
        LocalDate from = lab.first.minusDays(364);
        return ReleaseLedger.of(lab.scope).list().stream()
                .filter(entry -> !entry.day().isBefore(from) && !entry.day().isAfter(lab.first))
                .map(entry -> entry.rho())
                .reduce(Rho.ZERO, Rho::plus);
    }

    /** A ledger with another annual budget. */
    private record Poor(ReleaseLedger ledger, Rho budget) implements LedgerAround {
        @Override
        public Reservation reserve(NewReservation asked) {
            return ledger.reserve(new NewReservation(
                    asked.day(), asked.inputName(), asked.manifestSha256(), asked.charges(), budget, asked.now()));
        }
    }
}
