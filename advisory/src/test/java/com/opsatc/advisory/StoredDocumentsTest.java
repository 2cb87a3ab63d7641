package com.opsatc.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.advisory.token.DevelopmentTokens;
import com.opsatc.advisory.token.TokenVerifier;
import com.opsatc.contract.audit.AuditAction;
import com.opsatc.contract.audit.AuditEntry;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.run.WorkflowSwitch;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.Tenants;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole way: a real home, a real database, encrypted documents, tokens of the home's own key, real HTTP. */
final class StoredDocumentsTest {
    private static final Instant NOW = Instant.parse("2026-03-31T10:00:00Z");
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId GLOBEX = new TenantId("globex");

    private static Path directory;
    private static Tenancy tenancy;
    private static DevelopmentTokens tokens;
    private static AdvisoryServer server;

    @BeforeAll
    static void start() throws Exception {
        directory = Files.createTempDirectory("opsatc-advisory");
        tenancy = Tenancy.open(
                Home.create(directory.resolve("home")),
                RootKeys.of(directory.resolve("config/root.key").toString()));
        tokens = DevelopmentTokens.open(tenancy, InstantSource.fixed(NOW), new Random(1));
        server = AdvisoryServer.start(
                AdvisoryConfig.local(0, tokens.rules(), InstantSource.fixed(NOW), System::nanoTime),
                new StoredDocuments(tenancy));
        for (TenantId tenant : new TenantId[] {ACME, GLOBEX}) {
            add(tenant);
            PublishedRun.publish(tenancy, tenant, 0, Samples.documents(tenant));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        tenancy.stopServer();
        tenancy.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Test
    void get_ofAPublishedTenant_answersThePlaintextOfItsDocuments() throws Exception {
        for (TenantId tenant : new TenantId[] {ACME, GLOBEX}) {
            assertThat(get(tenant, tenant, "context").body())
                    .isEqualTo(Samples.documents(tenant).get(Documents.CONTEXT.name()));
            assertThat(get(tenant, tenant, "report").body())
                    .isEqualTo(Samples.documents(tenant).get(Documents.REPORT.name()));
        }
    }

    /** Who asked is in the tenant's log before the answer leaves: by the token's subject, and where from. */
    @Test
    void get_ofADocument_isInTheAuditLog() throws Exception {
        TenantId tenant = publish("looked-at");
        get(tenant, tenant, "context");
        get(tenant, GLOBEX, "context");

        try (TenantScope scope = tenancy.open(tenant, new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.READ)) {
            List<AuditEntry> entries = new ArrayList<>();
            AuditEntries.read(
                    scope,
                    /* from= */ 0,
                    stored -> entries.add(CanonicalJson.read(AuditEntries.open(scope, stored), AuditEntry.class)));
            List<AuditEntry> looks = entries.stream()
                    .filter(entry -> entry.action() == AuditAction.READ)
                    .toList();
            assertThat(looks).hasSize(1);
            assertThat(looks.get(0).object() + " " + looks.get(0).role() + " "
                            + looks.get(0).source())
                    .isEqualTo("context.json SERVICE SERVICE");
            assertThat(AuditEntries.actor(scope, looks.get(0)).orElseThrow()).endsWith(" from 127.0.0.1");
        }
    }

    @Test
    void get_ofAnotherTenantOrOfNone_isTheSameAnswer() throws Exception {
        TenantId silent = add(new TenantId("silent"));
        HttpResponse<byte[]> foreign = get(ACME, GLOBEX, "context");

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertSame(get(ACME, new TenantId("absent"), "context"), foreign);
        assertSame(get(new TenantId("absent"), new TenantId("absent"), "context"), foreign);
        assertSame(get(silent, silent, "context"), foreign);
    }

    @Test
    void get_ofAShreddedTenant_answersNoDocument() throws Exception {
        TenantId gone = publish("gone");
        assertThat(get(gone, gone, "kpis").statusCode()).isEqualTo(200);

        Tenants.of(tenancy).shred(gone);

        HttpResponse<byte[]> answer = get(gone, gone, "kpis");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(RunningService.text(answer)).doesNotContain("gone", "destroyed");
    }

    @Test
    void get_ofATenantSwitchedOff_isTheAnswerOfAnAbsentOneUntilItIsOnAgain() throws Exception {
        TenantId tenant = publish("switched");
        assertThat(get(tenant, tenant, "context").statusCode()).isEqualTo(200);

        turn(tenant, false);

        HttpResponse<byte[]> absent = get(new TenantId("absent"), new TenantId("absent"), "context");
        assertThat(absent.statusCode()).isEqualTo(404);
        for (String name : List.of("context", "kpis", "findings", "report")) {
            assertSame(get(tenant, tenant, name), absent);
        }
        assertThat(get(ACME, ACME, "context").statusCode()).isEqualTo(200);

        turn(tenant, true);

        assertThat(get(tenant, tenant, "context").statusCode()).isEqualTo(200);
    }

    @Test
    void get_afterTheNextHead_answersTheNewDocuments() throws Exception {
        TenantId tenant = publish("next");
        var second = new java.util.TreeMap<>(Samples.documents(tenant));
        second.put(Documents.REPORT.name(), "second".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        PublishedRun.publish(tenancy, tenant, 1, second);

        assertThat(RunningService.text(get(tenant, tenant, "report"))).isEqualTo("second");
    }

    @Test
    void get_ofADocumentThatWasTamperedWith_isWithheldEveryTime() throws Exception {
        TenantId tenant = publish("tampered");
        Path stored = stored(tenant, Documents.FINDINGS.name());
        byte[] good = Files.readAllBytes(stored);
        Path foreign = stored(GLOBEX, Documents.FINDINGS.name());

        byte[] flipped = good.clone();
        flipped[good.length - 1] ^= 1;
        Files.write(stored, flipped);
        assertWithheld(tenant, "findings");

        Files.write(stored, java.util.Arrays.copyOf(good, good.length - 1));
        assertWithheld(tenant, "findings");

        Files.write(stored, Samples.documents(tenant).get(Documents.FINDINGS.name()));
        assertWithheld(tenant, "findings");

        Files.copy(foreign, stored, StandardCopyOption.REPLACE_EXISTING);
        assertWithheld(tenant, "findings");

        Files.copy(stored(tenant, Documents.KPIS.name()), stored, StandardCopyOption.REPLACE_EXISTING);
        assertWithheld(tenant, "findings");

        Files.delete(stored);
        assertWithheld(tenant, "findings");
        assertThat(get(tenant, tenant, "kpis").statusCode()).isEqualTo(200);

        Files.write(stored, good);
        assertThat(get(tenant, tenant, "findings").statusCode()).isEqualTo(200);
    }

    @Test
    void get_ofAnAuthenticDocumentThatTheManifestDoesNotName_isWithheld() throws Exception {
        TenantId tenant = publish("replaced");

        PublishedRun.replace(
                tenancy, tenant, Documents.CONTEXT.name(), CanonicalJson.write(java.util.Map.of("not", "it")));

        assertWithheld(tenant, "context");
    }

    @Test
    void get_withoutTheManifestsSignature_isWithheld() throws Exception {
        TenantId tenant = publish("unsigned");

        Files.delete(stored(tenant, PublishedRun.MANIFEST + Published.SIGNATURE_SUFFIX));

        assertWithheld(tenant, "context");
    }

    @Test
    void document_whenTheStoreIsDamaged_saysSoWithoutContent() throws Exception {
        TenantId tenant = publish("damaged");
        Files.write(stored(tenant, Documents.KPIS.name()), new byte[10]);

        assertThatThrownBy(() -> new StoredDocuments(tenancy)
                        .document(new Asker(tenant, "t", "127.0.0.1"), AskedRun.CURRENT, Documents.KPIS.name()))
                .isInstanceOf(PipelineException.class)
                .extracting(error -> ((PipelineException) error).code())
                .isEqualTo(ErrorCode.STORE);
    }

    @Test
    void get_afterTheDatabaseWasKilled_startsItAgainAndAnswers() throws Exception {
        TenantId tenant = publish("healed");
        ProcessHandle postmaster =
                ProcessHandle.of(tenancy.serverProcess().orElseThrow()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();

        assertThat(get(tenant, tenant, "context").statusCode()).isEqualTo(200);
        assertThat(tenancy.serverProcess()).isPresent().isNotEqualTo(java.util.Optional.of(postmaster.pid()));
    }

    @Test
    void developmentTokens_ofTheSameHome_haveTheSameKeyWhichIsNowhereInClear() throws Exception {
        DevelopmentTokens again = DevelopmentTokens.open(tenancy, InstantSource.fixed(NOW), new Random(2));
        byte[] seed = tenancy.platformSecret("advisory-token");

        assertThat(new TokenVerifier(tokens.rules(), InstantSource.fixed(NOW))
                        .verify(again.issue(ACME, Duration.ofMinutes(1)))
                        .tenant())
                .isEqualTo(ACME);
        String hex = HexFormat.of().formatHex(seed);
        try (Stream<Path> files = Files.walk(directory.resolve("home/keys"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(HexFormat.of().formatHex(Files.readAllBytes(file))).doesNotContain(hex);
            }
        }
    }

    private static void assertWithheld(TenantId tenant, String name) throws Exception {
        HttpResponse<byte[]> answer = get(tenant, tenant, name);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(RunningService.text(answer))
                .contains("\"title\":\"Service Unavailable\"")
                .doesNotContain(tenant.value(), "findings", "context");
    }

    private static void assertSame(HttpResponse<byte[]> answer, HttpResponse<byte[]> other) {
        assertThat(answer.statusCode()).isEqualTo(other.statusCode());
        assertThat(answer.headers()).isEqualTo(other.headers());
        assertThat(answer.body()).isEqualTo(other.body());
    }

    private static TenantId add(TenantId tenant) {
        Tenants.of(tenancy).add(tenant, Region.LOCAL, ZoneId.of("UTC"), NOW);
        return tenant;
    }

    private static TenantId publish(String name) {
        TenantId tenant = add(new TenantId(name));
        PublishedRun.publish(tenancy, tenant, 0, Samples.documents(tenant));
        return tenant;
    }

    private static void turn(TenantId tenant, boolean enabled) {
        try (TenantScope scope =
                tenancy.open(tenant, new Actor("operator"), Role.OPERATOR, Source.COMMAND_LINE, Purpose.ADMINISTER)) {
            WorkflowSwitch.turn(scope, enabled);
        }
    }

    private static Path stored(TenantId tenant, String name) {
        return directory.resolve("home/tenants/" + tenant + "/" + PublishedRun.path(1, name));
    }

    private static HttpResponse<byte[]> get(TenantId holder, TenantId named, String name) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/v1/tenants/" + named + "/" + name))
                .header("Authorization", "Bearer " + tokens.issue(holder, Duration.ofMinutes(5)))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
