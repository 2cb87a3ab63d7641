package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Either runner's process commits the same exact day, to the byte. */
class TelemetryRunnersTest {
    private static final String DAY = "2026-03-03";

    @TempDir
    private Path folder;

    @Test
    void ingest_byEitherRunner_commitsTheSameBytes() throws IOException {
        Path lines = Files.write(folder.resolve("lines.jsonl"), lines());

        byte[] direct = exact("direct", lines);
        byte[] spark = exact("spark", lines);

        JsonNode vectors = CanonicalJson.tree(direct).get("vectors");
        assertThat(vectors.get("activity").get(0).asLong()).isPositive();
        assertThat(spark).isEqualTo(direct);
    }

    private byte[] exact(String runner, Path lines) throws IOException {
        TestHome home =
                new TestHome(Files.createDirectory(folder.resolve(runner)).toRealPath());
        CommandRun run = home.start().run("telemetry", "ingest", lines.toString(), "--day", DAY, "--runner", runner);
        try (Tenancy tenancy = home.open()) {
            try (PlatformScope scope =
                    tenancy.openPlatform(new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.READ)) {
                assertThat(run.code()).as(run.err()).isZero();

                return scope.store().read("exact/" + DAY + ".json");
            } finally {
                tenancy.stopServer();
            }
        }
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int tenant = 0; tenant < 5; tenant++) {
            for (int user = 0; user < 7; user++) {
                for (int span = 0; span <= tenant * user; span++) {
                    lines.add(OtlpSpan.of("tenant-" + tenant, "user-" + user, DAY));
                }
            }
        }

        return lines;
    }
}
