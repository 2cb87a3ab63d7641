package com.opsatc.tenancy.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * The plaintext of one stored file, at any position. A segment that does not verify is refused with the path and the
 * reason instead of the cipher's own words. Closing twice is closing once.
 */
final class VerifiedChannel implements SeekableByteChannel {
    static final String ALTERED = "it was altered, cut, extended or moved after it was written";

    private final StorePath path;
    private final SeekableByteChannel plain;

    VerifiedChannel(StorePath path, SeekableByteChannel plain) {
        this.path = path;
        this.plain = plain;
    }

    /** Decrypts the last segment, in which the end of the file is marked. */
    void checkEnd() throws IOException {
        plain.position(Math.max(0, plain.size() - 1));
        read(ByteBuffer.allocate(1));
        plain.position(0);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!target.hasRemaining()) {
            return 0;
        }

        int count;
        try {
            count = plain.read(target);
        } catch (IOException e) {
            throw EncryptedFormat.refused(path, ALTERED);
        }

        // The cipher returns nothing when the bytes under it end early: the file was cut after it was opened.
        if (count == 0) {
            throw EncryptedFormat.refused(path, ALTERED);
        }

        return count;
    }

    @Override
    public long position() throws IOException {
        return plain.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        plain.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return plain.size();
    }

    @Override
    public boolean isOpen() {
        return plain.isOpen();
    }

    @Override
    public void close() throws IOException {
        if (plain.isOpen()) {
            plain.close();
        }
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
