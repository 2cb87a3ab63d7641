package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.document.ActivityStats;
import com.opsatc.jobs.report.telemetry.TelemetryPage;
import com.opsatc.jobs.report.testing.SampleDocuments;
import com.opsatc.jobs.report.testing.SampleTelemetry;
import com.opsatc.jobs.report.testing.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {
    @TempDir
    Path folder;

    @Test
    void open_hostilePage_runsNothingAndLogsNothing() throws Exception {
        String payload =
                "\"'></title></style></svg><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
        Browser.Visit visit = open(new String(
                ReportPage.render(Texts.rewrite(SampleDocuments.oneProcess(), text -> payload + text)),
                StandardCharsets.UTF_8));

        assertThat(visit.dom()).contains("<title>acme: process report").doesNotContain("<title>owned");
        assertThat(visit.log()).doesNotContain("CONSOLE");
    }

    @Test
    void open_pageWithAScriptSlippedIn_isStoppedByThePolicy() throws Exception {
        String page = new String(ReportPage.render(SampleDocuments.twoProcesses()), StandardCharsets.UTF_8)
                .replace("</body>", "<script>document.title='owned'</script></body>");
        Browser.Visit visit = open(page);

        assertThat(visit.dom()).doesNotContain("<title>owned");
        assertThat(visit.log()).contains("CONSOLE").contains("Content Security Policy");
    }

    @Test
    void open_hostileTelemetry_runsNothingAndLogsNothing() throws Exception {
        String payload =
                "\"'></title></style></svg><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
        Browser.Visit visit = open(new String(
                TelemetryPage.render(Texts.rewrite(SampleTelemetry.troubled(), text -> payload + text)),
                StandardCharsets.UTF_8));

        assertThat(visit.dom()).contains("<title>Platform telemetry, 31").doesNotContain("<title>owned");
        assertThat(visit.log()).doesNotContain("CONSOLE");
    }

    /** At the width of a phone, a tablet, a laptop and a large screen, whatever activities are called. */
    @Test
    void open_pageOfLongNames_coversAndCutsNothing() throws Exception {
        ReportInput sample = SampleDocuments.twoProcesses();
        Map<String, String> names = new HashMap<>();
        sample.edges().processes().stream()
                .flatMap(process -> process.activities().stream())
                .map(ActivityStats::activity)
                .forEach(
                        name -> names.put(
                                name,
                                names.size() % 3 == 0
                                        ? name.toUpperCase(Locale.ROOT).replace(' ', '_')
                                                + "_WARTESCHLANGENBEARBEITUNGSSCHRITT"
                                        : name
                                                + " once the planner in charge has confirmed what is left of the ordered quantity"));
        byte[] page = ReportPage.render(Texts.rewrite(sample, text -> names.getOrDefault(text, text)));

        assertThat(measured(page)).isEqualTo("measured");
    }

    /** What a browser finds wrong with the places of things, a line each. */
    private String measured(byte[] page) throws Exception {
        String script =
                new String(BrowserTest.class.getResourceAsStream("measure.js").readAllBytes(), StandardCharsets.UTF_8);
        return open("<!DOCTYPE html><meta charset=\"utf-8\"/><pre id=\"said\"></pre><script>const PAGE = \""
                        + Base64.getEncoder().encodeToString(page) + "\";\n" + script + "</script>")
                .said();
    }

    private Browser.Visit open(String html) throws Exception {
        return Browser.open(folder, html);
    }
}
