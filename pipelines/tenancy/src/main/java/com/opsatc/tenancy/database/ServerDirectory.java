package com.opsatc.tenancy.database;

import com.opsatc.tenancy.disk.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the home's {@code postgres} folder knows about the server: data, place, port, process, log.
 *
 * <p>A copy of the folder has the original's pid file, which names a process that runs, and on other data: a process counts
 * only when its working directory is this data folder, as that of a postmaster is.
 */
record ServerDirectory(Path root) {
    private static final int FOLDER_LINE = 1;
    private static final int START_LINE = 2;
    private static final int PORT_LINE = 3;
    private static final int SECONDS_APART = 60;

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

    /** Whether the data lies where {@link #rememberPlace} was called last, and is no copy; a renamed folder has not moved. */
    boolean atItsPlace() throws IOException {
        Path file = root.resolve("place");
        return initialised()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.readString(file, StandardCharsets.UTF_8).equals(place());
    }

    void rememberPlace() throws IOException {
        DurableFile.replace(root.resolve("place"), place().getBytes(StandardCharsets.UTF_8));
    }

    /** The port of the server that runs on this data, if one does. */
    OptionalInt runningPort() throws IOException {
        List<String> lines = pidFile();
        return server().isPresent() && lines.size() > PORT_LINE ? number(lines.get(PORT_LINE)) : OptionalInt.empty();
    }

    /**
     * The server that runs on this data.
     *
     * <p>The server's own pid file may be left by a killed server, or copied with the folder, and its process id may belong to
     * anyone by now: only a live process that runs a program called postgres in this data folder counts.
     */
    Optional<ProcessHandle> server() throws IOException {
        List<String> lines = pidFile();
        OptionalInt pid = lines.size() <= START_LINE ? OptionalInt.empty() : number(lines.get(0));
        Optional<ProcessHandle> process = pid.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(pid.getAsInt()).filter(ServerDirectory::runsPostgres);
        return process.isPresent() && runsHere(process.get(), lines.get(START_LINE)) ? process : Optional.empty();
    }

    /** Whether the running server was started before this folder got its name: it no longer finds its own programs. */
    boolean renamed() throws IOException {
        List<String> lines = pidFile();
        Path started = Path.of(lines.size() > FOLDER_LINE ? lines.get(FOLDER_LINE) : "");
        return server().isPresent() && !(Files.exists(started) && Files.isSameFile(started, data()));
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

    /** Where the system does not say (macOS), by the place of the data and the time at which the process was started. */
    private boolean runsHere(ProcessHandle process, String started) throws IOException {
        Path folder = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return Files.isSameFile(folder, data());
        } catch (IOException e) {
            OptionalInt recorded = number(started);
            return recorded.isPresent()
                    && atItsPlace()
                    && process.info()
                            .startInstant()
                            .filter(start -> Math.abs(start.getEpochSecond() - recorded.getAsInt()) <= SECONDS_APART)
                            .isPresent();
        }
    }

    /** The file system's own name of the data folder, which no copy of it has. */
    private String place() throws IOException {
        Object key = Files.readAttributes(data(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
        return key + "\n";
    }

    private static boolean runsPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    private static OptionalInt number(String text) {
        String digits = text.strip();
        return digits.matches("[0-9]{1,10}")
                ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, Long.parseLong(digits)))
                : OptionalInt.empty();
    }
}
