package com.opsatc.telemetry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.telemetry.ledger.LedgerEntry;
import com.opsatc.telemetry.ledger.NewReservation;
import com.opsatc.telemetry.ledger.Reservation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each of these proofs passes for the release, and fails when what it guards is taken away. */
@ExtendWith(ReleaseLab.Extension.class)
class LedgerMutantsTest {
    private static final long TENANT = 65_536;

    private final ReleaseLab lab;

    LedgerMutantsTest(ReleaseLab lab) {
        this.lab = lab;
    }

    @Test
    void everyReleasedDay_isChargedAndAReleaseThatSkipsTheLedgerIsFound() {
        lab.commit(0, 1);

        lab.releaser(lab.manifest, 20, new Skipping(lab.ledger), ReleaseLab.NOBODY)
                .release();
        assertThat(uncharged()).isEqualTo(4);

        LocalDate second = lab.commit(1, 1);
        lab.store.delete("exact/" + lab.first + ".json");
        lab.release();
        assertThat(lab.published(second)).containsExactly(ReleaseStatus.RELEASED);
        assertThat(uncharged()).isEqualTo(4);
    }

    @Test
    void aKilledDay_isNotDrawnAgainAndAReleaseThatWouldIsFound() {
        assertThat(drawnAgain(lab.ledger, 0)).isFalse();
        assertThat(drawnAgain(new Redrawing(lab.ledger), 1)).isTrue();
    }

    @Test
    void fleetGate_goesByContractsAndAGateOnTelemetryIsFound() {
        assertThat(statusFollowsTelemetry(units -> 19, 0)).isFalse();
        assertThat(statusFollowsTelemetry(units -> 20, 2)).isFalse();
        assertThat(statusFollowsTelemetry(units -> (int) (units / TENANT), 4)).isTrue();
    }

    /** Blocks that readers have and the ledger knows nothing of. */
    private long uncharged() {
        return lab.folder().days().stream()
                .flatMap(day -> lab.folder().read(day).release().stream())
                .filter(row -> row.status() == ReleaseStatus.RELEASED
                        && lab.ledger.list().stream()
                                .noneMatch(entry -> entry.day().equals(row.day())
                                        && entry.blockId().equals(row.blockId())))
                .count();
    }

    private boolean drawnAgain(ReleaseLedger ledger, int day) {
        LocalDate date = lab.commit(day, 1);
        assertThatThrownBy(() -> lab.releaser(lab.manifest, 20, ledger, Killed.after(ReleaseStep.DRAWN, date))
                        .release())
                .isInstanceOf(Killed.class);
        List<ReleaseStep> again = new ArrayList<>();
        lab.releaser(lab.manifest, 20, ledger, (step, on) -> {
                    if (on.equals(date)) {
                        again.add(step);
                    }
                })
                .release();
        return again.contains(ReleaseStep.DRAWN);
    }

    /** Whether an empty fleet and one of 2,000 tenants are published differently; {@code tenants} is what the gate goes by. */
    private boolean statusFollowsTelemetry(LongToIntFunction tenants, int day) {
        LocalDate empty = lab.commit(day, 0);
        lab.release(tenants.applyAsInt(0), ReleaseLab.NOBODY);
        LocalDate full = lab.commit(day + 1, 2000 * TENANT);
        lab.release(tenants.applyAsInt(2000 * TENANT), ReleaseLab.NOBODY);
        return !lab.published(empty).equals(lab.published(full));
    }

    /** Hands out charges without making them. */
    private record Skipping(ReleaseLedger ledger) implements LedgerAround {
        @Override
        public Reservation reserve(NewReservation asked) {
            List<LedgerEntry> entries = asked.charges().stream()
                    .map(charge -> new LedgerEntry(
                            1,
                            asked.day(),
                            charge.blockId(),
                            LedgerEntry.State.RESERVED,
                            charge.rho(),
                            asked.inputName(),
                            asked.manifestSha256(),
                            null,
                            Instant.EPOCH,
                            asked.manifestSha256()))
                    .toList();
            return new Reservation(asked.day(), true, entries);
        }

        @Override
        public void noised(LocalDate day, Map<String, Sha256> vectors) {}

        @Override
        public void published(LocalDate day) {}

        @Override
        public void lost(LocalDate day) {}

        @Override
        public List<LedgerEntry> list() {
            return List.of();
        }
    }

    /** Says of every day that noise may be drawn. */
    private record Redrawing(ReleaseLedger ledger) implements LedgerAround {
        @Override
        public Reservation reserve(NewReservation asked) {
            Reservation real = ledger.reserve(asked);
            return new Reservation(real.day(), true, real.entries());
        }
    }
}
