package com.opsatc.tenancy.database;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A socket that gives up a server which has not proved itself, or not in time, before the driver hears what it says. */
final class ProvenSocket extends Socket {
    /** More than a busy machine needs, and an end to waiting for a program that only listens. */
    private static final int ANSWER_MS = 30_000;

    private WatchedStream stream;

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new WatchedStream(super.getInputStream());
        }

        return stream;
    }

    private final class WatchedStream extends FilterInputStream {
        private final LoginWatch watch = new LoginWatch();

        WatchedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (watch.complete()) {
                return in.read(bytes, offset, length);
            }

            int read = inTime(bytes, offset, length);
            if (read > 0) {
                watch.see(bytes, offset, read);
            }
            return read;
        }

        /** Skipped bytes are seen by nobody; the driver skips none while it logs in. */
        @Override
        public long skip(long bytes) throws IOException {
            return watch.complete() ? in.skip(bytes) : 0;
        }

        private int inTime(byte[] bytes, int offset, int length) throws IOException {
            int driversOwn = getSoTimeout();
            boolean shorter = driversOwn > 0 && driversOwn <= ANSWER_MS;
            try {
                setSoTimeout(shorter ? driversOwn : ANSWER_MS);
                return in.read(bytes, offset, length);
            } catch (SocketTimeoutException e) {
                if (shorter) {
                    throw e;
                }
                throw new UnprovenServerException("it does not answer");
            } finally {
                if (!isClosed()) {
                    setSoTimeout(driversOwn);
                }
            }
        }
    }
}
