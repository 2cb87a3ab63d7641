package com.opsatc.jobs.run;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.run.ProgressEvent;
import com.opsatc.contract.run.RunMessage;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/**
 * Stands in for the run's main class on a child's class path: takes the real hand-over, computes nothing, and ends as the
 * tenant's name says.
 */
public final class RunMain {
    private RunMain() {}

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        try (TenantScope scope = Tenancy.receive(in)) {
            byte[] json = new byte[in.readInt()];
            in.readFully(json);
            RunRequest request = CanonicalJson.read(json, RunRequest.class);
            System.err.println("log of " + scope.tenant());
            say(RunMessage.of(new ProgressEvent("surroundings", 1, 1, 42, 3000, true, surroundings(request))));
            end(scope, request);
        }
    }

    private static String surroundings(RunRequest request) throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Files.writeString(temporary.resolve("left behind"), "x");

        return "variables " + new TreeSet<>(System.getenv().keySet())
                + " temporary " + temporary.startsWith(request.scratch())
                + " "
                + PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(request.scratch())))
                + " mode " + request.mode() + " pid " + ProcessHandle.current().pid();
    }

    private static void end(TenantScope scope, RunRequest request) throws IOException {
        switch (scope.tenant().value()) {
            case "child-gate", "told-gate" -> {
                say(RunMessage.failure(ErrorCode.QUALITY_GATE, "Cannot publish: rule failed\n\u001b[2J"));
                System.exit(ErrorCode.QUALITY_GATE.exitCode());
            }
            case "child-database", "child-database-too" -> loseDatabase(scope, request);
            case "child-crash" -> Runtime.getRuntime().halt(7);
            case "child-garbage" -> System.out.println("hello");
            case "child-wait", "child-wait-too" -> System.in.read();
            case "child-killed" -> {
                // Waits for its parent the first time only.
                if (!Files.exists(Path.of(request.sources().get(0).path()).resolveSibling("killed"))) {
                    System.in.read();
                }
            }
            case "child-dumped" -> {
                dumpThreads();
                say(RunMessage.of(outcome(RunOutcome.State.PUBLISHED, request, List.of())));
            }
            case "child-differs" ->
                say(RunMessage.of(outcome(RunOutcome.State.DIFFERENT, request, List.of("kpis.json"))));
            default -> say(RunMessage.of(outcome(RunOutcome.State.PUBLISHED, request, List.of())));
        }
    }

    /** As an operator does who asks a child that seems to hang. */
    private static void dumpThreads() throws IOException {
        Process kill = new ProcessBuilder(
                        "kill", "-QUIT", Long.toString(ProcessHandle.current().pid()))
                .start();
        kill.onExit().join();
        for (int i = 0; i < 20; i++) {
            System.gc(); // each stops all threads, as the dump does: it is out by now
        }
    }

    /** Kills the home's database server, as a lack of memory might, and fails as a run does that needs it. */
    private static void loseDatabase(TenantScope scope, RunRequest request) {
        Path home = Path.of(request.scratch()).getParent().getParent();
        ProcessHandle server = ProcessHandle.of(
                        Tenancy.serverProcess(new Home(home)).orElseThrow())
                .orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
        try {
            RunLedger.start(scope, request.attemptId(), request.startedAt());
        } catch (PipelineException lost) {
            say(RunMessage.failure(lost.code(), lost.getMessage()));
            System.exit(lost.code().exitCode());
        }
    }

    private static RunOutcome outcome(RunOutcome.State state, RunRequest request, List<String> differing) {
        return new RunOutcome(
                state,
                "r1",
                request.logicalDate() == null ? LocalDate.of(2026, 3, 2) : request.logicalDate(),
                1,
                10,
                7,
                2,
                1,
                3,
                List.of(new RunOutcome.File("s", "bad.csv", 5, RunOutcome.File.REFUSED, "truncated-gzip")),
                List.of(),
                differing,
                List.of(),
                List.of());
    }

    private static void say(RunMessage message) {
        byte[] line = CanonicalJson.write(message);
        System.out.write(line, 0, line.length);
        System.out.write('\n');
        System.out.flush();
    }
}
