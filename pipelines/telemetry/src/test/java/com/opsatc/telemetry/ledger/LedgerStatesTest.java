package com.opsatc.telemetry.ledger;

import static com.opsatc.telemetry.ledger.EmptyLedger.DAY;
import static com.opsatc.telemetry.ledger.EmptyLedger.asked;
import static com.opsatc.telemetry.ledger.LedgerSteps.VECTORS;
import static com.opsatc.telemetry.ledger.LedgerSteps.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.ledger.LedgerEntry.State;
import com.opsatc.tenancy.scope.PlatformScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reserved day goes forward only, and with the vectors that were drawn for it. */
@ExtendWith(EmptyLedger.Extension.class)
class LedgerStatesTest {
    private final PlatformScope scope;
    private final LedgerSteps steps;

    LedgerStatesTest(EmptyLedger ledger) {
        scope = ledger.scope();
        steps = new LedgerSteps(scope);
    }

    @Test
    void advance_everyStateByEveryStep_goesForwardOnly() {
        LocalDate day = DAY;
        for (State from : List.of(State.RESERVED, State.NOISED, State.PUBLISHED, State.LOST)) {
            for (State to : List.of(State.NOISED, State.PUBLISHED, State.LOST)) {
                day = day.plusDays(1);
                LocalDate today = day;
                PrivacyLedger.reserve(scope, asked(today));
                steps.bring(today, from);
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
                    steps.step(today, to);
                } else {
                    assertRefused(
                            () -> steps.step(today, to),
                            "Cannot record that " + today + " is " + to + ": block latency is " + from
                                    + (to == State.NOISED ? " without this vector" : "")
                                    + ", and a block never goes back; leave the day as it is");
                }

                State now = allowed && !step.equals("PUBLISHED to NOISED") ? to : from;
                assertThat(steps.states(today)).as(step).containsExactly(now, now);
            }
        }
    }

    @Test
    void noised_otherVector_isRefused() {
        PrivacyLedger.reserve(scope, asked(DAY));
        PrivacyLedger.noised(scope, DAY, VECTORS);
        Map<String, Sha256> others = Map.of("latency", VECTORS.get("latency"), "errors", Sha256.of("drawn again"));
        for (State state : List.of(State.NOISED, State.PUBLISHED)) {
            steps.bring(DAY, state);
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

        assertThat(steps.states(DAY)).containsOnly(State.RESERVED);
    }

    @Test
    void advance_dayThatIsNotReserved_isRefused() {
        for (State to : List.of(State.NOISED, State.PUBLISHED, State.LOST)) {
            assertRefused(
                    () -> steps.step(DAY, to),
                    "Cannot record that 2026-03-01 is " + to + ": the day is not reserved; reserve it first");
        }
    }
}
