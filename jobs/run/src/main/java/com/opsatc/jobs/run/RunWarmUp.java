package com.opsatc.jobs.run;

import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.contract.run.RunRequestBuilder;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.iceberg.IcebergCatalog;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;

/**
 * Runs a tenant of its own on a shipped sample, in a home that it removes again, so that the launcher can keep the classes that a
 * run loads in an archive for fast starts.
 */
public final class RunWarmUp {
    private static final String CONNECTOR = "sap/order-to-cash";
    private static final TenantId TENANT = new TenantId("warm-up");

    private RunWarmUp() {}

    /** @param arguments the {@code conf} folder */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory(
                "opsatc-warm-up", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            run(folder, Path.of(arguments[0]).toAbsolutePath());
        } finally {
            PrivateDirectory.delete(folder);
        }
    }

    private static void run(Path folder, Path configuration) {
        try (Tenancy tenancy = Tenancy.open(
                Home.create(folder.resolve("home")),
                RootKeys.of(folder.resolve("key/root.key").toString()))) {
            Tenants.of(tenancy).add(TENANT, Region.LOCAL, ZoneOffset.UTC, Instant.EPOCH);
            RunRequest request = RunRequestBuilder.builder()
                    .tenant(TENANT)
                    .mode(RunRequest.Mode.PUBLISH)
                    .zone("UTC")
                    .attemptId("warmup")
                    .startedAt(Instant.EPOCH)
                    .sources(List.of(new RunRequest.Source(
                            "sample",
                            CONNECTOR,
                            configuration
                                    .resolve("connectors/" + CONNECTOR + ".sample")
                                    .toString(),
                            "UTC",
                            new TreeMap<>())))
                    .configuration(configuration.toString())
                    .scratch(folder.resolve("scratch").toString())
                    .codeVersion("warm-up")
                    .cores(2)
                    .build();
            try (TenantScope scope = tenancy.open(
                            TENANT, new Actor("warm-up"), Role.OPERATOR, Source.COMMAND_LINE, Purpose.RUN);
                    LazySession session = new LazySession(
                            Path.of(request.scratch()),
                            request.cores(),
                            IcebergCatalog.sparkProperties(scope),
                            ProgressSink.NONE)) {
                RunWiring.tenantRun().run(session, scope, request, ProgressSink.NONE);
            } finally {
                tenancy.stopServer();
            }
        }
    }
}
