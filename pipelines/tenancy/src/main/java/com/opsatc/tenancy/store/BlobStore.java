package com.opsatc.tenancy.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;

/**
 * The raw, encrypted files of one owner, wherever a backend keeps them. Nothing here is decrypted or trusted: {@link
 * TenantStore} does that.
 *
 * <p>Guarantee of every backend: a file is there whole and durably, or not at all; it is never changed; a path names a file of
 * this owner and no other.
 */
public interface BlobStore {
    /**
     * Starts a new file, of which nothing is left unless it is published.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is one of this path; publishing fails so when another was first
     */
    Unpublished create(StorePath path) throws IOException;

    /** Opens a file at any position, read-only; the caller closes it. Empty when there is none. */
    Optional<SeekableByteChannel> open(StorePath path) throws IOException;

    /** Deletes a file; whether there was one. */
    boolean delete(StorePath path) throws IOException;

    /** The paths of all files below a folder, sorted by code unit; empty when there is no such folder. */
    List<String> list(StorePath folder) throws IOException;

    /** Deletes what writers that were killed left below a folder; how many files that were. */
    int sweep(StorePath folder) throws IOException;

    /** A file that is being written. */
    interface Unpublished extends Closeable {
        /** Where the bytes go; closing it ends nothing. */
        OutputStream stream();

        /** Gives the bytes their path, durably. */
        void publish() throws IOException;
    }
}
