package com.opsatc.tenancy.disk;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A directory that is either wholly there, with all its files, and survives a power loss, or not there at all.
 *
 * <p>Files go to a hidden directory beside it, for their owner only; {@link #publish} gives that its name by one rename, which
 * fails when something of that name is there, an empty directory excepted. What killed processes left of the same name is
 * removed by the next to start.
 */
public final class DurableDirectory implements AutoCloseable {
    private static final AtomicLong COUNTER = new AtomicLong();

    private final Path target;
    private final Path hidden;

    private DurableDirectory(Path target, Path hidden) {
        this.target = target;
        this.hidden = hidden;
    }

    /**
     * Starts a new directory, 0700; its parent must exist.
     *
     * @throws DirectoryNotEmptyException when a directory of that name holds anything
     * @throws FileAlreadyExistsException when a file or a link has the name
     */
    public static DurableDirectory start(Path target) throws IOException {
        requireFree(target);
        discardAbandoned(target);
        Path hidden = target.resolveSibling(
                DurableFile.hiddenPrefix(target) + ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet());
        PrivateDirectory.delete(hidden);
        return new DurableDirectory(target, PrivateDirectory.create(hidden));
    }

    /**
     * A new file in it, readable by its owner only (0600); closing the stream forces its bytes to disk.
     *
     * @param name may lead into a folder of its own, which is made
     */
    public OutputStream file(String name) throws IOException {
        Path file = hidden.resolve(name);
        PrivateDirectory.create(file.getParent());
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                try (channel) {
                    channel.force(true);
                }
            }
        };
    }

    /** Gives the directory its name, durably. */
    public void publish() throws IOException {
        try (Stream<Path> below = Files.walk(hidden)) {
            for (Path directory : below.filter(Files::isDirectory).toList()) {
                PrivateDirectory.sync(directory);
            }
        }
        requireFree(target);
        Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
        PrivateDirectory.sync(target.toAbsolutePath().getParent());
    }

    /** Leaves nothing behind unless {@link #publish} succeeded; may be called again. */
    @Override
    public void close() throws IOException {
        PrivateDirectory.delete(hidden);
    }

    /** The rename replaces an empty directory, and what is no directory without asking. */
    private static void requireFree(Path target) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }

        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }

        try (Stream<Path> found = Files.list(target)) {
            if (found.findAny().isPresent()) {
                throw new DirectoryNotEmptyException(target.toString());
            }
        }
    }

    private static void discardAbandoned(Path target) throws IOException {
        String prefix = DurableFile.hiddenPrefix(target);
        try (Stream<Path> found = Files.list(target.toAbsolutePath().getParent())) {
            for (Path each : found.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .toList()) {
                if (abandoned(each.getFileName().toString().substring(prefix.length()))) {
                    PrivateDirectory.delete(each);
                }
            }
        }
    }

    /** @param rest of a hidden name, {@code <process>-<number>} */
    private static boolean abandoned(String rest) {
        return rest.matches("[0-9]{1,10}-[0-9]{1,10}")
                && ProcessHandle.of(Long.parseLong(rest.substring(0, rest.indexOf('-'))))
                        .isEmpty();
    }
}
