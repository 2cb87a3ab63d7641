package com.opsatc.tenancy;

import static com.opsatc.tenancy.EmptyLedger.AFTER;
import static com.opsatc.tenancy.EmptyLedger.BUDGET;
import static com.opsatc.tenancy.EmptyLedger.DAY;
import static com.opsatc.tenancy.EmptyLedger.INPUT;
import static com.opsatc.tenancy.EmptyLedger.MANIFEST;
import static com.opsatc.tenancy.EmptyLedger.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.contract.Sha256;
import com.opsatc.tenancy.LedgerEntry.State;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivacyLedgerTest {
    private static final Map<String, Sha256> VECTORS =
            Map.of("latency", Sha256.of("latency vector"), "errors", Sha256.of("errors vector"));

    private EmptyLedger ledger;
    private PlatformScope scope;

    @BeforeEach
    void open(@TempDir Path directory) {
        ledger = new EmptyLedger(directory);
        scope = ledger.scope();
    }

    @AfterEach
    void close() {
        ledger.close();
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
            bring(DAY, state);
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
            bring(day, state);
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

    @Test
    void advance_everyStateByEveryStep_goesForwardOnly() {
        LocalDate day = DAY;
        for (State from : List.of(State.RESERVED, State.NOISED, State.PUBLISHED, State.LOST)) {
            for (State to : List.of(State.NOISED, State.PUBLISHED, State.LOST)) {
                day = day.plusDays(1);
                LocalDate today = day;
                PrivacyLedger.reserve(scope, asked(today));
                bring(today, from);
                String step = from + " to " + to;
                boolean allowed = List.of(
                                "RESERVED to NOISED",
                                "RESERVED to LOST",
                                "NOISED to NOISED",
                                "NOISED to PUBLISHED",
                                "NOISED to LOST",
                                "PUBLISHED to NOISED",
                                "PUBLISHED to PUBLISHED",
                                "LOST to LOST")
                        .contains(step);
                if (allowed) {
                    step(today, to);
                } else {
                    assertRefused(
                            () -> step(today, to),
                            "Cannot record that " + today + " is " + to + ": block latency is " + from
                                    + (to == State.NOISED ? " without this vector" : "")
                                    + ", and a block never goes back; leave the day as it is");
                }

                State now = allowed && !step.equals("PUBLISHED to NOISED") ? to : from;
                assertThat(states(today)).as(step).containsExactly(now, now);
            }
        }
    }

    @Test
    void noised_otherVector_isRefused() {
        PrivacyLedger.reserve(scope, asked(DAY));
        PrivacyLedger.noised(scope, DAY, VECTORS);
        Map<String, Sha256> others = Map.of("latency", VECTORS.get("latency"), "errors", Sha256.of("drawn again"));
        for (State state : List.of(State.NOISED, State.PUBLISHED)) {
            bring(DAY, state);
            assertRefused(
                    () -> PrivacyLedger.noised(scope, DAY, others),
                    "Cannot record that 2026-03-01 is NOISED: block errors is " + state
                            + " without this vector, and a block never goes back; leave the day as it is");
        }

        assertThat(PrivacyLedger.list(scope))
                .extracting(LedgerEntry::vectorSha256)
                .containsExactly(VECTORS.get("latency"), VECTORS.get("errors"));
    }

    @Test
    void noised_vectorsOfOtherBlocks_isRefused() {
        PrivacyLedger.reserve(scope, asked(DAY));
        Sha256 vector = Sha256.of("v");
        for (Map<String, Sha256> wrong : List.of(
                Map.<String, Sha256>of(),
                Map.of("latency", vector),
                Map.of("latency", vector, "errors", vector, "features", vector))) {
            assertRefused(
                    () -> PrivacyLedger.noised(scope, DAY, wrong),
                    "Cannot record that 2026-03-01 is NOISED: the vectors are not those of its charged blocks [errors,"
                            + " latency]; give one for each");
        }

        assertThat(states(DAY)).containsOnly(State.RESERVED);
    }

    @Test
    void advance_dayThatIsNotReserved_isRefused() {
        for (State to : List.of(State.NOISED, State.PUBLISHED, State.LOST)) {
            assertRefused(
                    () -> step(DAY, to),
                    "Cannot record that 2026-03-01 is " + to + ": the day is not reserved; reserve it first");
        }
    }

    @Test
    void change_readingScope_isRefusedAndMayRead() {
        PrivacyLedger.reserve(scope, asked(DAY));
        try (PlatformScope read = EmptyLedger.scope(ledger.tenancy(), Purpose.READ)) {
            assertRefused(
                    () -> PrivacyLedger.reserve(read, asked(DAY)),
                    "Cannot reserve privacy budget for the platform: the scope's purpose is READ, which may not write");
            assertRefused(
                    () -> PrivacyLedger.lost(read, DAY),
                    "Cannot record that 2026-03-01 is LOST for the platform: the scope's purpose is READ, which may not"
                            + " write");
            assertThat(PrivacyLedger.list(read)).isEqualTo(PrivacyLedger.list(scope));
        }
    }

    @Test
    void use_closedScope_fails() {
        scope.close();
        for (Runnable use : List.<Runnable>of(
                () -> PrivacyLedger.reserve(scope, asked(DAY)),
                () -> PrivacyLedger.lost(scope, DAY),
                () -> PrivacyLedger.list(scope),
                () -> PrivacyLedger.spent(scope, DAY))) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The platform's scope is closed");
        }
    }

    @Test
    void table_statementsOfOthers_cannotTakeAnythingBack() {
        PrivacyLedger.reserve(scope, asked(DAY));
        PrivacyLedger.noised(scope, DAY, VECTORS);
        List<LedgerEntry> before = PrivacyLedger.list(scope);
        String columns = "day, block_id, state, rho_numerator, rho_denominator, input_mac, manifest_sha256,"
                + " vector_sha256, reserved_at, entry_sha256";
        List<String> statements = new ArrayList<>(List.of(
                "DELETE FROM privacy_ledger WHERE sequence = 2",
                "TRUNCATE privacy_ledger",
                "UPDATE privacy_ledger SET state = 'RESERVED', vector_sha256 = NULL",
                "UPDATE privacy_ledger SET state = 'NOISED', vector_sha256 = repeat('a', 64)",
                "UPDATE privacy_ledger SET state = 'PUBLISHED', vector_sha256 = repeat('a', 64)",
                "UPDATE privacy_ledger SET state = 'LOST', vector_sha256 = NULL",
                "UPDATE privacy_ledger SET state = 'SUPPRESSED_BUDGET', rho_numerator = 0",
                "INSERT INTO privacy_ledger (sequence, " + columns + ") SELECT 3, day + 1, block_id, state,"
                        + " rho_numerator, rho_denominator, input_mac, manifest_sha256, vector_sha256, reserved_at,"
                        + " entry_sha256 FROM privacy_ledger WHERE sequence = 2"));
        for (String assignment : List.of(
                "sequence = sequence + 10",
                "day = day - 400",
                "block_id = block_id || 'x'",
                "rho_numerator = 1, rho_denominator = 1000",
                "rho_denominator = 1000",
                "input_mac = repeat('a', 64)",
                "keyed = NOT keyed",
                "manifest_sha256 = repeat('a', 64)",
                "reserved_at = reserved_at - interval '1 day'",
                "entry_sha256 = repeat('a', 64)")) {
            statements.add("UPDATE privacy_ledger SET state = 'PUBLISHED', " + assignment);
        }

        for (String statement : statements) {
            assertThatThrownBy(() -> ledger.execute(statement))
                    .as(statement)
                    .hasMessageContaining("the database answered SQL state P0001");
        }

        String again = "INSERT INTO privacy_ledger (sequence, " + columns + ") SELECT 3, day, block_id, 'RESERVED',"
                + " rho_numerator, rho_denominator, input_mac, manifest_sha256, NULL, reserved_at, entry_sha256 FROM"
                + " privacy_ledger WHERE sequence = 2";
        assertThatThrownBy(() -> ledger.execute(again))
                .as("a block twice a day")
                .hasMessageContaining("the database answered SQL state 23505");
        assertThat(PrivacyLedger.list(scope)).isEqualTo(before);
    }

    private void bring(LocalDate day, State state) {
        switch (state) {
            case NOISED -> step(day, State.NOISED);
            case PUBLISHED -> {
                step(day, State.NOISED);
                step(day, State.PUBLISHED);
            }
            case LOST -> step(day, State.LOST);
            case RESERVED, SUPPRESSED_BUDGET -> assertThat(states(day)).contains(state);
        }
    }

    private void step(LocalDate day, State to) {
        switch (to) {
            case NOISED -> PrivacyLedger.noised(scope, day, VECTORS);
            case PUBLISHED -> PrivacyLedger.published(scope, day);
            case LOST -> PrivacyLedger.lost(scope, day);
            case RESERVED, SUPPRESSED_BUDGET -> throw new IllegalArgumentException("no step leads there");
        }
    }

    private List<State> states(LocalDate day) {
        return PrivacyLedger.list(scope).stream()
                .filter(entry -> entry.day().equals(day))
                .map(LedgerEntry::state)
                .toList();
    }

    private static NewReservation at(LocalDate day, Instant now) {
        return new NewReservation(day, INPUT, MANIFEST, asked(day).charges(), BUDGET, now);
    }

    private static NewReservation within(Rho budget, LocalDate day) {
        NewReservation asked = asked(day);
        return new NewReservation(day, INPUT, MANIFEST, asked.charges(), budget, asked.now());
    }

    private static void assertRefused(Runnable use, String message) {
        assertThatThrownBy(use::run)
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                .hasMessage(message);
    }
}
