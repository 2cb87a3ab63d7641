package com.opsatc.benchmarks.telemetry;

import com.opsatc.contract.CanonicalJson;
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
import java.util.function.LongSupplier;

/**
 * Measures the aggregation of made-up OTLP lines on two threads, in processes of their own: a file of so many points; one of
 * a quarter of them for the same user-days; and two of as many points for 4 and 16 times the user-days. The others show what
 * memory depends on.
 */
public final class TelemetryBenchmark {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int DAYS = 5;
    private static final int USERS = 10;
    private static final int POINTS_A_USER_DAY = 400;
    private static final int WARM_RUNS = 3;
    private static final long SEED = 7;
    private static final String HEAP = "-Xmx2g";

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
    public String run(long points, boolean json) throws IOException, InterruptedException {
        int tenants = Math.toIntExact(Math.max(1, points / ((long) POINTS_A_USER_DAY * USERS * DAYS)));
        List<TelemetryRun> small = measured(tenants, POINTS_A_USER_DAY / 4, List.of(TelemetryEngine.DIRECT));
        List<TelemetryRun> large = measured(tenants, POINTS_A_USER_DAY, List.of(TelemetryEngine.values()));
        List<TelemetryRun> wide = measured(4 * tenants, POINTS_A_USER_DAY / 4, List.of(TelemetryEngine.DIRECT));
        List<TelemetryRun> widest = measured(16 * tenants, POINTS_A_USER_DAY / 16, List.of(TelemetryEngine.DIRECT));
        TelemetryResult result = TelemetryResult.of(small, large, wide, widest);

        return json ? CanonicalJson.pretty(result) + "\n" : result.text();
    }

    private List<TelemetryRun> measured(int tenants, int pointsPerUserDay, List<TelemetryEngine> engines)
            throws IOException, InterruptedException {
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

    private TelemetryRun measured(TelemetryEngine engine, Path file, OtlpFleet fleet)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + options,
                        HEAP,
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.opsatc.benchmarks.BenchMain",
                        "measure-telemetry",
                        engine.symbol(),
                        file.toString(),
                        manifest.toString(),
                        Long.toString(fleet.points()),
                        Long.toString((long) fleet.tenants() * fleet.users() * fleet.days()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] json = process.getInputStream().readAllBytes();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IllegalStateException("Cannot measure " + engine.symbol() + ": its process ended with " + exit);
        }

        return CanonicalJson.read(json, TelemetryRun.class);
    }

    /**
     * Measures one engine in this process.
     *
     * @param arguments as {@link #measured} gives them
     * @param peakMebi the most memory this process has held
     */
    public static byte[] measure(String[] arguments, LongSupplier peakMebi) throws InterruptedException {
        TelemetryEngine engine = TelemetryEngine.ofSymbol(arguments[1]);
        Path file = Path.of(arguments[2]);
        Manifest loaded = Manifest.load(Path.of(arguments[3]));
        List<Long> millis = new ArrayList<>();
        long used = 0;
        for (int i = 0; i <= WARM_RUNS; i++) {
            long start = System.nanoTime();
            used = engine.run(loaded, file, FIRST.plusDays(DAYS - 1L));
            millis.add((System.nanoTime() - start) / 1_000_000);
        }
        List<Long> warm = new ArrayList<>(millis.subList(1, millis.size()));
        Collections.sort(warm);
        long peak = peakMebi.getAsLong();
        long live = LiveMemory.mebiDuring(() -> engine.run(loaded, file, FIRST.plusDays(DAYS - 1L)));

        return CanonicalJson.write(new TelemetryRun(
                engine.symbol(),
                Long.parseLong(arguments[4]),
                Long.parseLong(arguments[5]),
                used,
                millis.get(0),
                warm.get(warm.size() / 2),
                live,
                peak));
    }
}
