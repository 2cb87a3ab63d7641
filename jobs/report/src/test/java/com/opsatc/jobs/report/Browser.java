package com.opsatc.jobs.report;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser without a screen; a test is skipped where none is installed. */
final class Browser {
    private Browser() {}

    /** @param dom what the page has become, {@code log} what the browser says of it */
    record Visit(String dom, String log) {
        /** What a page's script has written into its element {@code said}. */
        String said() {
            String said = dom.substring(dom.indexOf("<pre id=\"said\">") + 15);
            return said.substring(0, said.indexOf("</pre>"));
        }
    }

    /** Opens a page from a folder of its own and waits until its scripts have nothing more to do. */
    static Visit open(Path folder, String html) throws IOException, InterruptedException {
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
