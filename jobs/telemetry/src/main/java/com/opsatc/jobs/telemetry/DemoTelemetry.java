package com.opsatc.jobs.telemetry;

import com.opsatc.contract.run.TelemetryRequest;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.simulate.OtlpFleet;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a made-up week: OTLP lines of a small fleet, and those of the probe. The same seed and days give the same bytes. */
final class DemoTelemetry {
    private static final int USERS = 12;
    private static final int POINTS_A_USER_DAY = 40;

    private final Manifest manifest;
    private final TelemetryRequest.Demo asked;

    DemoTelemetry(Manifest manifest, TelemetryRequest.Demo asked) {
        this.manifest = manifest;
        this.asked = asked;
    }

    List<TelemetryRequest.Input> write() {
        Path folder = Path.of(asked.folder());
        Path tenants = folder.resolve("tenants-" + asked.through() + ".otlp.jsonl");
        Path probe = folder.resolve("probe-" + asked.through() + ".otlp.jsonl");
        try {
            Files.createDirectories(folder);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(tenants))) {
                fleet(asked.tenants(), asked.seed()).write(manifest, out);
            }

            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(probe))) {
                fleet(1, asked.seed() + 1)
                        .writeAs(manifest, manifest.contract().probe().identity(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + folder + ": check that it is writable", e);
        }

        return List.of(input(tenants, false), input(probe, true));
    }

    private OtlpFleet fleet(int tenants, long seed) {
        return new OtlpFleet(
                tenants, USERS, asked.through().minusDays(asked.days() - 1L), asked.days(), POINTS_A_USER_DAY, seed);
    }

    private static TelemetryRequest.Input input(Path file, boolean probe) {
        return new TelemetryRequest.Input(List.of(file.toString()), TelemetryRequest.Format.OTLP, probe);
    }
}
