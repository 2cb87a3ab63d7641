package com.opsatc.jobs.report.testing;

import com.opsatc.jobs.report.telemetry.TelemetryPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Renders the sample views into a folder, to be looked at. */
public final class RenderTelemetry {
    private RenderTelemetry() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.write(folder.resolve("released.html"), TelemetryPage.render(SampleTelemetry.released()));
        Files.write(folder.resolve("gated.html"), TelemetryPage.render(SampleTelemetry.gated()));
        Files.write(folder.resolve("troubled.html"), TelemetryPage.render(SampleTelemetry.troubled()));
        Files.write(folder.resolve("empty.html"), TelemetryPage.render(SampleTelemetry.empty()));
    }
}
