package com.opsatc.tenancy.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One process, and one thread in it, at a time: an advisory lock on a file that the operating system drops when its holder
 * dies. Waits for as long as it takes.
 */
public final class ExclusiveFile implements AutoCloseable {
    // The operating system's lock is per process and fails, rather than waits, for a second thread.
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;
    private final FileLock lock;

    private ExclusiveFile(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Waits for the file; the same thread must not ask twice. */
    public static ExclusiveFile lock(Path file) {
        THREADS.lock();
        try {
            if (THREADS.getHoldCount() > 1) {
                throw new IllegalStateException("This thread holds an exclusive file already");
            }

            FileChannel channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return new ExclusiveFile(channel, channel.lock());
        } catch (IOException e) {
            THREADS.unlock();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            THREADS.unlock();
        }
    }
}
