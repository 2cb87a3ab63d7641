package com.opsatc.tenancy.postgres;

import com.opsatc.tenancy.disk.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the home's {@code postgres} folder knows about the server: data, port, process, log. */
record ServerDirectory(Path root) {
    private static final int PORT_LINE = 3;

    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("server.log");
    }

    Path lock() {
        return root.resolve("lock");
    }

    boolean initialised() {
        return Files.isRegularFile(data().resolve("PG_VERSION"), LinkOption.NOFOLLOW_LINKS);
    }

    /** The port that the server last listened on. */
    OptionalInt port() throws IOException {
        Path file = root.resolve("port");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return OptionalInt.empty();
        }

        return number(Files.readString(file, StandardCharsets.US_ASCII));
    }

    void rememberPort(int port) throws IOException {
        DurableFile.replace(root.resolve("port"), Integer.toString(port).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The port of the server that runs on this data, if one does.
     *
     * <p>The server's own pid file may be left by a killed server, and its process id may belong to anyone by now: only a
     * live process that runs a program called postgres counts.
     */
    OptionalInt runningPort() throws IOException {
        List<String> lines = pidFile();
        return server().isPresent() && lines.size() > PORT_LINE ? number(lines.get(PORT_LINE)) : OptionalInt.empty();
    }

    /** The running server. */
    Optional<ProcessHandle> server() throws IOException {
        List<String> lines = pidFile();
        OptionalInt pid = lines.isEmpty() ? OptionalInt.empty() : number(lines.get(0));
        return pid.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(pid.getAsInt()).filter(ServerDirectory::runsPostgres);
    }

    /** Removes the pid file of a server that is gone, which would keep a new one from starting. */
    void forgetDeadServer() throws IOException {
        if (server().isEmpty()) {
            Files.deleteIfExists(data().resolve("postmaster.pid"));
        }
    }

    private List<String> pidFile() throws IOException {
        Path file = data().resolve("postmaster.pid");
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Files.readAllLines(file, StandardCharsets.UTF_8)
                : List.of();
    }

    private static boolean runsPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    private static OptionalInt number(String text) {
        String digits = text.strip();
        return digits.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }
}
