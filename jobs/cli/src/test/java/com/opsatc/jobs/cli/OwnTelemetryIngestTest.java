package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.instrumentation.Endpoint;
import com.opsatc.instrumentation.Feature;
import com.opsatc.instrumentation.Operation;
import com.opsatc.instrumentation.PlatformTelemetry;
import com.opsatc.jobs.host.TenantRunner;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the platform's components write of themselves is what the platform's telemetry counts, operation for operation. */
class OwnTelemetryIngestTest {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
    private static final TenantId ACME = new TenantId("acme");

    @TempDir
    private Path folder;

    @Test
    void ingest_whatTheComponentsWrote_countsEachOperationAndFeature() throws IOException {
        TestHome home = new TestHome(folder.toRealPath());
        try (Tenancy tenancy = home.open()) {
            try {
                tell(tenancy.home().spool());

                CommandRun run = home.start().run("telemetry", "ingest", "--output", "json");

                assertThat(run.code()).as(run.err()).isZero();
                assertThat(CanonicalJson.tree(run.out().getBytes(StandardCharsets.UTF_8))
                                .get("counts")
                                .toString())
                        .matches("\\{\"files\":2,\"lines\":\\d+,\"points\":112,\"points used\":112,"
                                + "\"raw files deleted\":0,\"raw files kept\":2}");
                assertVectors(tenancy);
            } finally {
                tenancy.stopServer();
            }
        }
    }

    /** A hundred requests of one user, two of which failed, and the features that it used; one run that failed. */
    private static void tell(Path spool) {
        try (PlatformTelemetry advisory =
                PlatformTelemetry.open(spool, "opsatc-advisory", "1", () -> NOON, OwnTelemetryIngestTest::complain)) {
            for (int request = 0; request < 100; request++) {
                boolean failed = request < 2;
                advisory.operation(Operation.request(
                        Endpoint.CONTEXT,
                        "GET",
                        failed ? 503 : 200,
                        ACME,
                        "ada",
                        NOON,
                        NOON.plus(Duration.ofMillis(failed ? 300 : 20))));
            }
            for (int use = 0; use < 10; use++) {
                advisory.featureUsed(Feature.FINDINGS, ACME, "ada");
            }
            advisory.featureUsed(Feature.KPIS, ACME, "ada");
        }
        try (PlatformTelemetry run = PlatformTelemetry.open(
                spool, TenantRunner.SERVICE, "1", () -> NOON, OwnTelemetryIngestTest::complain)) {
            run.operation(Operation.run(ACME, Optional.of(ErrorCode.QUALITY_GATE), NOON, NOON.plusSeconds(7)));
        }
    }

    /** In units: 65,536 stand for 2,000 operations, 100 failed ones, and 200 users of features. */
    private static void assertVectors(Tenancy tenancy) {
        try (PlatformScope scope =
                tenancy.openPlatform(new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.READ)) {
            JsonNode vectors = CanonicalJson.tree(scope.store().read("exact/2026-03-03.json"))
                    .get("vectors");

            assertThat(vectors.get("activity").toString()).isEqualTo("[" + (3276 + 32) + "]");
            // The run, all of which failed, is over the error clip.
            assertThat(vectors.get("errors").toString()).isEqualTo("[" + (1310 + 655) + "," + (3276 + 32) + ",32]");
            // 98 of 20 ms, 2 of 300 ms, 1 of 7 s.
            assertThat(vectors.get("latency").toString()).isEqualTo("[0,0,3211,0,0,0,0,65,0,0,0,0,32,0,0]");
            // Of report, findings, context, explain and all others.
            assertThat(vectors.get("features").toString()).isEqualTo("[0,327,0,0,327]");
        }
    }

    private static void complain(String complaint) {
        throw new AssertionError(complaint);
    }
}
