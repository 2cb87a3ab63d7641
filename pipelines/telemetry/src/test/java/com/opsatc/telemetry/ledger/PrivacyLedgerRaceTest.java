package com.opsatc.telemetry.ledger;

import static com.opsatc.telemetry.ledger.EmptyLedger.DAY;
import static com.opsatc.telemetry.ledger.EmptyLedger.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.ledger.LedgerEntry.State;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.testing.LostAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Releases that are killed, that are repeated, and that run at the same time. */
@ExtendWith(EmptyLedger.Extension.class)
class PrivacyLedgerRaceTest {
    private final EmptyLedger ledger;
    private final PlatformScope scope;

    PrivacyLedgerRaceTest(EmptyLedger ledger) {
        this.ledger = ledger;
        scope = ledger.scope();
    }

    @Test
    void reserve_threadsWithOtherInputs_chargeADayOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            LocalDate day = DAY.plusDays(round);
            List<String> outcomes = atOnce(6, i -> outcome(scope, asked(day, EmptyLedger.mac("input " + i))));
            assertThat(outcomes)
                    .containsExactly(
                            "POLICY_REFUSED",
                            "POLICY_REFUSED",
                            "POLICY_REFUSED",
                            "POLICY_REFUSED",
                            "POLICY_REFUSED",
                            "undrawn");
        }

        assertThat(ledger.lines()).hasSize(10);
        assertThat(PrivacyLedger.spent(scope, DAY.plusDays(4))).isEqualTo(Rho.of(20, 100));
    }

    @Test
    void reserve_threadsWithTheSameInput_letOneDraw() throws Exception {
        for (int round = 0; round < 5; round++) {
            LocalDate day = DAY.plusDays(round);
            assertThat(atOnce(4, i -> outcome(scope, asked(day))))
                    .containsExactly("resumed", "resumed", "resumed", "undrawn");
        }

        assertThat(ledger.lines()).hasSize(10);
    }

    @Test
    void reserve_threadsWithOtherDays_keepLedgerAndAnchorInOrder() throws Exception {
        for (int round = 0; round < 5; round++) {
            int first = round * 10;
            atOnce(5, i -> outcome(scope, asked(DAY.plusDays(first + i))));
            assertThat(PrivacyLedger.list(scope))
                    .extracting(LedgerEntry::day)
                    .isSorted()
                    .contains(DAY.plusDays(first + 4));
            assertThat(ledger.anchorText())
                    .contains("\nsequence " + ledger.lines().size() + "\n");
        }
    }

    @Test
    void noised_threadsWithOtherVectors_keepOne() throws Exception {
        PrivacyLedger.reserve(scope, asked(DAY));
        List<String> outcomes = atOnce(5, i -> {
            Sha256 vector = Sha256.of("draw " + i);
            PrivacyLedger.noised(scope, DAY, Map.of("latency", vector, "errors", vector));
            return "kept";
        });
        assertThat(outcomes).filteredOn("kept"::equals).hasSize(1);
        assertThat(PrivacyLedger.list(scope).get(0).vectorSha256())
                .isEqualTo(PrivacyLedger.list(scope).get(1).vectorSha256());
    }

    @Test
    void reserve_processesAtTheSameTime_chargeADayOnce() throws Exception {
        try (LedgerProcess one = new LedgerProcess(scope);
                LedgerProcess two = new LedgerProcess(scope)) {
            for (int round = 0; round < 10; round++) {
                LocalDate day = DAY.plusDays(round);
                one.say("reserve " + day + " one");
                two.say("reserve " + day + " two");
                assertThat(sorted(one.answer(), two.answer())).containsExactly("POLICY_REFUSED", "undrawn");
            }

            for (int round = 10; round < 15; round++) {
                LocalDate day = DAY.plusDays(round);
                one.say("reserve " + day + " same");
                two.say("reserve " + day + " same");
                assertThat(sorted(one.answer(), two.answer())).containsExactly("resumed", "undrawn");
            }
        }

        assertThat(ledger.lines()).hasSize(30);
        assertThat(PrivacyLedger.spent(scope, DAY.plusDays(14))).isEqualTo(Rho.of(60, 100));
    }

    @Test
    void reserve_whileAnotherMachineHasTheDatabasesTurn_waitsAndSeesWhatItDid() throws Exception {
        PrivacyLedger.reserve(scope, asked(DAY));
        NewReservation theirs = asked(DAY.plusDays(1), EmptyLedger.mac("their input"));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<String> ours = scope.database().transact("be another machine", machine -> {
                LedgerRows.lock(machine);
                LedgerRows.insert(machine, LedgerRows.read(machine).next(theirs));
                Future<String> outcome = thread.submit(() -> outcome(scope, asked(DAY.plusDays(1))));
                while (!outcome.isDone() && !waits()) {
                    Thread.onSpinWait();
                }

                return outcome;
            });
            assertThat(ours.get()).isEqualTo("POLICY_REFUSED");
        } finally {
            thread.shutdown();
        }
        assertThat(PrivacyLedger.list(scope))
                .extracting(LedgerEntry::inputName)
                .containsExactly(EmptyLedger.INPUT, EmptyLedger.INPUT, theirs.inputName(), theirs.inputName());
    }

    /** Whether a connection waits for another one's lock of any kind. */
    private boolean waits() {
        return scope.database()
                .transact(
                        "test",
                        handle -> handle.createQuery("SELECT count(*) > 0 FROM pg_locks WHERE NOT granted")
                                .mapTo(boolean.class)
                                .one());
    }

    @Test
    void kill_processInAnyState_isTakenUpAndNeverChargedOrDrawnTwice() throws Exception {
        LocalDate day = DAY;
        for (List<String> steps : List.of(
                List.of("reserve"),
                List.of("reserve", "noised"),
                List.of("reserve", "noised", "published"),
                List.of("reserve", "lost"))) {
            day = day.plusDays(1);
            LocalDate today = day;
            try (LedgerProcess process = new LedgerProcess(scope)) {
                for (String step : steps) {
                    process.say(step + " " + today + " input");
                    assertThat(process.answer()).isIn("undrawn", "done");
                }

                process.kill();
            }

            List<LedgerEntry> before = PrivacyLedger.list(scope);
            assertThat(outcome(scope, asked(today, EmptyLedger.mac("changed input"))))
                    .isEqualTo("POLICY_REFUSED");
            assertThat(outcome(scope, asked(today, EmptyLedger.mac("input")))).isEqualTo("resumed");
            assertThat(PrivacyLedger.list(scope)).as("%s", steps).isEqualTo(before);
            assertThat(PrivacyLedger.spent(scope, today))
                    .isEqualTo(Rho.of(4 * (today.toEpochDay() - DAY.toEpochDay()), 100));
        }

        assertThat(PrivacyLedger.list(scope))
                .extracting(LedgerEntry::state)
                .containsExactly(
                        State.RESERVED,
                        State.RESERVED,
                        State.NOISED,
                        State.NOISED,
                        State.PUBLISHED,
                        State.PUBLISHED,
                        State.LOST,
                        State.LOST);
    }

    @Test
    void reserve_answerToTheCommitLost_isTakenUpAsUndrawn() throws Exception {
        int server = Integer.parseInt(scope.database().url().replaceAll(".*:([0-9]+)/.*", "$1"));
        try (LostAnswer proxy = new LostAnswer(server);
                Tenancy there = ledger.openAt(proxy.port());
                PlatformScope through = EmptyLedger.scope(there, Purpose.RUN)) {
            proxy.cutNext();
            assertThatThrownBy(() -> PrivacyLedger.reserve(through, asked(DAY)))
                    .isInstanceOfSatisfying(
                            PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE));
            assertThat(proxy.hasCut()).isTrue();
        }

        Reservation again = PrivacyLedger.reserve(scope, asked(DAY));
        assertThat(again.undrawn()).isTrue();
        assertThat(again.entries()).isEqualTo(PrivacyLedger.list(scope)).hasSize(2);
    }

    private static String outcome(PlatformScope scope, NewReservation asked) {
        try {
            return PrivacyLedger.reserve(scope, asked).undrawn() ? "undrawn" : "resumed";
        } catch (PipelineException e) {
            return e.code().name();
        }
    }

    private interface Release {
        String run(int number);
    }

    /** Sorted outcomes of releases that begin together; a refusal is its code. */
    private static List<String> atOnce(int count, Release release) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        CyclicBarrier start = new CyclicBarrier(count);
        try {
            List<Callable<String>> releases = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                releases.add(() -> {
                    start.await();
                    try {
                        return release.run(number);
                    } catch (PipelineException e) {
                        return e.code().name();
                    }
                });
            }

            List<String> outcomes = new ArrayList<>();
            for (Future<String> outcome : threads.invokeAll(releases)) {
                outcomes.add(outcome.get());
            }

            Collections.sort(outcomes);
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    private static List<String> sorted(String... outcomes) {
        List<String> list = new ArrayList<>(List.of(outcomes));
        Collections.sort(list);
        return list;
    }
}
