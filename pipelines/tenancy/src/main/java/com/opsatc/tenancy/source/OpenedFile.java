package com.opsatc.tenancy.source;

import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/**
 * An extract file that was opened for reading, and was found to be the listed one: a regular file of the same identity, with
 * one name only. All reading goes through the one channel, so that what is put under its name later lets nothing else in.
 *
 * <p>It is asked through its descriptor. A system without {@code /proc}, or a JVM that does not show descriptors, asks by
 * name instead, after opening.
 */
public final class OpenedFile implements Closeable {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final String STATE = "unix:nlink,ctime,lastModifiedTime,size";

    private final FileChannel channel;
    private final Path self;
    private final Map<String, Object> state;

    private OpenedFile(SourceFile file, FileChannel channel) throws IOException {
        this.channel = channel;
        Path descriptor = descriptor(channel);
        this.self = descriptor == null ? file.path() : descriptor;
        BasicFileAttributes attributes = Files.readAttributes(self, BasicFileAttributes.class, follow());
        if (!attributes.isRegularFile() || !String.valueOf(attributes.fileKey()).equals(file.identity())) {
            throw new ReplacedFileException(file.name(), null);
        }

        this.state = state();
        if (!Integer.valueOf(1).equals(state.get("nlink"))) {
            throw new LinkedFileException(file.name());
        }
    }

    static OpenedFile open(SourceFile file) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file.path(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw new ReplacedFileException(file.name(), e);
        } catch (FileSystemException e) {
            throw Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS)
                    ? e
                    : new ReplacedFileException(file.name(), e);
        } catch (IOException e) {
            // A link that is not followed has no exception of its own, and may be gone again by now.
            throw new ReplacedFileException(file.name(), e);
        }

        try {
            return new OpenedFile(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The bytes from the first; closing it closes the file. */
    public InputStream content() throws IOException {
        channel.position(0);
        return Channels.newInputStream(channel);
    }

    /** Reads from a place, without moving {@link #content()}; -1 at the end. */
    public int read(ByteBuffer into, long position) throws IOException {
        return channel.read(into, position);
    }

    public long size() throws IOException {
        return channel.size();
    }

    /** Whether nobody wrote to it, or gave it another name, since it was opened. */
    public boolean unchanged() throws IOException {
        return state().equals(state);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private Map<String, Object> state() throws IOException {
        return Files.readAttributes(self, STATE, follow());
    }

    /** The descriptor is a link to the opened file; a name is not followed. */
    private LinkOption[] follow() {
        return self.startsWith(DESCRIPTORS) ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    }

    private static Path descriptor(FileChannel channel) {
        try {
            Field outer = channel.getClass().getDeclaredField("fd");
            outer.setAccessible(true);
            Field inner = FileDescriptor.class.getDeclaredField("fd");
            inner.setAccessible(true);
            Path descriptor = DESCRIPTORS.resolve(String.valueOf(inner.getInt(outer.get(channel))));
            return Files.exists(descriptor) ? descriptor : null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
