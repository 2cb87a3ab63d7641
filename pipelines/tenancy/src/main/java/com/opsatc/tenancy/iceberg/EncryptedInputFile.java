package com.opsatc.tenancy.iceberg;

import com.opsatc.tenancy.store.TenantStore;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/** A stored file as Iceberg reads it. */
final class EncryptedInputFile implements InputFile {
    private static final long UNKNOWN = -1;

    private final TenantStore store;
    private final String location;
    private final String path;
    private long length;

    EncryptedInputFile(TenantStore store, String location, String path) {
        this(store, location, path, UNKNOWN);
    }

    EncryptedInputFile(TenantStore store, String location, String path, long length) {
        this.store = store;
        this.location = location;
        this.path = path;
        this.length = length;
    }

    @Override
    public long getLength() {
        if (length == UNKNOWN) {
            requireThere();
            length = store.size(path);
        }

        return length;
    }

    @Override
    public SeekableInputStream newStream() {
        requireThere();
        return new ChannelInputStream(store.open(path));
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public boolean exists() {
        return store.exists(path);
    }

    /** Iceberg tells a file that is gone, which it may look for elsewhere, from one that is broken, by this type. */
    private void requireThere() {
        if (!store.exists(path)) {
            throw new NotFoundException("Cannot read %s: there is no such file in the store", path);
        }
    }

    @Override
    public String toString() {
        return location;
    }
}
