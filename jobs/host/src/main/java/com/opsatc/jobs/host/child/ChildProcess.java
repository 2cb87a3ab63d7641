package com.opsatc.jobs.host.child;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.run.ProgressEvent;
import com.opsatc.contract.run.RunMessage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One piece of work in a process of its own.
 *
 * <p>The child gets a scope and a request on its standard input, which stays open until it ends: if this process dies, so
 * does the child. Interrupted, this process kills the child before it ends, unless the child has a deadline.
 */
final class ChildProcess {
    private static final long KILL_SECONDS = 10;

    private final ChildJvm jvm;
    private final Path log;
    private final String undone;

    /**
     * @param log file that takes the child's standard error; created for its owner only
     * @param undone what an interrupt leaves, for the message, e.g. {@code nothing was published}
     */
    ChildProcess(ChildJvm jvm, Path log, String undone) {
        this.jvm = requireNonNull(jvm, "jvm");
        this.log = requireNonNull(log, "log");
        this.undone = requireNonNull(undone, "undone");
    }

    /** Writes the scope that the child works in; may fail. */
    @FunctionalInterface
    interface HandOver {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Runs to the end, and removes the scratch folder.
     *
     * @return the child's last message, which is no failure
     * @throws PipelineException with the child's own code and message when it failed
     */
    RunMessage run(Path scratch, HandOver scope, Object request, Consumer<ProgressEvent> progress) {
        try (ScratchFolder folder =
                ScratchFolder.create(scratch.getParent(), scratch.getFileName().toString())) {
            Process process = start(scratch);
            if (!jvm.limits().hearsInterrupts()) {
                return untilDeadline(process, scope, request, progress);
            }

            Thread onInterrupt = new Thread(() -> end(process, folder), "kill the child");
            try {
                remember(onInterrupt);

                return outcome(process, talk(process, scope, request, progress));
            } finally {
                process.destroyForcibly();
                forget(onInterrupt);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunMessage untilDeadline(
            Process process, HandOver scope, Object request, Consumer<ProgressEvent> progress) {
        Duration deadline = jvm.limits().deadline();
        AtomicBoolean over = new AtomicBoolean();
        process.onExit()
                .completeOnTimeout(null, deadline.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(ended -> {
                    if (ended == null) {
                        over.set(true);
                        process.destroyForcibly();
                    }
                });
        try {
            return outcome(process, talk(process, scope, request, progress));
        } catch (PipelineException e) {
            if (!over.get()) {
                throw e;
            }

            throw new PipelineException(
                    ErrorCode.INTERRUPTED,
                    "Interrupted: it took longer than its deadline of " + Humane.duration(deadline.toMillis() * 1000)
                            + "; " + undone,
                    e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Path scratch) throws IOException {
        createLog();

        return jvm.builder(scratch)
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
            Process process, HandOver scope, Object request, Consumer<ProgressEvent> progress) {
        try (OutputStream toChild = process.getOutputStream()) {
            try {
                scope.writeTo(toChild);
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

    private RunMessage outcome(Process process, Optional<RunMessage> end) {
        int code = exitCode(process);
        if (end.isPresent() && end.get().failure() != null) {
            RunMessage.Failure failure = end.get().failure();
            throw new PipelineException(failure.code(), failure.message());
        }

        if (code == 0 && end.isPresent()) {
            return end.get();
        }

        if (code == ErrorCode.INTERRUPTED.exitCode()) {
            throw new PipelineException(ErrorCode.INTERRUPTED, "Interrupted: " + undone);
        }

        throw new PipelineException(
                ErrorCode.INTERNAL,
                "Cannot finish: the run's process ended with code " + code + " and without a result; its log is "
                        + log);
    }

    private int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PipelineException(ErrorCode.INTERRUPTED, "Interrupted: " + undone, e);
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

    /** What is started after an interrupt would be killed by nobody. */
    private void remember(Thread hook) {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw new PipelineException(ErrorCode.INTERRUPTED, "Interrupted: " + undone, e);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the shutdown that the hook waits for has begun
        }
    }
}
