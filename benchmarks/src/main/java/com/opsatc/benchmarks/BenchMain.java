package com.opsatc.benchmarks;

import com.opsatc.benchmarks.telemetry.TelemetryBenchmark;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.pipe.ParentWatch;
import com.opsatc.tenancy.home.PassingFolder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Main class of {@code opsatc bench}: {@code mining EVENTS FORMAT OPTIONS-FILE}, and others with what they need besides.
 *
 * <p>The result alone goes to standard output, as text or JSON; what is under way goes to standard error.
 */
public final class BenchMain {
    private static final String PURPOSE = "bench";

    private BenchMain() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream result = System.out;
        System.setOut(System.err);
        switch (arguments[0]) {
            case "mining" -> {
                endWithParent();
                try (PassingFolder folder = PassingFolder.create(PURPOSE)) {
                    MiningBenchmark benchmark =
                            new MiningBenchmark(new Workspace(folder.path()), Path.of(arguments[3]), System.err);
                    MiningResult mined = benchmark.run(Long.parseLong(arguments[1]));
                    result.print(arguments[2].equals("json") ? CanonicalJson.pretty(mined) + "\n" : mined.text());
                }
            }
            case "measure" -> {
                endWithParent();
                Workspace workspace = new Workspace(Path.of(arguments[2]));
                EngineRun run = EngineRun.measure(EngineKind.ofSymbol(arguments[1]), workspace);
                result.write(CanonicalJson.write(run));
                result.flush();
                Runtime.getRuntime().halt(0);
            }
            case "run" -> {
                endWithParent();
                try (PassingFolder folder = PassingFolder.create(PURPOSE)) {
                    RunBenchmark.Result run = new RunBenchmark(folder.path(), Path.of(arguments[4]), System.err)
                            .run(Long.parseLong(arguments[1]), ExtractFormat.valueOf(arguments[5]));
                    result.print(arguments[2].equals("json") ? CanonicalJson.pretty(run) + "\n" : run.text());
                }
            }
            case "night" -> {
                endWithParent();
                try (PassingFolder folder = PassingFolder.create(PURPOSE)) {
                    NightBenchmark.Result night = new NightBenchmark(folder.path(), Path.of(arguments[4]), System.err)
                            .run(Long.parseLong(arguments[1]));
                    result.print(arguments[2].equals("json") ? CanonicalJson.pretty(night) + "\n" : night.text());
                }
            }
            case "telemetry" -> {
                endWithParent();
                try (PassingFolder folder = PassingFolder.create(PURPOSE)) {
                    result.print(new TelemetryBenchmark(
                                    folder.path(), Path.of(arguments[4]), Path.of(arguments[3]), System.err)
                            .run(Long.parseLong(arguments[1]), arguments[2].equals("json")));
                }
            }
            case "measure-telemetry" -> {
                endWithParent();
                result.write(TelemetryBenchmark.measure(arguments, PeakMemory::mebi));
                result.flush();
                Runtime.getRuntime().halt(0);
            }
            case "pass-telemetry" -> {
                endWithParent();
                TelemetryBenchmark.pass(arguments);
                Runtime.getRuntime().halt(0);
            }
            default ->
                throw new IllegalArgumentException(
                        "Unknown benchmark; there are: " + List.of("mining", "night", "run", "telemetry"));
        }
    }

    /** Whoever started this process waits for its result and holds its standard input: when it is gone, so is the reason. */
    private static void endWithParent() {
        ParentWatch.start(System.in, () -> System.exit(ErrorCode.INTERRUPTED.exitCode()));
    }
}
