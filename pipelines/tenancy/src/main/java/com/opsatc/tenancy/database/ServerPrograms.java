package com.opsatc.tenancy.database;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the server's programs with an environment of its own.
 *
 * <p>The server refuses to run as root. As root the programs run in a new user namespace ({@code unshare -U}): there they
 * are nobody, while every file stays root's, so that the home keeps its owner and its 0700 and no second user may enter it.
 * Where the kernel forbids that, the error says to use an ordinary user or a server of one's own.
 */
final class ServerPrograms {
    private static final int SECONDS = 120;

    private final Path binaries;
    private final Path log;

    ServerPrograms(Path binaries, Path log) throws IOException {
        this.binaries = binaries;
        this.log = log;
        if (!Files.exists(log)) {
            Files.createFile(log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    /** Runs a program to its end; whether it succeeded. What it says goes to a log in the home. */
    boolean run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (new UnixSystem().getUid() == 0) {
            command.addAll(List.of(unshare(), "-U"));
        }

        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(binaries.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        builder.environment().put("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
        return await(builder.start());
    }

    private static boolean await(Process process) throws IOException {
        try {
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }

            process.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new InterruptedIOException("interrupted while a server program ran");
        }
    }

    private static String unshare() {
        for (String place : List.of("/usr/bin/unshare", "/bin/unshare")) {
            if (Files.isExecutable(Path.of(place))) {
                return place;
            }
        }

        throw new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot start the embedded database as root: the server refuses root and unshare (util-linux) is missing;"
                        + " run as an ordinary user, or use a server of your own by URL");
    }
}
