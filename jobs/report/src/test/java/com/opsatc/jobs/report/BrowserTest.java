package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.document.ActivityStats;
import com.opsatc.jobs.report.telemetry.TelemetryPage;
import com.opsatc.jobs.report.testing.SampleDocuments;
import com.opsatc.jobs.report.testing.SampleTelemetry;
import com.opsatc.jobs.report.testing.Texts;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {
    @TempDir
    Path folder;

    record Visit(String dom, String log) {}

    @Test
    void open_hostilePage_runsNothingAndLogsNothing() throws Exception {
        String payload =
                "\"'></title></style></svg><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
        Visit visit = open(new String(
                ReportPage.render(Texts.rewrite(SampleDocuments.oneProcess(), text -> payload + text)),
                StandardCharsets.UTF_8));

        assertThat(visit.dom()).contains("<title>acme: process report").doesNotContain("<title>owned");
        assertThat(visit.log()).doesNotContain("CONSOLE");
    }

    @Test
    void open_pageWithAScriptSlippedIn_isStoppedByThePolicy() throws Exception {
        String page = new String(ReportPage.render(SampleDocuments.twoProcesses()), StandardCharsets.UTF_8)
                .replace("</body>", "<script>document.title='owned'</script></body>");
        Visit visit = open(page);

        assertThat(visit.dom()).doesNotContain("<title>owned");
        assertThat(visit.log()).contains("CONSOLE").contains("Content Security Policy");
    }

    @Test
    void open_hostileTelemetry_runsNothingAndLogsNothing() throws Exception {
        String payload =
                "\"'></title></style></svg><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
        Visit visit = open(new String(
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
        String dom = open("<!DOCTYPE html><meta charset=\"utf-8\"/><pre id=\"said\"></pre><script>const PAGE = \""
                        + Base64.getEncoder().encodeToString(page) + "\";\n" + script + "</script>")
                .dom();
        String said = dom.substring(dom.indexOf("<pre id=\"said\">") + 15);

        return said.substring(0, said.indexOf("</pre>"));
    }

    private Visit open(String html) throws Exception {
        Path page = Files.writeString(folder.resolve("report.html"), html, StandardCharsets.UTF_8);
        Path dom = folder.resolve("dom");
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(browser()));
        command.addAll(List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=30000",
                "--dump-dom",
                page.toUri().toString()));
        Process chromium = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        boolean ended = chromium.waitFor(90, TimeUnit.SECONDS);
        chromium.destroyForcibly().waitFor();
        Assumptions.assumeTrue(ended && Files.size(dom) > 0, "the browser does not open a page on this machine");

        return new Visit(Files.readString(dom), Files.readString(log, StandardCharsets.ISO_8859_1));
    }

    private static String browser() {
        Optional<Path> found = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "no Chromium on the path: install it to run the browser tests");

        return found.get().toString();
    }
}
