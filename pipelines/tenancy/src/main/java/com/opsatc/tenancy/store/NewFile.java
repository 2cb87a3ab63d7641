package com.opsatc.tenancy.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;

/**
 * A stored file being written. {@link #close} encrypts the rest and publishes it, durably; after a failed write or {@link
 * #abort} nothing is left. Closing twice is closing once. Not safe for use by two threads.
 */
public final class NewFile extends OutputStream {
    private final StorePath path;
    private final BlobStore.Unpublished file;
    private final OutputStream encrypted;
    private long written;
    private boolean failed;
    private boolean closed;

    NewFile(StorePath path, BlobStore.Unpublished file, OutputStream encrypted) {
        this.path = path;
        this.file = file;
        this.encrypted = encrypted;
    }

    /** How many plaintext bytes were written. */
    public long written() {
        return written;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("Cannot write " + path + ": it is closed");
        }

        failed = true; // until the write returns
        encrypted.write(bytes, offset, length);
        failed = false;
        written += length;
    }

    /** Drops the file: nothing is published. */
    public void abort() throws IOException {
        failed = true;
        close();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }

        closed = true;
        try (file) {
            if (!failed) {
                encrypted.close();
                file.publish();
            }
        } catch (FileAlreadyExistsException e) {
            throw TenantStore.alreadyThere(path);
        }
    }
}
