package com.opsatc.telemetry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.telemetry.exact.ExactDays;
import com.opsatc.telemetry.ledger.InputName;
import com.opsatc.telemetry.ledger.LedgerEntry;
import com.opsatc.telemetry.ledger.LedgerEntry.State;
import com.opsatc.telemetry.ledger.NewReservation;
import com.opsatc.telemetry.ledger.Reservation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Days that an earlier version charged: ledger and stored vectors name their input by a plain digest. */
@ExtendWith(ReleaseLab.Extension.class)
class EarlierDayTest {
    private static final String ZEROS = "0".repeat(64);
    private static final String STORED = "{\"day\":\"2026-03-02\",\"input_sha256\":\"" + ZEROS
            + "\",\"manifest_sha256\":\"" + ZEROS + "\",\"vectors\":{\"activity\":[\"000000000000002a\"]}}";

    private final ReleaseLab lab;

    EarlierDayTest(ReleaseLab lab) {
        this.lab = lab;
    }

    @Test
    void noisedDay_ofAnEarlierVersion_keepsItsNameBytesAndDigests() {
        byte[] stored = STORED.getBytes(StandardCharsets.UTF_8);
        NoisedDay day = CanonicalJson.read(stored, NoisedDay.class);

        assertThat(day.input()).isEqualTo(InputName.plain(new Sha256(ZEROS)));
        assertThat(day.cells("activity")).containsExactly(42L);
        assertThat(CanonicalJson.write(day)).isEqualTo(stored);
        assertThat(day.digests()).isEqualTo(Map.of("activity", Sha256.of(STORED)));
    }

    @Test
    void release_dayChargedAndStoredByAnEarlierVersion_isPublishedFromItsVectorsAndTheNextDayToo() {
        LocalDate day = lab.commit(0, 5);
        assertThatThrownBy(() -> release(day, Killed.after(ReleaseStep.STORED))).isInstanceOf(Killed.class);
        byte[] stored = lab.store.read("noised/" + day + ".json");
        assertThat(new String(stored, StandardCharsets.UTF_8))
                .contains("\"input_sha256\":\""
                        + new ExactDays(lab.store).read(day).sha256())
                .doesNotContain("input_mac");
        LocalDate next = lab.commit(1, 5);

        assertThat(release(day, ReleaseLab.NOBODY)).extracting(ReleasedDay::day).containsExactly(day, next);

        assertThat(lab.store.read("noised/" + day + ".json")).isEqualTo(stored);
        assertThat(lab.states(day)).containsExactly(State.PUBLISHED);
        assertThat(lab.published(next)).containsExactly(ReleaseStatus.RELEASED);
        assertThat(new String(lab.store.read("noised/" + next + ".json"), StandardCharsets.UTF_8))
                .contains("\"input_mac\":\"")
                .doesNotContain("input_sha256");
        assertThat(release(day, ReleaseLab.NOBODY)).isEmpty();
    }

    @Test
    void release_otherExactVectorForADayOfAnEarlierVersion_isRefused() {
        LocalDate day = lab.commit(0, 5);
        ReleaseLedger charged = earlier(day);
        lab.releaser(lab.manifest, 20, charged, ReleaseLab.NOBODY).release();
        lab.store.delete("exact/" + day + ".json");
        lab.commit(0, 6);

        assertThatThrownBy(() -> lab.releaser(lab.manifest, 20, charged, ReleaseLab.NOBODY)
                        .release())
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                .hasMessageStartingWith(
                        "Cannot release telemetry of " + day + ": the day was charged for another exact vector");
    }

    private List<ReleasedDay> release(LocalDate earlier, ReleaseStep.Listener steps) {
        return lab.releaser(lab.manifest, 20, earlier(earlier), steps).release();
    }

    private ReleaseLedger earlier(LocalDate day) {
        InputName plain = InputName.plain(new ExactDays(lab.store).read(day).sha256());
        return new Earlier(lab.ledger, day, plain);
    }

    /** A ledger that knows one day as an earlier version did; below it, the day has its keyed name. */
    private record Earlier(ReleaseLedger ledger, LocalDate day, InputName plain) implements LedgerAround {
        @Override
        public Reservation reserve(NewReservation asked) {
            InputName keyed = ledger.list().stream()
                    .filter(entry -> entry.day().equals(day))
                    .map(LedgerEntry::inputName)
                    .findFirst()
                    .orElse(asked.inputName());
            boolean known = asked.inputName().equals(plain);
            Reservation real = ledger.reserve(new NewReservation(
                    asked.day(),
                    known ? keyed : asked.inputName(),
                    asked.manifestSha256(),
                    asked.charges(),
                    asked.annualBudget(),
                    asked.now()));
            return new Reservation(real.day(), real.undrawn(), renamed(real.entries()));
        }

        @Override
        public List<LedgerEntry> list() {
            return renamed(ledger.list());
        }

        private List<LedgerEntry> renamed(List<LedgerEntry> entries) {
            return entries.stream()
                    .map(entry -> entry.day().equals(day) ? renamed(entry) : entry)
                    .toList();
        }

        private LedgerEntry renamed(LedgerEntry entry) {
            return new LedgerEntry(
                    entry.sequence(),
                    entry.day(),
                    entry.blockId(),
                    entry.state(),
                    entry.rho(),
                    plain,
                    entry.manifestSha256(),
                    entry.vectorSha256(),
                    entry.reservedAt(),
                    entry.entrySha256());
        }
    }
}
