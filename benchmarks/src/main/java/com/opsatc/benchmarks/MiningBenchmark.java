package com.opsatc.benchmarks;

import com.opsatc.contract.json.CanonicalJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prepares a log, requires that all engines agree on it, and then measures each in a process of its own. */
final class MiningBenchmark {
    private static final long SEED = 20_260_101;
    private static final String HEAP = "-Xmx4g";

    private final Workspace workspace;
    private final Path options;
    private final PrintStream progress;

    /** @param options file of JVM options that Spark needs */
    MiningBenchmark(Workspace workspace, Path options, PrintStream progress) {
        this.workspace = workspace;
        this.options = options;
        this.progress = progress;
    }

    MiningResult run(long events) throws IOException, InterruptedException {
        progress.println("writing a log of about " + events + " events, encrypted and plain");
        long written = Preparation.prepare(workspace, SEED, events);
        compare();
        List<EngineRun> runs = new ArrayList<>();
        for (EngineKind kind : EngineKind.values()) {
            EngineRun run = measured(kind);
            progress.println("measured " + run);
            runs.add(run);
        }

        return MiningResult.of(written, runs);
    }

    private void compare() {
        List<EdgeFigures> ours = edges(EngineKind.VISITOR);
        for (EngineKind peer : List.of(EngineKind.DUCKDB, EngineKind.DUCKDB_STREAMING, EngineKind.SPARK_SQL)) {
            progress.println("comparing with " + peer.symbol());
            EngineAgreement.require(peer.symbol(), ours, edges(peer));
        }
    }

    private List<EdgeFigures> edges(EngineKind kind) {
        try (Engine engine = kind.open(workspace)) {
            return engine.run();
        }
    }

    private EngineRun measured(EngineKind kind) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + options,
                        HEAP,
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchMain.class.getName(),
                        "measure",
                        kind.symbol(),
                        workspace.root().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] json = process.getInputStream().readAllBytes();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IllegalStateException("Cannot measure " + kind.symbol() + ": its process ended with " + exit);
        }

        return CanonicalJson.read(json, EngineRun.class);
    }
}
