package com.opsatc.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.audit.AuditAction;
import com.opsatc.contract.audit.AuditEntry;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.NewHead;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.run.WorkflowSwitch;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Platforms;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.ErasedSubject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Platforms.Extension.class)
class AuditEntriesTest {
    private static final Actor JANE = new Actor("jane.doe@example.com");

    private final TenantScope scope;

    AuditEntriesTest(TenantScope scope) {
        this.scope = scope;
    }

    @Test
    void actions_ofARun_areRecordedWithWhoAndInTheirOrder() {
        publish("a1");
        RunLedger.start(scope, "a2", Platforms.NOW);
        RunLedger.fail(scope, "a2", ErrorCode.QUALITY_GATE, "words of it", Platforms.NOW);
        RunLedger.failed(scope, "a2", ErrorCode.INTERNAL, "again", Platforms.NOW);
        WorkflowSwitch.turn(scope, false);
        try (TenantScope reader = Platforms.scope(scope.tenant(), Purpose.READ)) {
            AuditEntries.append(reader, AuditAction.READ, "kpis.json", Map.of("run", "run-a1"));
        }

        List<AuditEntry> entries = entries(scope);
        assertThat(entries.stream()
                        .map(entry -> entry.action().symbol() + " " + entry.object() + " " + entry.details()))
                .containsExactly(
                        "log-began " + scope.tenant() + " {region=local}",
                        "run-started a1 {}",
                        "run-published run-a1 {attempt=a1, logical_date=2026-03-28, manifest_sha256=" + Sha256.of("a1")
                                + ", sequence=1}",
                        "run-started a2 {}",
                        "run-failed a2 {code=QUALITY_GATE}",
                        "switched publish {enabled=false, epoch=2}",
                        "read kpis.json {run=run-a1}");
        assertThat(entries.stream().map(AuditEntry::index))
                .containsExactlyElementsOf(LongStream.range(0, 7).boxed().toList());
        assertThat(entries).isSortedAccordingTo(java.util.Comparator.comparingLong(AuditEntry::atUs));
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.tenant()).isEqualTo(scope.tenant());
            assertThat(entry.role() + " " + entry.source()).isEqualTo("OPERATOR TEST");
            assertThat(AuditEntries.actor(scope, entry)).contains("tester");
        });
        assertThat(AuditEntries.size(scope)).isEqualTo(7);
    }

    /** What cannot be recorded does not happen: without the table of entries nothing is published, switched or begun. */
    @Test
    void actions_thatCannotBeRecorded_doNotHappen() {
        RunLedger.start(scope, "a1", Platforms.NOW);
        RunLedger.identify(scope, "a1", "run-a1", LocalDate.of(2026, 3, 28));
        execute("ALTER TABLE audit_entry RENAME TO audit_entry_away");
        try {
            assertThatThrownBy(() -> Heads.publish(scope, head("a1"))).isInstanceOf(PipelineException.class);
            assertThatThrownBy(() -> WorkflowSwitch.turn(scope, false)).isInstanceOf(PipelineException.class);
            assertThatThrownBy(() -> RunLedger.start(scope, "a2", Platforms.NOW))
                    .isInstanceOf(PipelineException.class);
        } finally {
            execute("ALTER TABLE audit_entry_away RENAME TO audit_entry");
        }

        assertThat(Heads.list(scope)).isEmpty();
        assertThat(WorkflowSwitch.read(scope)).isEqualTo(new WorkflowSwitch(1, true));
        assertThat(RunLedger.list(scope)).hasSize(1);
        assertThat(entries(scope)).hasSize(2);
    }

    @Test
    void append_ofManyAtOnce_leavesNoGap() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Long>> appends = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                appends.add(() -> AuditEntries.append(scope, AuditAction.READ, "kpis.json", Map.of()));
            }
            for (var each : threads.invokeAll(appends)) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(entries(scope).stream().map(AuditEntry::index))
                .containsExactlyElementsOf(LongStream.range(0, 41).boxed().toList());
    }

    /** Whoever has the platform's own login cannot undo an entry by a slip; who owns the server can, which the tree shows. */
    @Test
    void entries_onceThere_areNeitherChangedNorRemoved() {
        AuditEntries.append(scope, AuditAction.READ, "kpis.json", Map.of());
        for (String statement : List.of(
                "UPDATE audit_entry SET entry = ''",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry",
                "DELETE FROM audit_log",
                "TRUNCATE audit_log, audit_entry",
                "UPDATE audit_log SET size = size - 1 WHERE log = '"
                        + scope.log().id() + "'")) {
            assertThatThrownBy(() -> execute(statement)).as(statement).isInstanceOf(PipelineException.class);
        }
        assertThat(entries(scope)).hasSize(2);
    }

    @Test
    void open_movedOrAltered_refuses() {
        AuditEntries.append(scope, AuditAction.READ, "kpis.json", Map.of());
        List<StoredEntry> stored = stored(scope);
        byte[] sealed = stored.get(1).sealed();
        StoredEntry moved = new StoredEntry(0, stored.get(1).leaf(), sealed);
        byte[] altered = sealed.clone();
        altered[sealed.length / 2] ^= 1;

        assertThat(new String(AuditEntries.open(scope, stored.get(1)), StandardCharsets.UTF_8))
                .contains("\"action\":\"read\"")
                .doesNotContain("tester");
        assertThatThrownBy(() -> AuditEntries.open(scope, moved))
                .hasMessage("Cannot open entry 0 of the audit log: it was altered, moved, or sealed under another key;"
                        + " restore the database");
        assertThatThrownBy(() -> AuditEntries.open(
                        scope, new StoredEntry(1, stored.get(1).leaf(), altered)))
                .isInstanceOf(PipelineException.class);
        try (TenantScope other = Platforms.scope(Platforms.tenant(), Purpose.READ)) {
            assertThatThrownBy(() -> AuditEntries.open(other, stored.get(1))).isInstanceOf(PipelineException.class);
        }
    }

    @Test
    void erase_aPerson_keepsEveryByteAndForgetsTheName() {
        Tenancy platform = Platforms.shared();
        TenantId tenant = scope.tenant();
        AuditEntries.append(scope, AuditAction.READ, "kpis.json", Map.of());
        try (TenantScope jane = open(JANE)) {
            AuditEntries.append(jane, AuditAction.READ, "kpis.json", Map.of());
        }
        List<StoredEntry> before = stored(scope);
        String number = ErasedSubject.erase(platform, scope, JANE);

        try (TenantScope later = Platforms.scope(tenant, Purpose.READ)) {
            List<AuditEntry> entries = entries(later);
            assertThat(stored(later).subList(0, 3)).usingRecursiveComparison().isEqualTo(before);
            assertThat(entries.get(2).actor().subject()).isEqualTo(number);
            assertThat(AuditEntries.actor(later, entries.get(2))).isEmpty();
            assertThat(AuditEntries.actor(later, entries.get(1))).contains("tester");
            assertThat(entries.get(3).action()).isEqualTo(AuditAction.SUBJECT_ERASED);
            assertThat(entries.get(3).object()).isEqualTo("subject " + number);
        }
        try (TenantScope jane = open(JANE)) {
            AuditEntries.append(jane, AuditAction.READ, "kpis.json", Map.of());
            AuditEntry back = entries(jane).get(4);
            assertThat(back.actor().subject()).isNotEqualTo(number);
            assertThat(AuditEntries.actor(jane, back)).contains(JANE.name());
        }
        assertThatThrownBy(() -> ErasedSubject.erase(platform, scope, new Actor("nobody")))
                .hasMessageContaining("nobody of this name");
        assertThatThrownBy(() -> ErasedSubject.erase(platform, scope, new Actor("tester")))
                .hasMessageContaining("it is the one who asks");
    }

    /** The child that a scope is handed to records under its actor and can name nobody else. */
    @Test
    void append_byAScopeThatWasHandedOver_isOfTheSameActor() throws IOException {
        // Jane's scope begins the log, so that its first two entries are hers.
        try (TenantScope jane = open(JANE)) {
            AuditEntries.append(jane, AuditAction.READ, "kpis.json", Map.of());
        }
        var pipe = new ByteArrayOutputStream();
        try (TenantScope parent = Platforms.scope(scope.tenant(), Purpose.RUN)) {
            Tenancy.handOver(parent, pipe);
        }
        try (TenantScope child = Tenancy.receive(new ByteArrayInputStream(pipe.toByteArray()))) {
            AuditEntries.append(child, AuditAction.QUERIED, "slice", Map.of());

            List<AuditEntry> entries = entries(child);
            assertThat(AuditEntries.actor(child, entries.get(2))).contains("tester");
            assertThat(AuditEntries.actor(child, entries.get(1))).isEmpty();
        }
    }

    @Test
    void append_whereHeadsAreOlderThanTheLog_fixesWhatTheyAre() {
        TenantId old = Platforms.tenant();
        try (TenantScope known = Platforms.scope(old, Purpose.RUN)) {
            known.log().database().transact("plant a head", handle -> {
                handle.execute(
                        "INSERT INTO run (tenant, run_id, attempt_id, state, stage, started_at, finished_at)"
                                + " VALUES (?, 'run-x', 'x', 'PUBLISHED', 'publish', now(), now())",
                        old);
                return handle.execute(
                        "INSERT INTO head (tenant, sequence, run_id, attempt_id, manifest_path, manifest_sha256,"
                                + " workflow_epoch, published_at, logical_date, live)"
                                + " VALUES (?, 1, 'run-x', 'x', 'documents/x/manifest.json', ?, 1, now(), now(), true)",
                        old,
                        Sha256.of("x"));
            });
            AuditEntries.append(known, AuditAction.READ, "kpis.json", Map.of());

            assertThat(entries(known).get(1).action()).isEqualTo(AuditAction.HEAD_KNOWN);
            assertThat(entries(known).get(1).details())
                    .isEqualTo(Map.of(
                            "sequence", "1", "manifest_sha256", Sha256.of("x").hex()));
            assertThat(entries(known)).hasSize(3);
        }
    }

    private TenantScope open(Actor actor) {
        return Platforms.shared().open(scope.tenant(), actor, Role.ANALYST, Source.TEST, Purpose.READ);
    }

    private void publish(String attempt) {
        RunLedger.start(scope, attempt, Platforms.NOW);
        RunLedger.identify(scope, attempt, "run-" + attempt, LocalDate.of(2026, 3, 28));
        Heads.publish(scope, head(attempt));
    }

    private static NewHead head(String attempt) {
        return new NewHead(
                0,
                "run-" + attempt,
                attempt,
                "documents/" + attempt + "/manifest.json",
                Sha256.of(attempt),
                1,
                Platforms.NOW,
                NewHead.Kind.ALL,
                List.of());
    }

    private void execute(String statement) {
        Platforms.shared().database().transact("try a statement", handle -> handle.execute(statement));
    }

    private static List<StoredEntry> stored(TenantScope scope) {
        List<StoredEntry> stored = new ArrayList<>();
        AuditEntries.read(scope, 0, stored::add);
        return stored;
    }

    private static List<AuditEntry> entries(TenantScope scope) {
        return stored(scope).stream()
                .map(entry -> CanonicalJson.read(AuditEntries.open(scope, entry), AuditEntry.class))
                .toList();
    }
}
