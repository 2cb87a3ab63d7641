package com.opsatc.tenancy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.scope.Platforms;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.testing.LostAnswer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Platforms.Extension.class)
class HeadsTest {
    private final TenantId tenant;
    private final TenantScope scope;

    HeadsTest(TenantScope scope) {
        this.scope = scope;
        tenant = scope.tenant();
    }

    @Test
    void publish_firstAndSecond_areServedInOrder() {
        assertThat(Heads.current(scope)).isEmpty();
        Head first = publish("a1", 0);
        Head second = publish("a2", 1);
        assertThat(first)
                .isEqualTo(new Head(
                        1,
                        "run-a1",
                        "a1",
                        "documents/a1/manifest.json",
                        Sha256.of("a1"),
                        1,
                        Platforms.NOW,
                        LocalDate.of(2026, 3, 28),
                        true));
        assertThat(Heads.current(scope)).contains(second);
        assertThat(Heads.list(scope)).containsExactly(first, second);
        try (TenantScope other = Platforms.scope(Platforms.tenant(), Purpose.READ)) {
            assertThat(Heads.current(other)).isEmpty();
            assertThat(RunLedger.list(other)).isEmpty();
        }
    }

    @Test
    void publish_started_endsTheRunAndFillsTheOutboxInOneStep() {
        start("a1");
        RunLedger.stage(scope, "a1", "admit", Map.of("read", 10L));
        RunLedger.stage(scope, "a1", "publish", Map.of("admitted", 9L, "quarantined", 1L));
        Heads.publish(scope, head("a1", 0, 1));
        assertThat(RunLedger.list(scope))
                .containsExactly(new Run(
                        "a1",
                        "run-a1",
                        LocalDate.of(2026, 3, 28),
                        Run.State.PUBLISHED,
                        "publish",
                        Platforms.NOW,
                        Platforms.NOW,
                        null,
                        null,
                        new TreeMap<>(Map.of("read", 10L, "admitted", 9L, "quarantined", 1L))));
        assertThat(outbox()).containsExactly("head.published {\"run\": \"run-a1\"} 1");
    }

    @Test
    void publish_staleSequence_isAConflictAndChangesNothing() {
        publish("a1", 0);
        start("a2");
        assertThatThrownBy(() -> Heads.publish(scope, head("a2", 0, 1)))
                .isInstanceOf(ConflictException.class)
                .hasMessage("Cannot publish for tenant " + tenant
                        + ": it was computed from head 0, which is not the last one any more; run again");
        assertThatThrownBy(() -> Heads.publish(scope, head("a2", 5, 1))).isInstanceOf(ConflictException.class);
        assertThat(Heads.list(scope)).hasSize(1);
        assertThat(outbox()).hasSize(1);
        assertThat(RunLedger.list(scope)).extracting(Run::state).contains(Run.State.STARTED);
    }

    @Test
    void publish_runOfAnEarlierOrTheLastHead_isServedAgain() {
        publish("a1", 0);
        publish("a2", 1);
        start("a3");
        RunLedger.identify(scope, "a3", "run-a1", LocalDate.of(2026, 3, 28));

        Head again = Heads.publish(
                scope,
                new NewHead(
                        2,
                        "run-a1",
                        "a3",
                        "documents/a3/manifest.json",
                        Sha256.of("a3"),
                        1,
                        Platforms.NOW,
                        NewHead.Kind.ALL,
                        List.of()));

        assertThat(again.sequence()).isEqualTo(3);
        assertThat(Heads.current(scope)).contains(again);

        start("a4");
        RunLedger.identify(scope, "a4", "run-a1", LocalDate.of(2026, 3, 28));
        Head healed = Heads.publish(
                scope,
                new NewHead(
                        3,
                        "run-a1",
                        "a4",
                        "documents/a4/manifest.json",
                        Sha256.of("a4"),
                        1,
                        Platforms.NOW,
                        NewHead.Kind.ALL,
                        List.of()));
        assertThat(healed.sequence()).isEqualTo(4);
        assertThat(Heads.ofRun(scope, "run-a1")).contains(healed);
    }

    @Test
    void publish_ofADate_isCurrentUnlessReadersSeeALaterOne() {
        publish("a1", 0);
        Head before = dated("a2", 1, LocalDate.of(2026, 3, 1));
        assertThat(before.live()).isFalse();
        assertThat(Heads.current(scope).orElseThrow().attemptId()).isEqualTo("a1");
        assertThat(Heads.latest(scope)).contains(before);
        assertThat(Heads.asOf(scope, LocalDate.of(2026, 3, 1))).contains(before);
        assertThat(Heads.asOf(scope, LocalDate.of(2026, 3, 2))).isEmpty();
        assertThat(Heads.ofRun(scope, "run-a2")).contains(before);
        assertThat(Heads.ofRun(scope, "run-a9")).isEmpty();

        assertThat(dated("a3", 2, LocalDate.of(2026, 3, 28)).live()).isTrue();
        Head ahead = dated("a4", 3, LocalDate.of(2027, 1, 1));
        assertThat(Heads.current(scope)).contains(ahead);

        // All there is, is what readers see, although a later date was asked for before.
        assertThat(Heads.current(scope).orElseThrow().logicalDate()).isEqualTo(LocalDate.of(2027, 1, 1));
        Head all = publish("a5", 4);
        assertThat(Heads.current(scope)).contains(all);
    }

    private Head dated(String attempt, long previous, LocalDate date) {
        RunLedger.start(scope, attempt, Platforms.NOW);
        RunLedger.identify(scope, attempt, "run-" + attempt, date);
        return Heads.publish(
                scope,
                new NewHead(
                        previous,
                        "run-" + attempt,
                        attempt,
                        "documents/" + attempt + "/manifest.json",
                        Sha256.of(attempt),
                        1,
                        Platforms.NOW,
                        NewHead.Kind.DATED,
                        List.of()));
    }

    @Test
    void publish_twoAtOnce_hasExactlyOneWinner() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 5; round++) {
                List<Callable<Boolean>> publishers = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    String attempt = "r" + round + "p" + i;
                    insertStarted(attempt);
                    NewHead head = head(attempt, round, 1);
                    publishers.add(() -> wins(head));
                }

                int winners = 0;
                for (Future<Boolean> result : threads.invokeAll(publishers)) {
                    winners += result.get() ? 1 : 0;
                }

                assertThat(winners).isEqualTo(1);
                assertThat(Heads.current(scope).orElseThrow().sequence()).isEqualTo(round + 1);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(Heads.list(scope)).extracting(Head::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(outbox()).hasSize(5);
    }

    @Test
    void publish_switchedOff_isRefusedAndSoIsARunFromBeforeTheFlip() {
        start("a1");
        WorkflowSwitch before = WorkflowSwitch.read(scope);
        assertThat(before).isEqualTo(new WorkflowSwitch(1, true));
        assertThat(WorkflowSwitch.turn(scope, false)).isEqualTo(new WorkflowSwitch(2, false));
        assertThat(WorkflowSwitch.turn(scope, false)).isEqualTo(new WorkflowSwitch(2, false));
        for (long epoch : new long[] {1, 2}) {
            assertThatThrownBy(() -> Heads.publish(scope, head("a1", 0, epoch)))
                    .isInstanceOfSatisfying(
                            PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                    .hasMessage("Cannot publish for tenant " + tenant + ": publishing is switched off");
        }

        assertThat(WorkflowSwitch.turn(scope, true)).isEqualTo(new WorkflowSwitch(3, true));
        assertThatThrownBy(() -> Heads.publish(scope, head("a1", 0, before.epoch())))
                .hasMessage("Cannot publish for tenant " + tenant
                        + ": publishing was switched off and on during the run; run again");
        assertThat(Heads.publish(scope, head("a1", 0, 3)).sequence()).isEqualTo(1);
    }

    @Test
    void publish_attemptThatIsNotStarted_isRefused() {
        assertThatThrownBy(() -> Heads.publish(scope, head("a1", 0, 1))).isInstanceOf(PipelineException.class);
        assertThat(Heads.current(scope)).isEmpty();
        start("a1");
        start("a2"); // finds a1 abandoned
        assertThatThrownBy(() -> Heads.publish(scope, head("a1", 0, 1)))
                .hasMessageContaining("another attempt found it abandoned");
        assertThat(Heads.current(scope)).isEmpty();
        assertThat(RunLedger.list(scope))
                .extracting(run -> run.attemptId() + " " + run.state())
                .containsExactly("a1 ABANDONED", "a2 STARTED");
    }

    @Test
    void publish_answerToTheCommitLost_isReadBack() throws IOException {
        start("a1");
        int server = Integer.parseInt(scope.databaseUrl().replaceAll(".*:([0-9]+)/.*", "$1"));
        try (LostAnswer proxy = new LostAnswer(server);
                TenantScope through = Platforms.scopeAt(tenant, proxy.port())) {
            proxy.cutNext();
            Head head = Heads.publish(through, head("a1", 0, 1));
            assertThat(proxy.hasCut()).isTrue();
            assertThat(Heads.list(scope)).containsExactly(head);
            assertThat(outbox()).hasSize(1);
        }
    }

    @Test
    void publish_readingScope_isRefused() {
        start("a1");
        try (TenantScope read = Platforms.scope(tenant, Purpose.READ)) {
            assertThatThrownBy(() -> Heads.publish(read, head("a1", 0, 1)))
                    .hasMessage("Cannot publish for tenant " + tenant
                            + ": the scope's purpose is READ, which may not write");
            assertThatThrownBy(() -> RunLedger.start(read, "a2", Platforms.NOW)).hasMessageContaining("may not write");
            assertThatThrownBy(() -> WorkflowSwitch.turn(read, false)).hasMessageContaining("may not write");
        }
    }

    private boolean wins(NewHead head) {
        try {
            Heads.publish(scope, head);
            return true;
        } catch (ConflictException e) {
            return false;
        }
    }

    private Head publish(String attempt, long previous) {
        start(attempt);
        return Heads.publish(scope, head(attempt, previous, 1));
    }

    private void start(String attempt) {
        RunLedger.start(scope, attempt, Platforms.NOW);
        RunLedger.identify(scope, attempt, "run-" + attempt, LocalDate.of(2026, 3, 28));
    }

    /** Several started runs at once, which the ledger's own door never makes. */
    private void insertStarted(String attempt) {
        scope.database()
                .transact(
                        "test",
                        handle -> handle.execute(
                                "INSERT INTO run (tenant, run_id, attempt_id, state, stage, started_at, logical_date)"
                                        + " VALUES (?, ?, ?, 'STARTED', 'x', now(), DATE '2026-03-28')",
                                tenant,
                                "run-" + attempt,
                                attempt));
    }

    private List<String> outbox() {
        return scope.database()
                .transact(
                        "test",
                        handle -> handle.createQuery(
                                        "SELECT topic || ' ' || payload || ' ' || head_sequence FROM outbox WHERE tenant = :tenant ORDER BY id")
                                .bind("tenant", tenant)
                                .mapTo(String.class)
                                .list());
    }

    private static NewHead head(String attempt, long previous, long epoch) {
        return new NewHead(
                previous,
                "run-" + attempt,
                attempt,
                "documents/" + attempt + "/manifest.json",
                Sha256.of(attempt),
                epoch,
                Platforms.NOW,
                NewHead.Kind.ALL,
                List.of(new NewHead.Message("head.published", "{\"run\":\"run-" + attempt + "\"}")));
    }
}
