package com.opsatc.jobs.cli.verb.operate;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.scope.Tenancy;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code opsatc stop}: ends the home's database server, which commands start and leave running. */
@Command(
        name = "stop",
        description = "Stops the home's database server. The next command that needs it starts it again.")
public final class StopCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Option(names = "--force", description = "Stops it although runs are under way; they fail, and publish nothing.")
    private boolean force;

    public StopCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        Home home = opsatc.existingHome();
        Optional<Long> process = Tenancy.serverProcess(home);
        if (process.isEmpty()) {
            opsatc.terminal().out().println("The database server of " + home.root() + " does not run");
            return 0;
        }

        if (!force) {
            requireNoWork(home);
        }
        Tenancy.stopServer(home);
        opsatc.terminal()
                .out()
                .println("Stopped the database server of " + home.root() + " (process " + process.get() + ")");

        return 0;
    }

    private void requireNoWork(Home home) {
        int work;
        try (Tenancy tenancy = opsatc.open()) {
            work = tenancy.workInFlight();
        }
        if (work > 0) {
            throw new PipelineException(
                    ErrorCode.LOCKED,
                    "Cannot stop the database server of " + home.root() + ": " + work
                            + (work == 1 ? " run is" : " runs are")
                            + " under way; wait, or add --force, which ends them unpublished");
        }
    }
}
