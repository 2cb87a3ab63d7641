package com.opsatc.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Map;

/** A whole run, from a made-up extract file to a published head, beside DuckDB over the same file. */
final class RunBenchmark {
    /** Half a microsecond for rounding to whole ones, and what a double loses. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.51");

    private final Path folder;
    private final Path installation;
    private final PrintStream progress;

    RunBenchmark(Path folder, Path installation, PrintStream progress) {
        this.folder = folder;
        this.installation = installation;
        this.progress = progress;
    }

    /**
     * What was measured.
     *
     * @param ratioDuckdb the run's wall time divided by DuckDB's; null where DuckDB cannot read the format
     */
    record Result(long events, String format, RunMeasure run, BigDecimal duckdbS, BigDecimal ratioDuckdb) {
        String text() {
            return "a run of " + events + " events from " + format + ", start of its process included\n" + run.text()
                    + (duckdbS == null
                            ? "  DuckDB does not read this format\n"
                            : "  DuckDB, the same file, edges, variants and cycle times alone: " + duckdbS
                                    + " s   ratio_duckdb " + ratioDuckdb + "\n");
        }
    }

    Result run(long events, ExtractFormat format) throws IOException {
        Path extract = folder.resolve("extract");
        progress.println("writing an extract of about " + events + " events");
        long written = Extract.write(extract, format, EventLogGenerator.casesFor(events));
        try (HostedRuns runs = new HostedRuns(folder, installation, extract, format)) {
            progress.println("running");
            RunMeasure run = runs.run();
            if (format == ExtractFormat.XES) {
                return new Result(written, format.file(), run, null, null);
            }

            progress.println("comparing with DuckDB");
            RunPeer.Found peer = RunPeer.mine(extract.resolve(format.file()), format);
            require(runs.figures(), peer.figures());
            return new Result(
                    written,
                    format.file(),
                    run,
                    RunMeasure.seconds(peer.seconds()),
                    run.wallS().divide(BigDecimal.valueOf(Math.max(0.01, peer.seconds())), 2, RoundingMode.HALF_UP));
        }
    }

    private static boolean agree(String ours, String theirs) {
        String[] one = ours.split(" ");
        String[] other = theirs.split(" ");
        boolean same = one.length == other.length && !theirs.isEmpty();
        for (int i = 0; same && i < one.length; i++) {
            same = new BigDecimal(one[i])
                            .subtract(new BigDecimal(other[i]))
                            .abs()
                            .compareTo(ROUNDING)
                    <= 0;
        }
        return same;
    }

    /** A faster tool that finds something else is no faster. */
    static void require(Map<String, String> ours, Map<String, String> theirs) {
        ours.forEach((name, figure) -> {
            if (!agree(figure, theirs.getOrDefault(name, ""))) {
                throw new IllegalStateException("Cannot compare with DuckDB: it gives " + theirs.get(name) + " for "
                        + name + ", the run gives " + figure);
            }
        });
        long edges = theirs.keySet().stream()
                .filter(name -> name.startsWith("edge "))
                .count();
        if (edges != ours.size() - 1) {
            throw new IllegalStateException(
                    "Cannot compare with DuckDB: it gives " + edges + " edges, the run gives " + (ours.size() - 1));
        }
    }
}
