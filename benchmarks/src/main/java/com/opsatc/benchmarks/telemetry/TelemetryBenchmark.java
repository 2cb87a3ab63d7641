package com.opsatc.benchmarks.telemetry;

import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.telemetry.aggregate.Days;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.simulate.OtlpFleet;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Measures the aggregation of made-up OTLP lines on two threads, in processes of their own: a file of so many points; one of
 * a quarter of them for the same user-days; and two of as many points for 4 and 16 times the user-days. The others show what
 * memory depends on.
 */
public final class TelemetryBenchmark {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int DAYS = 5;
    private static final Days COUNTED = new Days(FIRST, FIRST.plusDays(DAYS - 1L), 0);
    private static final int USERS = 10;
    private static final int POINTS_A_USER_DAY = 400;
    private static final int WARM_RUNS = 3;
    private static final int SLOWEST = 3;
    private static final long SEED = 7;

    private final Path folder;
    private final Path manifest;
    private final Path options;
    private final PrintStream progress;

    /**
     * @param folder for the made-up files
     * @param manifest file of the telemetry manifest
     * @param options file of JVM options that Spark needs
     */
    public TelemetryBenchmark(Path folder, Path manifest, Path options, PrintStream progress) {
        this.folder = folder;
        this.manifest = manifest;
        this.options = options;
        this.progress = progress;
    }

    /** Returns the result as indented JSON, or as a table. */
    public String run(long points, boolean json) throws Exception {
        int tenants = Math.toIntExact(Math.max(1, points / ((long) POINTS_A_USER_DAY * USERS * DAYS)));
        List<TelemetryEngine> direct = List.of(TelemetryEngine.DIRECT);
        TelemetryResult result = TelemetryResult.of(
                measured(tenants, POINTS_A_USER_DAY / 4, direct),
                measured(tenants, POINTS_A_USER_DAY, List.of(TelemetryEngine.values())),
                measured(4 * tenants, POINTS_A_USER_DAY / 4, direct),
                measured(16 * tenants, POINTS_A_USER_DAY / 16, direct));

        return json ? CanonicalJson.pretty(result) + "\n" : result.text();
    }

    private List<TelemetryRun> measured(int tenants, int pointsPerUserDay, List<TelemetryEngine> engines)
            throws Exception {
        OtlpFleet fleet = new OtlpFleet(tenants, USERS, FIRST, DAYS, pointsPerUserDay, SEED);
        Path file = folder.resolve("fleet-" + pointsPerUserDay + ".otlp.jsonl");
        progress.println("writing " + fleet.points() + " points");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            fleet.write(Manifest.load(manifest), out);
        }

        List<TelemetryRun> runs = new ArrayList<>();
        for (TelemetryEngine engine : engines) {
            TelemetryRun run = measured(engine, file, fleet);
            progress.println("measured " + run);
            runs.add(run);
        }
        Files.delete(file);

        return runs;
    }

    private TelemetryRun measured(TelemetryEngine engine, Path file, OtlpFleet fleet) throws Exception {
        long userDays = (long) fleet.tenants() * fleet.users() * fleet.days();
        Process process = start("measure-telemetry", LeastHeap.MOST_MEBI, engine, file, fleet.points(), userDays);
        byte[] json = process.getInputStream().readAllBytes();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IllegalStateException("Cannot measure " + engine.symbol() + ": its process ended with " + exit);
        }

        TelemetryRun run = CanonicalJson.read(json, TelemetryRun.class);
        return engine == TelemetryEngine.DIRECT
                ? run.withHeap(LeastHeap.mebi(heap -> passes(heap, file, SLOWEST * run.coldMillis())))
                : run;
    }

    /** Whether a pass ends, and in time: one that does little but collect would go on for very long. */
    private boolean passes(int heapMebi, Path file, long millis) throws IOException, InterruptedException {
        Process process = start("pass-telemetry", heapMebi, TelemetryEngine.DIRECT, file, 0, 0);
        boolean passes = process.waitFor(millis, TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        process.destroyForcibly().waitFor();
        progress.println("a heap of " + heapMebi + " MiB is " + (passes ? "enough" : "too small"));

        return passes;
    }

    /** A process whose heap is as large as is said and not larger; it ends when it has no more. */
    private Process start(String what, int heapMebi, TelemetryEngine engine, Path file, long points, long userDays)
            throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + options,
                        "-Xmx" + heapMebi + "m",
                        "-XX:+UseParallelGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.opsatc.benchmarks.BenchMain",
                        what,
                        engine.symbol(),
                        file.toString(),
                        manifest.toString(),
                        Long.toString(points),
                        Long.toString(userDays))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** One pass in this process, with arguments as for {@link #measure}; an error when it counts nothing. */
    public static void pass(String[] arguments) {
        TelemetryEngine engine = TelemetryEngine.ofSymbol(arguments[1]);
        long used = engine.run(Manifest.load(Path.of(arguments[3])), Path.of(arguments[2]), COUNTED);
        if (used == 0) {
            throw new IllegalStateException("Cannot measure " + engine.symbol() + ": it used nothing of the file");
        }
    }

    /**
     * Measures one engine in this process.
     *
     * @param arguments the engine, the file, the manifest, and the points and user-days of the file
     * @param peakMebi the most memory this process has held
     */
    public static byte[] measure(String[] arguments, LongSupplier peakMebi) {
        TelemetryEngine engine = TelemetryEngine.ofSymbol(arguments[1]);
        Path file = Path.of(arguments[2]);
        Manifest loaded = Manifest.load(Path.of(arguments[3]));
        List<Long> millis = new ArrayList<>();
        long used = 0;
        for (int i = 0; i <= WARM_RUNS; i++) {
            long start = System.nanoTime();
            used = engine.run(loaded, file, COUNTED);
            millis.add((System.nanoTime() - start) / 1_000_000);
        }
        List<Long> warm = new ArrayList<>(millis.subList(1, millis.size()));
        Collections.sort(warm);

        return CanonicalJson.write(new TelemetryRun(
                engine.symbol(),
                Long.parseLong(arguments[4]),
                Long.parseLong(arguments[5]),
                used,
                millis.get(0),
                warm.get(warm.size() / 2),
                0,
                peakMebi.getAsLong()));
    }
}
