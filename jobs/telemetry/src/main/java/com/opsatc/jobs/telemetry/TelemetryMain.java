package com.opsatc.jobs.telemetry;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.FailureTrace;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.pipe.MessageWriter;
import com.opsatc.contract.pipe.ParentWatch;
import com.opsatc.contract.pipe.RequestReader;
import com.opsatc.contract.run.RunMessage;
import com.opsatc.contract.run.TelemetryOutcome;
import com.opsatc.contract.run.TelemetryRequest;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * Main class of the process that works on platform telemetry.
 *
 * <p>Standard input holds the platform's scope and the request, and stays open for as long as the parent lives; standard
 * output takes one JSON message a line and nothing else; standard error takes the log. It has no arguments, reads no
 * environment variable, and holds no tenant's key.
 */
public final class TelemetryMain {
    private static final int MOST_CAUSES = 20;

    private TelemetryMain() {}

    public static void main(String[] arguments) {
        PrintStream messages = System.out;
        // Whatever a library prints must not stand between two messages.
        System.setOut(System.err);
        System.exit(run(arguments, System.in, new MessageWriter(messages, System::nanoTime)));
    }

    /** Does one piece of work. Returns the exit code; never throws. */
    static int run(String[] arguments, InputStream in, MessageWriter writer) {
        try {
            if (arguments.length > 0) {
                throw new PipelineException(
                        ErrorCode.CONFIGURATION,
                        "Cannot start: this program takes no arguments, its request comes on standard input; use opsatc"
                                + " telemetry");
            }

            writer.end(RunMessage.of(run(in, writer)));
            return 0;
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            System.err.print(FailureTrace.of(e));
            PipelineException known = known(e);
            writer.failure(known.code(), known.getMessage());
            return known.code().exitCode();
        }
    }

    private static TelemetryOutcome run(InputStream in, MessageWriter writer) throws IOException {
        try (PlatformScope scope = Tenancy.receivePlatform(in)) {
            TelemetryRequest request = RequestReader.read(in, TelemetryRequest.class);
            ParentWatch.start(in, () -> Runtime.getRuntime().halt(ErrorCode.INTERRUPTED.exitCode()));
            TelemetryWork work = new TelemetryWork(scope, request, writer);

            return switch (request.action()) {
                case INGEST -> work.ingest();
                case RELEASE -> work.release();
                case VIEW -> work.view();
                case DEMO -> work.demo();
                case SIMULATE -> work.simulate();
            };
        }
    }

    /** The failure to report: ours, however deep the runner wrapped it, or what can be said of any other. */
    private static PipelineException known(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; depth < MOST_CAUSES; depth++) {
            if (root instanceof PipelineException known) {
                return known;
            }

            if (root instanceof OutOfMemoryError) {
                return new PipelineException(
                        ErrorCode.INTERNAL,
                        "Cannot finish: the process's memory is used up; give it more with --memory");
            }

            if (root.getCause() == null) {
                break;
            }
            root = root.getCause();
        }

        return new PipelineException(
                ErrorCode.INTERNAL,
                "Cannot finish: internal error " + root.getClass().getSimpleName()
                        + "; the log in the home's logs folder has the details");
    }
}
