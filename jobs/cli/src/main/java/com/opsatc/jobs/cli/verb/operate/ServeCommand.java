package com.opsatc.jobs.cli.verb.operate;

import com.opsatc.advisory.AdvisoryConfig;
import com.opsatc.advisory.AdvisoryServer;
import com.opsatc.advisory.StoredDocuments;
import com.opsatc.advisory.token.DevelopmentTokens;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.instrumentation.PlatformTelemetry;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.output.Terminal;
import com.opsatc.jobs.cli.slice.SliceLog;
import com.opsatc.jobs.cli.slice.StoredSlices;
import com.opsatc.tenancy.scope.Tenancy;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc serve}: the read-only service, on this machine's loopback address, until it is interrupted. */
@Command(name = "serve", description = "Serves published documents over HTTP on this machine, until interrupted.")
public final class ServeCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65535;
    private static final String SERVICE = "opsatc-advisory";

    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Where to listen; 0 for any free port (default: ${DEFAULT-VALUE}).")
    private int port;

    public ServeCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--port': a port is 0 to " + LAST_PORT);
        }

        try (Tenancy tenancy = opsatc.open();
                PlatformTelemetry telemetry = opsatc.telemetry(tenancy.home(), SERVICE);
                AdvisoryServer server = start(tenancy, telemetry)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, telemetry), "stop serving"));
            tell(server);
            // Ended by the interrupt that ends the process.
            new CountDownLatch(1).await();

            return 0;
        }
    }

    private static void stop(AdvisoryServer server, PlatformTelemetry telemetry) {
        server.close();
        telemetry.close();
    }

    private AdvisoryServer start(Tenancy tenancy, PlatformTelemetry telemetry) {
        DevelopmentTokens tokens =
                DevelopmentTokens.open(tenancy, opsatc.invocation().clock(), RandomGenerator.getDefault());
        StoredDocuments documents = new StoredDocuments(tenancy);
        try {
            return AdvisoryServer.start(
                    AdvisoryConfig.local(
                            port, tokens.rules(), opsatc.invocation().clock(), System::nanoTime),
                    documents,
                    new StoredSlices(documents, new SliceLog(tenancy.home().logs())),
                    telemetry);
        } catch (PipelineException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot serve on port " + port
                            + ": it cannot be listened on; another program may have it; choose one" + " with --port",
                    e);
        }
    }

    private void tell(AdvisoryServer server) {
        Terminal terminal = opsatc.terminal();
        terminal.out().println("Serving " + server.address() + " (read only; interrupt to stop)");
        terminal.out().flush();
        terminal.err()
                .println("  described in    " + server.address() + "/openapi.json\n"
                        + "  a token         opsatc token --tenant NAME   (valid for 15 minutes, for development)\n"
                        + "  a request       curl -H \"Authorization: Bearer $(opsatc token --tenant NAME)\" "
                        + server.address() + "/v1/tenants/NAME/context");
    }
}
