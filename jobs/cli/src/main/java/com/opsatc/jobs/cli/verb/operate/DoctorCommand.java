package com.opsatc.jobs.cli.verb.operate;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.output.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code opsatc doctor}: says for each thing a run needs whether it is there, and what to do if not. */
@Command(
        name = "doctor",
        description = "Checks this machine and installation, and says what to do about what is missing.")
public final class DoctorCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    public DoctorCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        Terminal terminal = opsatc.terminal();
        List<HealthCheck.Result> results =
                HealthChecks.all(opsatc).stream().map(HealthCheck::examine).toList();
        int width = results.stream()
                .mapToInt(result -> result.name().length())
                .max()
                .orElse(0);
        for (HealthCheck.Result result : results) {
            String mark = result.healthy()
                    ? terminal.outStyle().good("✓")
                    : terminal.outStyle().bad("✗");
            terminal.out()
                    .println(mark + " " + result.name()
                            + " ".repeat(width - result.name().length() + 2) + result.finding());
        }

        return results.stream().allMatch(HealthCheck.Result::healthy) ? 0 : ErrorCode.CONFIGURATION.exitCode();
    }
}
