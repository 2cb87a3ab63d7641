package com.opsatc.jobs.cli.verb.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.boundary.audit.note.LogCheckpoint;
import com.opsatc.boundary.audit.note.NoteKey;
import com.opsatc.boundary.audit.note.SignatureKind;
import com.opsatc.boundary.audit.note.SignedNote;
import com.opsatc.boundary.audit.note.VerifierKey;
import com.opsatc.boundary.audit.tree.HashTree;
import com.opsatc.boundary.audit.tree.TreeHasher;
import com.opsatc.boundary.audit.witness.AddCheckpoint;
import com.opsatc.boundary.audit.witness.LogWitness;
import com.opsatc.boundary.audit.witness.WitnessClient;
import com.opsatc.boundary.audit.witness.WitnessServer;
import com.opsatc.contract.audit.AuditAction;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.cli.CommandRun;
import com.opsatc.jobs.cli.Publisher;
import com.opsatc.jobs.cli.SamplePublication;
import com.opsatc.jobs.cli.TestHome;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.audit.LogState;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestHome.Extension.class)
class AuditCommandsTest {
    private static int tenants;

    private final TestHome home;
    private final TenantId tenant = new TenantId("audited-" + ++tenants);

    @TempDir
    private Path folder;

    AuditCommandsTest(TestHome home) {
        this.home = home;
        Publisher.publish(home, tenant, new SamplePublication(tenant).documents());
    }

    @Test
    void verbs_thatLookOrLetOut_areInTheLogBeforeTheyAnswer() {
        run("kpis");
        run("explain", SamplePublication.KPI);
        run("edges", "--output", "csv");
        run("report", "--out", folder.resolve("r.html").toString());

        assertThat(home.log(tenant).stream().map(entry -> entry.action().symbol() + " " + entry.object()))
                .containsExactly(
                        "log-began " + tenant,
                        "run-started a1",
                        "run-published 0123456789abcdef",
                        "read kpis",
                        "queried explain",
                        "read edges",
                        "gate-passed edges.json",
                        "read report",
                        "gate-passed report.html",
                        "exported report.html");
        CommandRun listed = run("audit", "list", "--output", "csv");
        assertThat(listed.out().lines().skip(4).findFirst().orElseThrow())
                .matches("3,20[^,]*Z,read,kpis,[^,]+,ANALYST,COMMAND_LINE,run=0123456789abcdef");
        assertThat(run("audit", "list", "--from", "3", "--output", "json").out())
                .startsWith("[{\"action\":\"read\",\"actor\":\"");
    }

    @Test
    void verify_aHeadThatWasTakenAway_isMissed() {
        assertThat(run("audit", "verify").out()).startsWith("✓ 4 of 4 entries hold; 1 published runs are in the log");
        asOwner(
                "take a head away",
                handle -> { // a tenant's login cannot
                    handle.execute("DELETE FROM outbox WHERE tenant = ?", tenant);
                    handle.execute(
                            "INSERT INTO head SELECT tenant, 7, run_id, attempt_id, manifest_path, manifest_sha256,"
                                    + " workflow_epoch, published_at, logical_date, live FROM head WHERE tenant = ?",
                            tenant);
                    return handle.execute("DELETE FROM head WHERE tenant = ? AND sequence = 1", tenant);
                });

        CommandRun run = run("audit", "verify");

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.out())
                .contains("head 1 was published, by entry 2, and is gone")
                .contains("head 7 was never published by an entry of the log");
        assertThat(run("verify").out()).contains("✗ audit log");
    }

    @Test
    void prove_anEntry_isAProofThatAuditCheckAccepts() throws IOException {
        Path proof = Files.writeString(
                folder.resolve("p"), run("audit", "prove", "--entry", "2").out());
        Path policy = Files.writeString(
                folder.resolve("policy"), "log " + run("audit", "key").out() + "quorum none\n");

        assertThat(CommandRun.in(folder)
                        .run("audit", "check", proof.toString(), "--policy", policy.toString())
                        .out())
                .matches("Entry 2 of opsatc/" + tenant
                        + "/[0-9a-f]{16} holds, in a tree of 4: run-published 0123456789abcdef\n");
        assertThat(run("audit", "prove", "--entry", "99").err()).contains("it has entries 0 to ");
    }

    @Test
    void erase_aPerson_forgetsTheNameAndKeepsTheLog() {
        open(new Actor("jane.doe"), scope -> AuditEntries.append(scope, AuditAction.READ, "kpis", Map.of()));
        assertThat(run("audit", "list").out()).contains(" jane.doe ");

        assertThat(run("audit", "erase", "--actor", "jane.doe").err())
                .startsWith("Forgot the account in the log of tenant ");

        assertThat(run("audit", "list").out()).contains(" erased-").doesNotContain("jane.doe");
        assertThat(run("audit", "verify").code()).isZero();
        assertThat(run("audit", "erase", "--actor", "jane.doe").code()).isEqualTo(2);
    }

    @Test
    void export_theLog_isLeavesWithTheirSignedRoot() throws IOException {
        Path out = folder.resolve("log");
        assertThat(run("audit", "export", "--out", out.toString()).err()).isEqualTo("Wrote 4 entries to " + out + "\n");

        TreeHasher hasher = new TreeHasher();
        HashTree tree = new HashTree();
        for (String line : Files.readAllLines(out.resolve("entries.jsonl"))) {
            tree.append(hasher.leaf(line.getBytes(StandardCharsets.UTF_8)));
        }
        SignedNote note = SignedNote.parse(Files.readAllBytes(out.resolve("checkpoint")));
        note.verified(
                List.of(VerifierKey.parse(Files.readString(out.resolve("key")).strip())));
        assertThat(LogCheckpoint.parse(note.text()).root()).isEqualTo(tree.root(4));
    }

    /** A home of a later state than its witness knows goes on; one that is older than its witness says so, and neither runs nor signs. */
    @Test
    void witness_ofAHomeThatWentBack_tells() throws IOException {
        NoteKey witnessKey = NoteKey.of("witness.example/w", SignatureKind.COSIGNATURE, new byte[32]);
        VerifierKey log = VerifierKey.parse(run("audit", "key").out().strip());
        LogWitness witness = new LogWitness(witnessKey, folder.resolve("w"), () -> List.of(log), Clock.systemUTC());
        Path policy = Files.createDirectories(home.home().resolve("conf")).resolve("audit-policy");
        try (WitnessServer server = WitnessServer.start(witness, InetAddress.getLoopbackAddress(), 0)) {
            Files.writeString(policy, "witness w " + witnessKey.verifier() + " " + server.url() + "\nquorum w\n");
            assertThat(run("audit", "verify").code()).isZero();
            assertThat(run("audit", "verify").out()).matches("(?s)✓ 6 of 6 .* witnessed up to 5\n");
            String proof = run("audit", "prove", "--entry", "1").out();
            assertThat(proof).contains("\n— witness.example/w ");

            advance(new WitnessClient(witnessKey.verifier(), server.url()));
            CommandRun verified = run("audit", "verify");
            assertThat(verified.code()).isEqualTo(5);
            assertThat(verified.out()).contains("this home is older than its witness, which has seen 12 entries");
            assertThat(run("verify").out()).contains("✗ audit log").contains("this home is older than its witness");
            assertThat(run("run"))
                    .satisfies(run -> assertThat(run.code()).isEqualTo(5))
                    .satisfies(
                            run -> assertThat(run.err())
                                    .contains(
                                            "this home is older than its witness witness.example/w, which has seen 12 entries"));
            assertThat(run("report", "--out", folder.resolve("r.html").toString())
                            .code())
                    .isEqualTo(5);
            assertThat(folder.resolve("r.html")).doesNotExist();
        } finally {
            Files.deleteIfExists(policy);
        }
    }

    @Test
    void export_withoutTheWitnessThatIsAskedFor_isRefused() throws IOException {
        NoteKey witnessKey = NoteKey.of("witness.example/w", SignatureKind.COSIGNATURE, new byte[32]);
        Path policy = Files.createDirectories(home.home().resolve("conf")).resolve("audit-policy");
        try {
            Files.writeString(policy, "witness w " + witnessKey.verifier() + " http://127.0.0.1:1\nquorum w\n");

            CommandRun run = run(
                    "export", "--format", "csv", "--out", folder.resolve("x").toString());

            assertThat(run.code()).isEqualTo(5);
            assertThat(run.err())
                    .contains("the audit log is not witnessed as conf/audit-policy of the home asks: ")
                    .contains("it does not answer at http://127.0.0.1:1");
            assertThat(folder.resolve("x")).doesNotExist();
        } finally {
            Files.deleteIfExists(policy);
        }
    }

    /** What the witness would have seen of a home that went on to 12 entries and was then restored. */
    private void advance(WitnessClient client) {
        in(scope -> {
            TreeHasher hasher = new TreeHasher();
            HashTree tree = new HashTree();
            AuditEntries.leaves(scope, tree::append);
            while (tree.size() < 12) {
                tree.append(hasher.leaf(new byte[] {(byte) tree.size()}));
            }
            String origin = LogState.origin(scope);
            NoteKey key = LogState.lendSeed(scope, seed -> NoteKey.of(origin, SignatureKind.NOTE, seed));
            long seen = client.latest(origin)
                    .map(note -> LogCheckpoint.parse(note.text()).size())
                    .orElseThrow();
            client.add(new AddCheckpoint(
                    seen,
                    tree.consistency(seen, 12).hashes(),
                    new LogCheckpoint(origin, 12, tree.root(12)).signed(key)));
        });
    }

    private CommandRun run(String verb, String... more) {
        List<String> arguments = new ArrayList<>(List.of(verb));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--tenant", tenant.value()));
        return home.start().run(arguments.toArray(String[]::new));
    }

    private void asOwner(String action, Database.Work<Integer> work) {
        try (Tenancy tenancy = home.open()) {
            tenancy.database().transact(action, work);
        }
    }

    private void in(Consumer<TenantScope> use) {
        open(new Actor("tester"), use);
    }

    private void open(Actor actor, Consumer<TenantScope> use) {
        try (Tenancy tenancy = home.open();
                TenantScope scope = tenancy.open(tenant, actor, Role.OPERATOR, Source.TEST, Purpose.RUN)) {
            use.accept(scope);
        }
    }
}
