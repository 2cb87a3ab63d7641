package com.opsatc.process.run;

import com.opsatc.contract.document.DocumentType;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.contract.run.RunRequestBuilder;
import com.opsatc.process.publish.ReportRenderer;
import com.opsatc.process.run.input.RunEnvironment;
import com.opsatc.process.testing.LocalSpark;
import com.opsatc.process.testing.RealData;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.iceberg.IcebergCatalog;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A real platform, shared by the tests of this package: home, keys, Postgres; each test makes tenants of its own. */
final class Platform {
    private static final Tenancy TENANCY = start();
    private static final AtomicInteger ATTEMPTS = new AtomicInteger();

    /** Stands for the report, which lies above this module. */
    static final ReportRenderer REPORT =
            documents -> ("report of " + documents.kpis().header().runId()).getBytes(StandardCharsets.UTF_8);

    private Platform() {}

    private static Tenancy start() {
        try {
            Path folder = Files.createTempDirectory("opsatc-platform");
            Tenancy tenancy = Tenancy.open(
                    Home.create(folder.resolve("home")),
                    RootKeys.of(folder.resolve("root.key").toString()));
            Runtime.getRuntime().addShutdownHook(new Thread(tenancy::stopServer));
            return tenancy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestTenant tenant(String name, String zone) {
        TenantId id = new TenantId(name);
        Tenants.of(TENANCY).add(id, Region.LOCAL, ZoneId.of(zone), Instant.EPOCH);
        return new TestTenant(id, zone, new ArrayList<>(), new ArrayList<>());
    }

    /** A tenant with its sources. */
    record TestTenant(TenantId id, String zone, List<RunRequest.Source> sources, List<RunRequest.Withdrawn> withdrawn) {
        TestTenant with(String source, String connector, Path path, String zone, Map<String, String> settings) {
            SortedMap<String, String> sorted = new TreeMap<>(settings);
            sources.removeIf(existing -> existing.source().equals(source));
            sources.add(new RunRequest.Source(source, connector, path.toString(), zone, sorted));
            return this;
        }

        /** With what its operator declares: what follows the first line of the file. */
        TestTenant declaring(String yaml) {
            try {
                Path file = TENANCY.home().tenantConfiguration(id);
                Files.createDirectories(file.getParent());
                Files.writeString(file, "tenant: " + id + "\n" + yaml);
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        RunOutcome run() {
            return run(RunRequest.Mode.PUBLISH, null, ProgressSink.NONE);
        }

        RunOutcome run(RunRequest.Mode mode, LocalDate date, ProgressSink progress) {
            return run(mode, date, progress, LocalSpark.session().newSession());
        }

        RunOutcome run(RunRequest.Mode mode, LocalDate date, ProgressSink progress, SparkSession session) {
            return run(request(mode, date), progress, REPORT, session);
        }

        RunOutcome run(ProgressSink progress, ReportRenderer report) {
            return run(
                    request(RunRequest.Mode.PUBLISH, null),
                    progress,
                    report,
                    LocalSpark.session().newSession());
        }

        /** A run that must do without a session. */
        RunOutcome runWithoutSpark() {
            return execute(request(RunRequest.Mode.PUBLISH, null), ProgressSink.NONE, REPORT, scope -> {
                throw new AssertionError("The run asked for a session");
            });
        }

        private RunOutcome run(RunRequest request, ProgressSink progress, ReportRenderer report, SparkSession session) {
            return execute(request, progress, report, scope -> {
                connect(session, scope);
                return session;
            });
        }

        private RunOutcome execute(
                RunRequest request,
                ProgressSink progress,
                ReportRenderer report,
                Function<TenantScope, SparkSession> session) {
            try (TenantScope scope = open(Purpose.RUN)) {
                return TenantRun.execute(
                        new RunEnvironment(
                                () -> session.apply(scope),
                                scope,
                                IcebergCatalog.alias(id),
                                report,
                                progress,
                                () -> Instant.EPOCH),
                        request);
            }
        }

        /** Rows of the tenant's tables, which a query calls {@code CATALOG.t.<name>}. */
        List<Row> rows(String sql) {
            SparkSession session = LocalSpark.session().newSession();
            try (TenantScope scope = open(Purpose.READ)) {
                connect(session, scope);
                return session.sql(sql.replace("CATALOG", IcebergCatalog.alias(id)))
                        .collectAsList();
            }
        }

        private static void connect(SparkSession session, TenantScope scope) {
            IcebergCatalog.sparkProperties(scope)
                    .forEach((key, value) -> session.conf().set(key, value));
        }

        <T> T published(Function<Published, T> reader) {
            try (TenantScope scope = open(Purpose.READ)) {
                return reader.apply(Published.current(scope).orElseThrow());
            }
        }

        <T> T document(DocumentType<T> type) {
            return published(published -> published.read(type));
        }

        TenantScope open(Purpose purpose) {
            return TENANCY.open(id, new Actor("tester"), Role.OPERATOR, Source.TEST, purpose);
        }

        Path store() {
            return TENANCY.home().tenant(id);
        }

        private RunRequest request(RunRequest.Mode mode, LocalDate date) {
            int attempt = ATTEMPTS.incrementAndGet();
            Path declared = TENANCY.home().tenantConfiguration(id);
            return RunRequestBuilder.builder()
                    .tenant(id)
                    .mode(mode)
                    .zone(zone)
                    .logicalDate(date)
                    .attemptId("a" + attempt)
                    .startedAt(Instant.EPOCH.plusSeconds(attempt))
                    .sources( // the ledger tells by it which attempt was the last
                            sources)
                    .withdrawn(withdrawn)
                    .configuration(RealData.conf().toString())
                    .tenantConfiguration(Files.exists(declared) ? declared.toString() : null)
                    .scratch(System.getProperty("java.io.tmpdir"))
                    .codeVersion("test")
                    .cores(2)
                    .build();
        }
    }
}
