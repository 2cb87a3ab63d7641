package com.opsatc.benchmarks;

import com.opsatc.benchmarks.telemetry.TelemetryBenchmark;
import com.opsatc.contract.CanonicalJson;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Main class of {@code opsatc bench}: {@code mining EVENTS FORMAT OPTIONS-FILE}.
 *
 * <p>The result alone goes to standard output, as text or JSON; what is under way goes to standard error.
 */
public final class BenchMain {
    private BenchMain() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream result = System.out;
        System.setOut(System.err);
        switch (arguments[0]) {
            case "mining" -> {
                Path root = Files.createTempDirectory("opsatc-bench");
                try {
                    MiningBenchmark benchmark =
                            new MiningBenchmark(new Workspace(root), Path.of(arguments[3]), System.err);
                    MiningResult mined = benchmark.run(Long.parseLong(arguments[1]));
                    result.print(arguments[2].equals("json") ? CanonicalJson.pretty(mined) + "\n" : mined.text());
                } finally {
                    Trees.delete(root);
                }
            }
            case "measure" -> {
                Workspace workspace = new Workspace(Path.of(arguments[2]));
                EngineRun run = EngineRun.measure(EngineKind.ofSymbol(arguments[1]), workspace);
                result.write(CanonicalJson.write(run));
                result.flush();
                Runtime.getRuntime().halt(0);
            }
            case "telemetry" -> {
                Path root = Files.createTempDirectory("opsatc-bench");
                try {
                    result.print(new TelemetryBenchmark(root, Path.of(arguments[4]), Path.of(arguments[3]), System.err)
                            .run(Long.parseLong(arguments[1]), arguments[2].equals("json")));
                } finally {
                    Trees.delete(root);
                }
            }
            case "measure-telemetry" -> {
                result.write(TelemetryBenchmark.measure(arguments, PeakMemory::mebi));
                result.flush();
                Runtime.getRuntime().halt(0);
            }
            case "pass-telemetry" -> {
                TelemetryBenchmark.pass(arguments);
                Runtime.getRuntime().halt(0);
            }
            default ->
                throw new IllegalArgumentException("Unknown benchmark; there are: " + List.of("mining", "telemetry"));
        }
    }
}
