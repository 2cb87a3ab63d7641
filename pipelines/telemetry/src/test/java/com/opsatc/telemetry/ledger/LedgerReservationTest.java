package com.opsatc.telemetry.ledger;

import static com.opsatc.telemetry.ledger.EmptyLedger.AFTER;
import static com.opsatc.telemetry.ledger.EmptyLedger.BUDGET;
import static com.opsatc.telemetry.ledger.EmptyLedger.DAY;
import static com.opsatc.telemetry.ledger.EmptyLedger.INPUT;
import static com.opsatc.telemetry.ledger.EmptyLedger.MANIFEST;
import static com.opsatc.telemetry.ledger.EmptyLedger.asked;
import static com.opsatc.telemetry.ledger.LedgerSteps.VECTORS;
import static com.opsatc.telemetry.ledger.LedgerSteps.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.ledger.LedgerEntry.State;
import com.opsatc.tenancy.scope.PlatformScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which days are charged, and which reservations are refused. */
@ExtendWith(EmptyLedger.Extension.class)
class LedgerReservationTest {
    private final EmptyLedger ledger;
    private final PlatformScope scope;
    private final LedgerSteps steps;

    LedgerReservationTest(EmptyLedger ledger) {
        this.ledger = ledger;
        scope = ledger.scope();
        steps = new LedgerSteps(scope);
    }

    @Test
    void reserve_newDays_chargesAllBlocksInOneChain() {
        Reservation first = PrivacyLedger.reserve(scope, asked(DAY));
        Reservation second = PrivacyLedger.reserve(scope, asked(DAY.plusDays(3)));
        assertThat(first.undrawn()).isTrue();
        assertThat(second.undrawn()).isTrue();
        assertThat(ledger.lines())
                .containsExactly(
                        "1 2026-03-01 latency RESERVED 1/100",
                        "2 2026-03-01 errors RESERVED 3/100",
                        "3 2026-03-04 latency RESERVED 1/100",
                        "4 2026-03-04 errors RESERVED 3/100");
        List<LedgerEntry> all = PrivacyLedger.list(scope);
        assertThat(all)
                .containsExactly(
                        first.entries().get(0),
                        first.entries().get(1),
                        second.entries().get(0),
                        second.entries().get(1));
        assertThat(all.get(0))
                .isEqualTo(new LedgerEntry(
                        1,
                        DAY,
                        "latency",
                        State.RESERVED,
                        Rho.of(1, 100),
                        INPUT,
                        MANIFEST,
                        null,
                        AFTER,
                        all.get(0).link(LedgerChain.START)));
        assertThat(PrivacyLedger.spent(scope, DAY)).isEqualTo(Rho.of(4, 100));
        assertThat(PrivacyLedger.spent(scope, DAY.plusDays(3))).isEqualTo(Rho.of(8, 100));
    }

    @Test
    void reserve_sameAgainInAnyState_answersWhatIsThere() {
        List<LedgerEntry> reserved = PrivacyLedger.reserve(scope, asked(DAY)).entries();
        for (State state : List.of(State.RESERVED, State.NOISED, State.PUBLISHED)) {
            steps.bring(DAY, state);
            Reservation again = PrivacyLedger.reserve(scope, asked(DAY));
            assertThat(again.undrawn()).as("%s", state).isFalse();
            assertThat(again.entries()).isEqualTo(PrivacyLedger.list(scope));
            assertThat(again.entries()).extracting(LedgerEntry::state).containsOnly(state);
            assertThat(again.entries())
                    .extracting(LedgerEntry::entrySha256)
                    .isEqualTo(reserved.stream().map(LedgerEntry::entrySha256).toList());
        }

        assertThat(PrivacyLedger.list(scope))
                .extracting(LedgerEntry::vectorSha256)
                .containsExactly(VECTORS.get("latency"), VECTORS.get("errors"));
    }

    @Test
    void reserve_sameDayOtherwiseInAnyState_isRefusedAndChangesNothing() {
        NewReservation good = asked(DAY);
        Charge latency = good.charges().get(0);
        Charge errors = good.charges().get(1);
        List<NewReservation> others = List.of(
                asked(DAY, EmptyLedger.mac("other input")),
                new NewReservation(DAY, INPUT, Sha256.of("other manifest"), good.charges(), BUDGET, AFTER),
                new NewReservation(DAY, INPUT, MANIFEST, List.of(latency), BUDGET, AFTER),
                new NewReservation(DAY, INPUT, MANIFEST, List.of(errors, latency), BUDGET, AFTER),
                new NewReservation(
                        DAY, INPUT, MANIFEST, List.of(new Charge("latency", Rho.of(2, 100)), errors), BUDGET, AFTER));
        LocalDate day = DAY;
        PrivacyLedger.reserve(scope, good);
        for (State state : List.of(State.RESERVED, State.NOISED, State.PUBLISHED)) {
            steps.bring(day, state);
            List<LedgerEntry> before = PrivacyLedger.list(scope);
            for (NewReservation other : others) {
                assertRefused(
                        () -> PrivacyLedger.reserve(scope, other),
                        "Cannot reserve privacy budget for 2026-03-01: the day is reserved with another input, manifest or"
                                + " list of charges, and is never noised twice; leave it as it is");
            }

            assertThat(PrivacyLedger.list(scope)).isEqualTo(before);
        }
    }

    @Test
    void reserve_dayThatWasLost_staysLostAndCharged() {
        PrivacyLedger.reserve(scope, asked(DAY));
        PrivacyLedger.lost(scope, DAY);
        assertThat(PrivacyLedger.reserve(scope, asked(DAY)).undrawn()).isFalse();
        assertRefused(
                () -> PrivacyLedger.reserve(scope, asked(DAY, EmptyLedger.mac("other input"))),
                "Cannot reserve privacy budget for 2026-03-01: the day is reserved with another input, manifest or list of"
                        + " charges, and is never noised twice; leave it as it is");
        assertThat(ledger.lines()).containsExactly("1 2026-03-01 latency LOST 1/100", "2 2026-03-01 errors LOST 3/100");
        assertThat(PrivacyLedger.spent(scope, DAY)).isEqualTo(Rho.of(4, 100));
    }

    @Test
    void reserve_dayThatIsNotOverInUtc_isRefused() {
        Instant midnight = Instant.parse("2026-03-02T00:00:00Z");
        for (Instant now : List.of(midnight.minusNanos(1000), midnight.minusSeconds(86_400))) {
            assertRefused(
                    () -> PrivacyLedger.reserve(scope, at(DAY, now)),
                    "Cannot reserve privacy budget for 2026-03-01: the day is not over in UTC at " + now
                            + "; wait until it is");
        }

        assertThat(PrivacyLedger.reserve(scope, at(DAY, midnight)).undrawn()).isTrue();
    }

    @Test
    void reserve_earlierDay_isRefused() {
        PrivacyLedger.reserve(scope, asked(DAY));
        assertRefused(
                () -> PrivacyLedger.reserve(scope, at(DAY.minusDays(1), AFTER)),
                "Cannot reserve privacy budget for 2026-02-28: the ledger has come to 2026-03-01, and days are released in"
                        + " order; leave the day out");
        assertThat(ledger.lines()).hasSize(2);
    }

    @Test
    void reserve_clockThatWentBack_isRefused() {
        Instant late = AFTER.plusSeconds(86_400 * 5);
        PrivacyLedger.reserve(scope, at(DAY, late));
        Instant before = late.minusNanos(1000);
        assertRefused(
                () -> PrivacyLedger.reserve(scope, at(DAY.plusDays(1), before)),
                "Cannot reserve privacy budget for 2026-03-02: the clock went back: it is " + before
                        + ", and the last reservation was at " + late + "; set the clock");
        assertThat(PrivacyLedger.reserve(scope, at(DAY.plusDays(1), late)).undrawn())
                .isTrue();
    }

    @Test
    void reserve_budgetUsedUp_suppressesTheBlockWithoutAChargeUntilTheYearIsOver() {
        Rho budget = Rho.of(7, 100); // one day of 4/100, and 3/100 of the next
        PrivacyLedger.reserve(scope, within(budget, DAY));
        PrivacyLedger.reserve(scope, within(budget, DAY.plusDays(1)));
        PrivacyLedger.reserve(scope, within(budget, DAY.plusDays(364)));
        PrivacyLedger.reserve(scope, within(budget, DAY.plusDays(365)));
        assertThat(ledger.lines())
                .containsExactly(
                        "1 2026-03-01 latency RESERVED 1/100",
                        "2 2026-03-01 errors RESERVED 3/100",
                        "3 2026-03-02 latency RESERVED 1/100",
                        "4 2026-03-02 errors SUPPRESSED_BUDGET 0/1",
                        "5 2027-02-28 latency RESERVED 1/100",
                        "6 2027-02-28 errors SUPPRESSED_BUDGET 0/1",
                        "7 2027-03-01 latency RESERVED 1/100",
                        "8 2027-03-01 errors RESERVED 3/100");
        assertThat(PrivacyLedger.spent(scope, DAY.plusDays(364))).isEqualTo(Rho.of(6, 100));
        assertThat(PrivacyLedger.reserve(scope, within(budget, DAY.plusDays(1))).undrawn())
                .as("the same again, suppressed block included")
                .isFalse();
        PrivacyLedger.noised(scope, DAY.plusDays(1), Map.of("latency", Sha256.of("v")));
        PrivacyLedger.published(scope, DAY.plusDays(1));
        assertThat(ledger.lines().subList(2, 4))
                .containsExactly("3 2026-03-02 latency PUBLISHED 1/100", "4 2026-03-02 errors SUPPRESSED_BUDGET 0/1");
    }

    private static NewReservation at(LocalDate day, Instant now) {
        return new NewReservation(day, INPUT, MANIFEST, asked(day).charges(), BUDGET, now);
    }

    private static NewReservation within(Rho budget, LocalDate day) {
        NewReservation asked = asked(day);
        return new NewReservation(day, INPUT, MANIFEST, asked.charges(), budget, asked.now());
    }
}
