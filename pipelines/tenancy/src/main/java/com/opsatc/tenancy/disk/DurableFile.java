package com.opsatc.tenancy.disk;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file that is either wholly there, and survives a power loss, or not there at all.
 *
 * <p>Bytes go to a hidden name in the same directory; {@link #publish} forces them to disk, links them to the final name,
 * which fails when that exists, removes the hidden name, and forces the directory. Not safe for use by two threads.
 */
public final class DurableFile implements AutoCloseable {
    private static final AtomicLong COUNTER = new AtomicLong();

    private final Path target;
    private final Path hidden;
    private final FileChannel channel;

    private DurableFile(Path target, Path hidden, FileChannel channel) {
        this.target = target;
        this.hidden = hidden;
        this.channel = channel;
    }

    /** Starts a new file, readable by its owner only (0600); the directory must exist. */
    public static DurableFile start(Path target) throws IOException {
        while (true) {
            Path hidden = target.resolveSibling(
                    hiddenPrefix(target) + ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet());
            try {
                return new DurableFile(target, hidden, openNew(hidden));
            } catch (FileAlreadyExistsException e) {
                continue; // left by a process that was killed and had the same id
            }
        }
    }

    /** Writes a whole new file; fails with {@link java.nio.file.FileAlreadyExistsException} when the name is taken. */
    public static void create(Path target, byte[] bytes) throws IOException {
        try (DurableFile file = start(target)) {
            file.stream().write(bytes);
            file.publish();
        }
    }

    /** Writes a whole file in place of whatever had the name. */
    public static void replace(Path target, byte[] bytes) throws IOException {
        try (DurableFile file = start(target)) {
            file.stream().write(bytes);
            file.channel.force(true);
            file.channel.close();
            Files.move(file.hidden, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            PrivateDirectory.sync(parent(target));
        }
    }

    /** What every hidden name of this target starts with. */
    public static String hiddenPrefix(Path target) {
        return "." + target.getFileName() + ".";
    }

    /** Where the bytes go. Closing the stream ends nothing: the bytes are not forced to disk yet. */
    public OutputStream stream() {
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {}
        };
    }

    /** Gives the bytes their name, durably. */
    public void publish() throws IOException {
        channel.force(true);
        channel.close();
        Files.createLink(target, hidden);
        Files.delete(hidden);
        PrivateDirectory.sync(parent(target));
    }

    /** Leaves nothing behind unless {@link #publish} succeeded; may be called again. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(hidden);
    }

    private static FileChannel openNew(Path hidden) throws IOException {
        return FileChannel.open(
                hidden,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static Path parent(Path target) {
        Path parent = target.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
