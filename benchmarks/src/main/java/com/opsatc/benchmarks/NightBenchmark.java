package com.opsatc.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;

/** A first run over all there is, then a night in which one case in a hundred changed, then one in which nothing did. */
final class NightBenchmark {
    private final Path folder;
    private final Path installation;
    private final PrintStream progress;

    NightBenchmark(Path folder, Path installation, PrintStream progress) {
        this.folder = folder;
        this.installation = installation;
        this.progress = progress;
    }

    /**
     * What was measured.
     *
     * @param changed cases with an event more
     * @param share the night's stage time divided by the first run's
     */
    record Result(
            long events, long changed, RunMeasure first, RunMeasure night, RunMeasure unchanged, BigDecimal share) {
        String text() {
            return "the first run, of " + events + " events\n" + first.text() + "a night with " + changed
                    + " cases changed: " + share + " of its stage time\n" + night.text() + "a night with nothing new\n"
                    + unchanged.text();
        }
    }

    Result run(long events) throws IOException {
        Path extract = folder.resolve("extract");
        long cases = EventLogGenerator.casesFor(events);
        progress.println("writing an extract of about " + events + " events");
        long written = Extract.write(extract, ExtractFormat.CSV, cases);
        try (HostedRuns runs = new HostedRuns(folder, installation, extract, ExtractFormat.CSV)) {
            progress.println("running over all of it");
            RunMeasure first = runs.run();
            long changed = Extract.night(extract, cases);
            progress.println("running with " + changed + " cases changed");
            RunMeasure night = runs.run();
            progress.println("running with nothing new");
            RunMeasure unchanged = runs.run();
            return new Result(
                    written,
                    changed,
                    first,
                    night,
                    unchanged,
                    night.stageS().divide(first.stageS(), 2, RoundingMode.HALF_UP));
        }
    }
}
