package com.opsatc.telemetry.input;

import com.opsatc.tenancy.home.Home;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Files that a process may still add lines to: their names end in {@link Home#OPEN_SPOOL_FILE}, which is taken off when they are
 * complete. What is read of one is its whole lines; the rest of the last line may not be written yet.
 */
final class OpenFile {
    private static final int BLOCK_BYTES = 1 << 16;

    private OpenFile() {}

    /** Reads a file, whose name is given. */
    @FunctionalInterface
    interface Reading<T> {
        T read(Path path) throws IOException;
    }

    static boolean isOpen(Path path) {
        return path.toString().endsWith(Home.OPEN_SPOOL_FILE);
    }

    /**
     * Reads a file by its name, or by the one that it has once it is complete, which can be at any moment.
     *
     * @throws NoSuchFileException when there is neither
     */
    static <T> T underEitherName(Path path, Reading<T> reading) throws IOException {
        try {
            return reading.read(path);
        } catch (NoSuchFileException e) {
            if (!isOpen(path)) {
                throw e;
            }

            String name = path.toString();
            return reading.read(Path.of(name.substring(0, name.length() - Home.OPEN_SPOOL_FILE.length())));
        }
    }

    /** How many bytes the whole lines take, line ends included; 0 when there is no line end. */
    static long wholeLineBytes(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
            for (long end = channel.size(); end > 0; end -= block.capacity()) {
                long start = Math.max(0, end - block.capacity());
                block.clear().limit((int) (end - start));
                while (block.hasRemaining() && channel.read(block, start + block.position()) > 0) {}
                for (int i = block.position() - 1; i >= 0; i--) {
                    if (block.get(i) == '\n') {
                        return start + i + 1;
                    }
                }
            }
            return 0;
        }
    }
}
