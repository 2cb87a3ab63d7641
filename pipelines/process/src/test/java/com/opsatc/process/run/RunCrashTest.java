package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.process.canonical.CanonicalTables;
import com.opsatc.process.run.Platform.TestTenant;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.run.Run;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.run.StoredTables;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.TenantScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that dies after any of its commits did not happen, and the next one is as if it never had begun. */
class RunCrashTest {
    private static final String HEADER = "case,activity,at,begun\n";
    /** Without a case: rows kept out are a commit of their own. */
    private static final String KEPT_OUT = ",Open,2026-03-02T08:30:00Z,\n";

    private static final String FIRST =
            HEADER + "c1,Open,2026-03-02T08:00:00Z,\nc1,Close,2026-03-02T09:30:00Z,2026-03-02T09:00:00Z\n" + KEPT_OUT;
    private static final String SECOND =
            HEADER + "c2,Open,2026-03-03T08:00:00Z,\nc2,Close,2026-03-03T08:20:00Z,2026-03-03T08:10:00Z\n" + KEPT_OUT;

    private static final Map<String, String> SETTINGS =
            Map.of("case", "case", "activity", "activity", "timestamp", "at", "start", "begun");

    private static final String THIRD =
            HEADER + "c3,Open,2026-03-04T08:00:00Z,\nc3,Close,2026-03-04T11:00:00Z,2026-03-04T10:00:00Z\n";

    /** Every place where a run has just written something, up to its head; {@link Mortal} names them. */
    private static final List<String> BEFORE_THE_HEAD = List.of(
            "admit log 0", // the ledger's row
            "admit log 1",
            "admit log 2",
            "canonical tables log 1",
            "canonical tables log 2",
            "canonical tables log 3",
            "event log and mining log 1",
            "event log and mining log 2",
            "event log and mining log 3",
            "event log and mining log 4", // activity instances
            "event log and mining log 5",
            "documents and report 0", // the evidence
            "report", // every document but this one
            "documents and report done",
            "publish 1", // the manifest
            "publish 2"); // its signature

    private static final String AFTER_THE_HEAD = "publish 3";

    @TempDir
    private Path folder;

    @Test
    void run_killedAfterEachCommit_oldHeadServesAndTheNextRunGivesTheSame() throws IOException {
        Path once = extracts("once", FIRST, SECOND);
        TestTenant neverKilled = tenant("crash-never", once);
        Mortal watched = Mortal.at("never");
        neverKilled.run(watched, watched);
        assertThat(watched.commits()).isSubsetOf(places());
        Path growing = extracts("growing", FIRST);
        TestTenant killed = tenant("crash-often", growing);
        killed.run();
        Map<String, String> first = documents(killed, 1);
        Files.writeString(growing.resolve("2.csv"), SECOND);

        for (String place : BEFORE_THE_HEAD) {
            kill(killed, place);
            assertThat(heads(killed)).as(place).containsExactly(1L);
            assertThat(documents(killed, 1)).as(place).isEqualTo(first);
        }
        kill(killed, AFTER_THE_HEAD);

        // The head was the commit: what the dead run published serves, and is what a run never killed publishes.
        assertThat(heads(killed)).containsExactly(1L, 2L);
        assertThat(documents(killed, 1)).isEqualTo(first);
        assertThat(anonymous(killed, 2)).isEqualTo(anonymous(neverKilled, 1));
        assertThat(killed.run().state()).isEqualTo(RunOutcome.State.UNCHANGED);

        Files.writeString(growing.resolve("3.csv"), THIRD);
        Files.writeString(once.resolve("3.csv"), THIRD);
        killed.run();
        neverKilled.run();
        assertThat(anonymous(killed, 3)).isEqualTo(anonymous(neverKilled, 2));
        assertThat(documents(killed, 1)).isEqualTo(first);
        assertSettled(killed);
        assertNothingLeftOver(killed);
    }

    /** Attempts that died left rows, documents and metadata; the next ones took them away, and nothing that a head names. */
    private static void assertNothingLeftOver(TestTenant tenant) {
        try (TenantScope scope = tenant.open(Purpose.READ)) {
            SortedSet<String> named = new TreeSet<>();
            Set<String> attempts = new HashSet<>();
            for (Head head : Heads.list(scope)) {
                Published published = Published.of(scope, head);
                attempts.add(head.attemptId());
                assertThat(StoredTables.inspect(scope, published.manifest()).damaged())
                        .isEmpty();
                new String(scope.store().read(published.manifest().tableFiles().path()), StandardCharsets.UTF_8)
                        .lines()
                        .forEach(named::add);
            }

            assertThat(scope.store().list("tables").stream()
                            .filter(file -> file.contains("/data/"))
                            .toList())
                    .isEqualTo(named.stream()
                            .filter(file -> file.contains("/data/"))
                            .toList());
            assertThat(scope.store().list("documents").stream().map(file -> file.split("/")[1]))
                    .allMatch(attempts::contains);
            assertThat(scope.store().list("tables").stream()
                            .filter(file -> file.endsWith(".metadata.json"))
                            .collect(Collectors.groupingBy(StoredTables::tableOf, Collectors.counting()))
                            .values())
                    .allMatch(versions -> versions <= 11);
        }
    }

    private static void kill(TestTenant tenant, String place) {
        Mortal mortal = Mortal.at(place);
        assertThatThrownBy(() -> tenant.run(mortal, mortal)).as(place).isInstanceOf(Mortal.Killed.class);
    }

    /** Every head's snapshots are tagged, no attempt's branch is left, and the ledger knows what became of each attempt. */
    private static void assertSettled(TestTenant tenant) {
        List<String> tables = tenant.rows("SHOW TABLES IN CATALOG.t").stream()
                .map(row -> row.<String>getAs("tableName"))
                .toList();
        assertThat(tables).hasSize(10);
        for (String table : tables) {
            assertThat(tenant.rows("SELECT name FROM CATALOG.t." + table + ".refs").stream()
                            .map(row -> row.getString(0)))
                    .as(table)
                    .containsExactlyInAnyOrder("head_1", "head_2", "head_3");
        }

        try (TenantScope scope = tenant.open(Purpose.READ)) {
            Map<Run.State, Long> ends =
                    RunLedger.list(scope).stream().collect(Collectors.groupingBy(Run::state, Collectors.counting()));
            assertThat(ends)
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of(Run.State.PUBLISHED, 3L, Run.State.ABANDONED, (long) BEFORE_THE_HEAD.size()));
        }
    }

    @Test
    void run_ruleOfAStreamFails_publishesNothingAndRecordsWhy() throws IOException {
        TestTenant tenant = tenant("crash-none", extracts("empty", HEADER));

        assertThatThrownBy(tenant::run)
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith(
                        "Nothing to publish for tenant crash-none: source log fails its quality gate: events: ")
                .hasMessageContaining("RowCount > 0");
        try (TenantScope scope = tenant.open(Purpose.READ)) {
            assertThat(Heads.current(scope)).isEmpty();
            assertThat(RunLedger.list(scope)).singleElement().satisfies(run -> {
                assertThat(run.state()).isEqualTo(Run.State.FAILED);
                assertThat(run.errorCode()).isEqualTo(ErrorCode.QUALITY_GATE);
            });
        }
    }

    /** Everything that one head published, whole: a document that is missing or not the manifest's is an error. */
    private static Map<String, String> documents(TestTenant tenant, long sequence) {
        try (TenantScope scope = tenant.open(Purpose.READ)) {
            Published published = published(scope, sequence);
            Map<String, String> texts = new TreeMap<>();
            published
                    .manifest()
                    .documents()
                    .forEach(document -> texts.put(
                            document.name(),
                            new String(published.document(document.name()), StandardCharsets.ISO_8859_1)));
            published.manifest().tableDigests().forEach((table, digest) -> texts.put("table " + table, digest.hex()));
            assertThat(texts)
                    .containsKeys(
                            Documents.KPIS.name(),
                            Documents.EDGES.name(),
                            Documents.VARIANTS.name(),
                            Documents.BOTTLENECKS.name(),
                            Documents.FINDINGS.name(),
                            Documents.QUALITY.name(),
                            Documents.DEFINITIONS.name(),
                            Documents.CONTEXT.name(),
                            Documents.REPORT.name(),
                            "table " + CanonicalTables.events("log").name());
            return texts;
        }
    }

    /** The same without the names of tenant and run: all else of two tenants with the same data is equal to the byte. */
    private static Map<String, String> anonymous(TestTenant tenant, long sequence) {
        String runId;
        try (TenantScope scope = tenant.open(Purpose.READ)) {
            runId = published(scope, sequence).manifest().runId();
        }

        Map<String, String> texts = documents(tenant, sequence);
        texts.replaceAll(
                (name, text) -> text.replace(tenant.id().value(), "TENANT").replace(runId, "RUN"));
        return texts;
    }

    private static Published published(TenantScope scope, long sequence) {
        return Heads.list(scope).stream()
                .filter(head -> head.sequence() == sequence)
                .map(head -> Published.of(scope, head))
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> heads(TestTenant tenant) {
        try (TenantScope scope = tenant.open(Purpose.READ)) {
            return Heads.list(scope).stream().map(Head::sequence).toList();
        }
    }

    private static List<String> places() {
        return Stream.concat(BEFORE_THE_HEAD.stream(), Stream.of(AFTER_THE_HEAD))
                .toList();
    }

    private static TestTenant tenant(String name, Path extracts) {
        return Platform.tenant(name, "UTC").with("log", "generic/event-log", extracts, "UTC", SETTINGS);
    }

    private Path extracts(String name, String... files) throws IOException {
        Path extracts = Files.createDirectory(folder.resolve(name));
        for (int i = 0; i < files.length; i++) {
            Files.writeString(extracts.resolve((i + 1) + ".csv"), files[i]);
        }

        return extracts;
    }
}
