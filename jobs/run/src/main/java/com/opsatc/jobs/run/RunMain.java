package com.opsatc.jobs.run;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.FailureTrace;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.pipe.MessageWriter;
import com.opsatc.contract.pipe.ParentWatch;
import com.opsatc.contract.pipe.RequestReader;
import com.opsatc.contract.run.RunMessage;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.tenancy.iceberg.IcebergCatalog;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Main class of one tenant's run.
 *
 * <p>Standard input holds the tenant's scope and the request, and stays open for as long as the parent lives; standard
 * output takes one JSON message a line and nothing else; standard error takes the log. It has no arguments, reads no
 * environment variable, and knows no other tenant.
 */
public final class RunMain {
    private RunMain() {}

    public static void main(String[] arguments) {
        PrintStream messages = System.out;
        // Whatever a library prints must not stand between two messages.
        System.setOut(System.err);
        MessageWriter writer = new MessageWriter(messages, System::nanoTime);
        System.exit(run(arguments, System.in, writer, RunWiring.tenantRun()));
    }

    /** Runs one tenant. Returns the exit code; never throws. */
    static int run(String[] arguments, InputStream in, MessageWriter writer, TenantJob job) {
        try {
            if (arguments.length > 0) {
                throw new PipelineException(
                        ErrorCode.CONFIGURATION,
                        "Cannot start a run: it takes no arguments, its request comes on standard input; use opsatc"
                                + " run");
            }

            writer.end(RunMessage.of(run(in, writer, job)));
            return 0;
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            System.err.print(FailureTrace.of(e));
            PipelineException known = RunFailure.of(e);
            writer.failure(known.code(), known.getMessage());
            return known.code().exitCode();
        }
    }

    private static RunOutcome run(InputStream in, MessageWriter writer, TenantJob job) throws IOException {
        writer.progress("start", 0, 1, 0);
        try (TenantScope scope = Tenancy.receive(in)) {
            RunRequest request = RequestReader.read(in, RunRequest.class);
            if (!request.tenant().equals(scope.tenant())) {
                throw new PipelineException(
                        ErrorCode.POLICY_REFUSED,
                        "Cannot run tenant " + request.tenant() + ": the key that was handed over is another tenant's");
            }

            ParentWatch.start(in, () -> Runtime.getRuntime().halt(ErrorCode.INTERRUPTED.exitCode()));
            writer.finished("start", 0, "");
            try (LazySession session = new LazySession(
                    Path.of(request.scratch()), request.cores(), IcebergCatalog.sparkProperties(scope), writer)) {
                return job.run(session, scope, request, writer);
            }
        }
    }
}
