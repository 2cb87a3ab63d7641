package com.opsatc.tenancy.home;

import com.opsatc.tenancy.database.EmbeddedPostgres;
import com.opsatc.tenancy.disk.Permissions;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A private temporary folder for a home that nobody keeps: a check's, a benchmark's.
 *
 * <p>Guarantee: when its process ends, its home's server is stopped and the folder is gone, unless the process is killed
 * outright: then the next {@link #create} of that purpose on this machine does it. Other users' folders are never touched.
 */
public final class PassingFolder implements AutoCloseable {
    private final Path path;
    private final Thread onExit = new Thread(this::remove, "remove a passing folder");

    private PassingFolder(Path path) {
        this.path = path;
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /** @param purpose lower-case letters; the folder is {@code opsatc-<purpose>-<process>-<random>} where temporary files are */
    public static PassingFolder create(String purpose) {
        try {
            Path made = Files.createTempDirectory(
                    "opsatc-" + purpose + "-" + ProcessHandle.current().pid() + "-"); // 0700, as the JDK makes it
            sweep(purpose, made);

            return new PassingFolder(made.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    /** Where the home is, once there is one. */
    public Path home() {
        return home(path);
    }

    /** Stops the server and removes the folder; may be called again. */
    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            return; // the process ends already
        }
    }

    private synchronized void remove() {
        remove(path);
    }

    private static void sweep(String purpose, Path mine) throws IOException {
        Pattern name = Pattern.compile("opsatc-" + purpose + "-([0-9]{1,18})-.*");
        UserPrincipal me = Files.getOwner(mine);
        List<Path> left;
        try (Stream<Path> folders = Files.list(mine.getParent())) {
            left = folders.filter(folder -> {
                        Matcher matcher = name.matcher(folder.getFileName().toString());
                        return matcher.matches()
                                && ProcessHandle.of(Long.parseLong(matcher.group(1)))
                                        .isEmpty();
                    })
                    .toList();
        }
        for (Path folder : left) {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(me)
                    && !Permissions.openToOthers(folder)) {
                remove(folder);
            }
        }
    }

    private static void remove(Path folder) {
        try {
            Path postgres = home(folder).resolve("postgres");
            if (Files.isDirectory(postgres, LinkOption.NOFOLLOW_LINKS)) {
                EmbeddedPostgres.stop(postgres);
            }
            PrivateDirectory.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home(Path folder) {
        return folder.resolve("home");
    }
}
