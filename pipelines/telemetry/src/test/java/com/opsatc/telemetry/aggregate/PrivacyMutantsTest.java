package com.opsatc.telemetry.aggregate;

import static com.opsatc.telemetry.testing.Otlp.duration;
import static com.opsatc.telemetry.testing.Otlp.histogram;
import static com.opsatc.telemetry.testing.Otlp.metrics;
import static com.opsatc.telemetry.testing.Otlp.point;
import static com.opsatc.telemetry.testing.Otlp.resource;
import static com.opsatc.telemetry.testing.Otlp.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.telemetry.input.otlp.OtlpLines;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.testing.CountingKeys;
import com.opsatc.telemetry.testing.InputFiles;
import com.opsatc.telemetry.testing.SampleManifests;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T9: mistakes of counting, each as what the reader would have made of the input; the proof must see the difference. */
class PrivacyMutantsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path folder;

    /** A running total of 5, then of 8 operations: 8 happened. */
    @Test
    void cumulativeTotals_areNotCounted_andCountingThemIsSeen() {
        String name = "http.server.request.duration";
        String lines = metrics(resource("web", "acme"), histogram(name, "s", "2", point("2026-03-02T10:00:00Z", 0, 5)))
                + "\n"
                + metrics(resource("web", "acme"), histogram(name, "s", "2", point("2026-03-02T11:00:00Z", 0, 8)));

        assertThat(operations(lines, UnaryOperator.identity())).isZero();
        assertThat(operations(lines, text -> text.replace("Temporality\":2", "Temporality\":1")))
                .isEqualTo(13);
    }

    /** One operation, whose resource and whose point name different tenants. */
    @Test
    void operationOfTwoTenants_isNotCounted_andCountingItTwiceIsSeen() {
        String line = metrics(
                resource("web", "acme"), duration(point("2026-03-02T10:00:00Z", 0, 1, text("tenant.id", "bolt"))));

        assertThat(operations(line, UnaryOperator.identity())).isZero();
        assertThat(operations(line, text -> text.replace("bolt", "acme") + "\n" + text.replace("acme", "bolt")))
                .isEqualTo(2);
    }

    /** The probe's operations in the tenants' lane would be noised as if they were one more tenant's. */
    @Test
    void probeAmongTenants_isNotCounted_andCountingItIsSeen() {
        String line = metrics(resource("web", "opsatc-probe"), duration(point("2026-03-02T10:00:00Z", 0, 4)));

        assertThat(operations(line, UnaryOperator.identity())).isZero();
        assertThat(operations(line, text -> text.replace("opsatc-probe", "tenant")))
                .isEqualTo(4);
    }

    private long operations(String lines, UnaryOperator<String> mistake) {
        Manifest manifest = SampleManifests.shipped();
        Path file = InputFiles.write(folder.resolve("in"), mistake.apply(lines));
        long[] operations = {0};
        try (DayKeys keys = DayKeys.open(new CountingKeys())) {
            TenantTally tally = new TenantTally(
                    manifest,
                    Days.upTo(MONDAY),
                    new Pseudonyms(keys),
                    (shard, users) -> users.sorted().values().forEach(counts -> operations[0] += counts.operations()));
            new OtlpLines(manifest).read(InputFiles.part(file), tally);
            tally.finish();
        }
        return operations[0];
    }
}
