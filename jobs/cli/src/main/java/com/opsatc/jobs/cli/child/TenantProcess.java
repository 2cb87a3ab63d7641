package com.opsatc.jobs.cli.child;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.CanonicalJson;
import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.contract.TenantId;
import com.opsatc.contract.run.ProgressEvent;
import com.opsatc.contract.run.RunMessage;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.tenancy.Tenancy;
import com.opsatc.tenancy.TenantScope;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One tenant's run in a process of its own.
 *
 * <p>The child gets its tenant's scope and the request on its standard input, which stays open until it ends: if this
 * process dies, so does the child. Interrupted, this process kills the child before it ends.
 */
public final class TenantProcess {
    private static final long KILL_SECONDS = 10;

    private final Installation installation;
    private final Path log;
    private final int memoryMebi;

    /**
     * @param log file that takes the child's standard error; created for its owner only
     * @param memoryMebi the child's heap in MiB
     */
    public TenantProcess(Installation installation, Path log, int memoryMebi) {
        this.installation = requireNonNull(installation, "installation");
        this.log = requireNonNull(log, "log");
        this.memoryMebi = memoryMebi;
    }

    /**
     * Where a run keeps its files.
     *
     * @param temporary the home's folder of scratch space
     * @param locked the caller holds the tenant's lock: then the tenant's earlier folders belong to nobody any more
     */
    public static Path scratch(Path temporary, TenantId tenant, String attempt, boolean locked) {
        // A tenant's name has no dot, so that no prefix is another tenant's.
        String prefix = tenant + (locked ? ".run." : ".look.");
        if (locked) {
            ScratchFolder.sweep(temporary, prefix);
        }

        return temporary.resolve(prefix + attempt);
    }

    /**
     * Runs to the end.
     *
     * @param inputBytes size of the extracts, which decides how the child's code is compiled
     * @throws PipelineException with the child's own code and message when it failed
     */
    public RunOutcome run(TenantScope scope, RunRequest request, long inputBytes, Consumer<ProgressEvent> progress) {
        Path scratch = Path.of(request.scratch());
        try (ScratchFolder folder =
                ScratchFolder.create(scratch.getParent(), scratch.getFileName().toString())) {
            Process process = start(request, inputBytes);
            Thread onInterrupt = new Thread(() -> end(process, folder), "kill the run");
            Runtime.getRuntime().addShutdownHook(onInterrupt);
            try {
                return outcome(process, talk(process, scope, request, progress));
            } finally {
                process.destroyForcibly();
                forget(onInterrupt);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(RunRequest request, long inputBytes) throws IOException {
        createLog();

        return ChildJvm.builder(installation, request, inputBytes, memoryMebi)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void createLog() throws IOException {
        try {
            Files.createFile(log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            return; // two attempts of one name: both are kept
        }
    }

    private static Optional<RunMessage> talk(
            Process process, TenantScope scope, RunRequest request, Consumer<ProgressEvent> progress)
            throws IOException {
        try (OutputStream toChild = process.getOutputStream()) {
            try {
                Tenancy.handOver(scope, toChild);
                byte[] json = CanonicalJson.write(request);
                DataOutputStream data = new DataOutputStream(toChild);
                data.writeInt(json.length);
                data.write(json);
                data.flush();
            } catch (IOException e) {
                // The child ended before it read all; what it said about that is more useful than a broken pipe.
                return new MessageReader(process.getInputStream()).readAll(progress);
            }

            return new MessageReader(process.getInputStream()).readAll(progress);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private RunOutcome outcome(Process process, Optional<RunMessage> end) {
        int code = exitCode(process);
        if (end.isPresent() && end.get().failure() != null) {
            RunMessage.Failure failure = end.get().failure();
            throw new PipelineException(failure.code(), failure.message());
        }

        if (code == 0 && end.isPresent()) {
            return end.get().outcome();
        }

        if (code == ErrorCode.INTERRUPTED.exitCode()) {
            throw new PipelineException(ErrorCode.INTERRUPTED, "Interrupted: nothing was published");
        }

        throw new PipelineException(
                ErrorCode.INTERNAL,
                "Cannot finish: the run's process ended with code " + code + " and without a result; its log is "
                        + log);
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PipelineException(ErrorCode.INTERRUPTED, "Interrupted: nothing was published", e);
        }
    }

    private static void end(Process process, ScratchFolder folder) {
        process.destroyForcibly();
        try {
            process.waitFor(KILL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        folder.close();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the shutdown that the hook waits for has begun
        }
    }
}
