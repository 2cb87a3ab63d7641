package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.jobs.report.telemetry.TelemetryPage;
import com.opsatc.jobs.report.testing.SampleDocuments;
import com.opsatc.jobs.report.testing.SampleTelemetry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages held against the rules of axe-core (WCAG 2.2 A and AA, and best practices), with every part of them opened. */
class AccessibilityTest {
    private static final Path AXE =
            Path.of(System.getProperty("opsatc.root"), ".ci/node/node_modules/axe-core/axe.min.js");

    @TempDir
    private Path folder;

    @Test
    void report_ofTwoProcesses_breaksNoRule() throws Exception {
        assertThat(violations(ReportPage.render(SampleDocuments.twoProcesses())))
                .isEqualTo("checked");
    }

    @Test
    void telemetryPage_breaksNoRule() throws Exception {
        assertThat(violations(TelemetryPage.render(SampleTelemetry.troubled()))).isEqualTo("checked");
    }

    @Test
    void pageWithAnUnnamedPicture_breaksARule() throws Exception {
        String page = new String(ReportPage.render(SampleDocuments.oneProcess()), StandardCharsets.UTF_8)
                .replace("</main>", "<img src=\"data:,\"></main>");

        assertThat(violations(page.getBytes(StandardCharsets.UTF_8))).startsWith("checked\nimage-alt");
    }

    /** The page's own policy forbids every script, so that the page is looked at without it. */
    private String violations(byte[] page) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.exists(AXE), "npm package not present: axe-core; npm install --prefix .ci/node installs it");
        String script = Files.readString(AXE) + """
                ;
                document.querySelectorAll('details').forEach(each => each.open = true);
                axe.run(document.documentElement, {resultTypes: ['violations']}).then(found => {
                  const said = document.createElement('pre');
                  said.id = 'said';
                  said.textContent = ['checked'].concat(found.violations.map(each =>
                      each.id + ': ' + each.nodes.length + ', the first ' + each.nodes[0].target.join(' '))).join('\\n');
                  document.body.append(said);
                });
                """;
        String open = new String(page, StandardCharsets.UTF_8)
                .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
        return Browser.open(folder, open.replace("</body>", "<script>" + script + "</script></body>"))
                .said();
    }
}
