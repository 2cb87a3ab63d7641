package com.opsatc.instrumentation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Completes the files of processes that ended without doing so: their locks are free, and nothing was added for a while. */
final class AbandonedParts {
    /** Longer than it takes a process to lock the file that it has just made. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private AbandonedParts() {}

    static void complete(Path folder, Instant now) throws IOException {
        List<Path> parts;
        try (Stream<Path> files = Files.list(folder)) {
            parts = files.filter(file -> file.toString().endsWith(Spool.PART))
                    .filter(file -> !isOwn(file))
                    .sorted()
                    .toList();
        }
        for (Path part : parts) {
            try {
                completeIfAbandoned(part, now);
            } catch (NoSuchFileException e) {
                // Its own process, or another that came by, completed it: what was wanted.
                continue;
            }
        }
    }

    /** Takes the mark of an open file from its name. */
    static void rename(Path part) throws IOException {
        String name = part.getFileName().toString();
        Files.move(
                part,
                part.resolveSibling(name.substring(0, name.length() - Spool.PART.length())),
                StandardCopyOption.ATOMIC_MOVE);
    }

    private static void completeIfAbandoned(Path part, Instant now) throws IOException {
        Instant changed =
                Files.getLastModifiedTime(part, LinkOption.NOFOLLOW_LINKS).toInstant();
        if (changed.isAfter(now.minus(QUIET))) {
            return;
        }

        try (FileChannel channel = FileChannel.open(part, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                rename(part);
            }
        }
    }

    /** Closing a second channel on a file drops the process's lock on it, so that its own files are never looked at. */
    private static boolean isOwn(Path part) {
        return part.getFileName()
                .toString()
                .matches(".*Z-" + ProcessHandle.current().pid() + "-[0-9]+[.]jsonl[.]part");
    }
}
