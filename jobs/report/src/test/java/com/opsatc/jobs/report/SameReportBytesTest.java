package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.Sha256;
import com.opsatc.jobs.report.telemetry.TelemetryPage;
import com.opsatc.jobs.report.testing.RenderSample;
import com.opsatc.jobs.report.testing.SampleDocuments;
import com.opsatc.jobs.report.testing.SampleTelemetry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SameReportBytesTest {
    @Test
    void render_otherProcessLocaleZoneAndEncoding_givesSameBytes() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-Duser.language=ar",
                        "-Duser.country=EG",
                        "-Duser.timezone=Asia/Kolkata",
                        "-Dfile.encoding=ISO-8859-1",
                        // Every object's identity hash is the same: an order that rests on them would show.
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=2",
                        RenderSample.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(printed.lines())
                .containsExactly(
                        Sha256.of(ReportPage.render(SampleDocuments.twoProcesses()))
                                .toString(),
                        Sha256.of(TelemetryPage.render(SampleTelemetry.troubled()))
                                .toString());
    }
}
