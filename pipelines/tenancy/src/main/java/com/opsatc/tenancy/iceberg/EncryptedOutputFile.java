package com.opsatc.tenancy.iceberg;

import com.opsatc.tenancy.store.NewFile;
import com.opsatc.tenancy.store.TenantStore;
import java.io.IOException;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/** A stored file as Iceberg writes it: once, under a name that it makes unique. */
final class EncryptedOutputFile implements OutputFile {
    private final TenantStore store;
    private final String location;
    private final String path;

    EncryptedOutputFile(TenantStore store, String location, String path) {
        this.store = store;
        this.location = location;
        this.path = path;
    }

    @Override
    public PositionOutputStream create() {
        if (store.exists(path)) {
            throw new AlreadyExistsException("Cannot write %s: the file exists", path);
        }

        return new NewFileStream(store.create(path));
    }

    /** As {@link #create}: Iceberg asks for this where its names are unique, and stored files are never changed. */
    @Override
    public PositionOutputStream createOrOverwrite() {
        return create();
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public InputFile toInputFile() {
        return new EncryptedInputFile(store, location, path);
    }

    @Override
    public String toString() {
        return location;
    }

    private static final class NewFileStream extends PositionOutputStream {
        private final NewFile file;

        NewFileStream(NewFile file) {
            this.file = file;
        }

        /** Plaintext bytes written, which is what Iceberg records as the file's length. */
        @Override
        public long getPos() {
            return file.written();
        }

        @Override
        public void write(int value) throws IOException {
            file.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            file.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
