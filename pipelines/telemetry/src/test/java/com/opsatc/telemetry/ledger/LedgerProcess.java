package com.opsatc.telemetry.ledger;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/**
 * A release's own process: receives the platform's scope on its standard input, then lines of a verb, a day and an input; says
 * of each what came of it, and lives until it is killed or its input ends.
 */
final class LedgerProcess implements AutoCloseable {
    static final Map<String, Sha256> VECTORS = Map.of("latency", Sha256.of("l"), "errors", Sha256.of("e"));

    private final Process process;
    private final BufferedReader said;

    LedgerProcess(PlatformScope scope) throws Exception {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LedgerProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Tenancy.handOverPlatform(scope, process.getOutputStream());
        say("ready");
        answer();
    }

    /** Sends a line without waiting for what comes of it. */
    void say(String line) throws Exception {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    String answer() throws Exception {
        return said.readLine();
    }

    void kill() throws Exception {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws Exception {
        kill();
    }

    public static void main(String[] arguments) throws Exception {
        try (PlatformScope scope = Tenancy.receivePlatform(System.in)) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(run(scope, line.split(" ")));
            }
        }
    }

    private static String run(PlatformScope scope, String[] words) {
        try {
            switch (words[0]) {
                case "reserve" -> {
                    NewReservation asked = EmptyLedger.asked(LocalDate.parse(words[1]), EmptyLedger.mac(words[2]));
                    return PrivacyLedger.reserve(scope, asked).undrawn() ? "undrawn" : "resumed";
                }
                case "noised" -> PrivacyLedger.noised(scope, LocalDate.parse(words[1]), VECTORS);
                case "published" -> PrivacyLedger.published(scope, LocalDate.parse(words[1]));
                case "lost" -> PrivacyLedger.lost(scope, LocalDate.parse(words[1]));
                default -> {
                    return "ready";
                }
            }
            return "done";
        } catch (PipelineException e) {
            return e.code().name();
        }
    }
}
