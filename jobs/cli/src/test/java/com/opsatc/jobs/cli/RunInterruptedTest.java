package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs whose command is interrupted or killed while their child processes wait. */
@ExtendWith(TestHome.Extension.class)
class RunInterruptedTest {
    private final TestHome home;
    private final StandInInstallation installation;

    RunInterruptedTest(TestHome home) throws IOException {
        this.home = home;
        installation = StandInInstallation.in(home);
    }

    @Test
    void run_interrupted_endsTheChildAndCleansUp() throws Exception {
        installation.tenant("child-wait");
        Process command = CommandProcess.builder(home, installation.root(), "run", "--tenant", "child-wait")
                .start();
        BufferedReader err =
                new BufferedReader(new InputStreamReader(command.getErrorStream(), StandardCharsets.UTF_8));
        long child = Long.parseLong(err.readLine().replaceFirst("^.* pid ", ""));

        new ProcessBuilder("kill", "-INT", String.valueOf(command.pid()))
                .start()
                .waitFor();

        assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(command.exitValue()).isEqualTo(130);
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(installation.scratchFolders("child-wait")).isEmpty();
        assertThat(installation
                        .run("run", "--tenant", installation.tenant("child-ok"))
                        .code())
                .isZero();
    }

    @Test
    void run_twoAtOnceInterrupted_endsBothChildrenAndCleansUp() throws Exception {
        installation.tenant("child-wait");
        installation.tenant("child-wait-too");
        Process command = CommandProcess.builder(
                        home,
                        installation.root(),
                        "run",
                        "--tenant",
                        "child-wait",
                        "--tenant",
                        "child-wait-too",
                        "--max-parallel-tenants",
                        "2")
                .start();
        BufferedReader err =
                new BufferedReader(new InputStreamReader(command.getErrorStream(), StandardCharsets.UTF_8));
        // Each says so and then waits for ever: two lines are two that run at once.
        List<String> lines = List.of(err.readLine(), err.readLine());

        new ProcessBuilder("kill", "-INT", String.valueOf(command.pid()))
                .start()
                .waitFor();

        assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(command.exitValue()).isEqualTo(130);
        assertThat(lines)
                .map(line -> Long.parseLong(line.replaceFirst("^.* pid ", "")))
                .doesNotHaveDuplicates()
                .allSatisfy(child -> assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive))
                        .isEmpty());
        assertThat(installation.scratchFolders("child-wait")).isEmpty();
        assertThat(installation.scratchFolders("child-wait-too")).isEmpty();
    }

    @Test
    void run_commandKilled_endsTheChildAndTheNextRunCleansUp() throws Exception {
        installation.tenant("child-killed");
        Process command = CommandProcess.builder(home, installation.root(), "run", "--tenant", "child-killed")
                .start();
        BufferedReader err =
                new BufferedReader(new InputStreamReader(command.getErrorStream(), StandardCharsets.UTF_8));
        long child = Long.parseLong(err.readLine().replaceFirst("^.* pid ", ""));
        var ended = ProcessHandle.of(child).orElseThrow().onExit();

        command.destroyForcibly();

        assertThat(ended.get(60, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(installation.scratchFolders("child-killed")).hasSize(1);
        Files.createFile(installation.folder().resolve("killed"));
        installation.run("run", "--tenant", "child-killed");
        assertThat(installation.scratchFolders("child-killed")).isEmpty();
    }
}
