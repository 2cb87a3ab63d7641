package com.opsatc.telemetry.input;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a file that begin within a range of its bytes.
 *
 * @param start of the range, in bytes from the file's start
 * @param end of the range, exclusive
 * @param fileBytes where the file ended when it was first looked at; the range's last line may reach up to there
 * @param knownBytes how many bytes, from the file's start, an earlier ingest has read
 */
public record FilePart(String path, boolean gzip, long start, long end, long fileBytes, long knownBytes) {
    private static final int BUFFER_BYTES = 1 << 16;

    public FilePart {
        requireNonNull(path, "path");
        if (start < 0 || end < start || (gzip && start > 0)) {
            throw new IllegalArgumentException("Invalid part of a file: the range is not within it");
        }
    }

    /** Takes each line that is not blank. */
    @FunctionalInterface
    public interface LineTaker {
        void take(LineReader line, boolean seenBefore) throws IOException;
    }

    /** @throws PipelineException (store) when the file cannot be read, or has become shorter */
    public void eachLine(LineTaker taker) {
        // One byte early: it tells whether a line begins at the start of the range.
        long from = Math.max(0, start - 1);
        try (FileChannel channel = OpenFile.underEitherName(Path.of(path), named -> FileChannel.open(named))) {
            channel.position(from);
            UpTo raw = new UpTo(Channels.newInputStream(channel), fileBytes - from);
            LineReader lines = new LineReader(gzip ? new GZIPInputStream(raw, BUFFER_BYTES) : raw);
            if (start > 0) {
                lines.pass();
            }
            while (from + lines.nextStart() < end && lines.next()) {
                if (from + lines.start() >= end) {
                    return; // blank lines led out of the range
                }
                taker.take(lines, from + lines.end() <= knownBytes);
            }
            raw.requireWhole();
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.STORE,
                    "Cannot read telemetry file " + path + ": it is not readable, or became shorter while it was read;"
                            + " ingest files that nobody rewrites",
                    e);
        }
    }

    /** The first bytes of a stream. */
    private static final class UpTo extends InputStream {
        private final InputStream in;
        private long left;
        private boolean ended;

        private UpTo(InputStream in, long bytes) {
            this.in = in;
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }

            int count = in.read(bytes, offset, (int) Math.min(length, left));
            ended = count < 0;
            left -= Math.max(0, count);
            return count;
        }

        /** More members may follow in a gzip file as long as there are bytes: its reader asks here. */
        @Override
        public int available() {
            return (int) Math.min(left, Integer.MAX_VALUE);
        }

        private void requireWhole() throws IOException {
            if (ended) {
                throw new IOException("shorter than before");
            }
        }
    }
}
