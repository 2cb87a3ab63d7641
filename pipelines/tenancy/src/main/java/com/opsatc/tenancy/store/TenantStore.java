package com.opsatc.tenancy.store;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.OnlyFor;
import com.opsatc.tenancy.key.TenantKeys;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Optional;

/**
 * The one door to a tenant's bytes. Paths are relative, their first folder is a {@link DataPurpose}'s.
 *
 * <p>Guarantee: what is stored is encrypted under the tenant's key and durable once its stream is closed; what is read is
 * what was stored under that very path ({@link EncryptedFormat}); no path leaves the tenant's folder. A file is written once
 * and never changed: creating one that exists fails. Errors are {@link PipelineException}s that name path and reason.
 */
public final class TenantStore {
    private final BlobStore blobs;
    private final EncryptedFormat format;
    private final boolean writable;

    private TenantStore(BlobStore blobs, EncryptedFormat format, boolean writable) {
        this.blobs = blobs;
        this.format = format;
        this.writable = writable;
    }

    /** Opens the store of the keys' tenant, for reading and writing or for reading alone. */
    @OnlyFor("com.opsatc.tenancy.scope")
    public static TenantStore open(BlobStore blobs, TenantKeys keys, boolean writable) {
        return new TenantStore(blobs, new EncryptedFormat(keys), writable);
    }

    /** Writes bytes to a stream; may fail. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Starts a new file, published when its stream is closed. */
    public NewFile create(String path) {
        StorePath checked = new StorePath(path);
        requireWritable(checked);
        try {
            return start(checked);
        } catch (FileAlreadyExistsException e) {
            throw alreadyThere(checked);
        } catch (IOException e) {
            throw failed("write", checked, e);
        }
    }

    /** Writes a whole new file; when the body fails, nothing is left. */
    public void create(String path, Body body) {
        try (NewFile file = create(path)) {
            try {
                body.writeTo(file);
            } catch (IOException | RuntimeException | Error e) {
                file.abort();
                throw e;
            }
        } catch (IOException e) {
            throw failed("write", new StorePath(path), e);
        }
    }

    /** Writes a whole new file. */
    public void write(String path, byte[] bytes) {
        create(path, out -> out.write(bytes));
    }

    /** Opens the plaintext at any position, read-only; the caller closes it. */
    public SeekableByteChannel open(String path) {
        StorePath checked = new StorePath(path);
        try {
            return format.decrypt(
                    checked,
                    blobs.open(checked)
                            .orElseThrow(() -> new PipelineException(
                                    ErrorCode.STORE,
                                    "Cannot read " + checked + ": there is no such file in the store")));
        } catch (IOException e) {
            throw failed("read", checked, e);
        }
    }

    /** Opens the plaintext as a stream; the caller closes it. */
    public InputStream stream(String path) {
        return new BufferedInputStream(Channels.newInputStream(open(path)), 1 << 16);
    }

    /** The whole plaintext. */
    public byte[] read(String path) {
        try (InputStream in = stream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw failed("read", new StorePath(path), e);
        }
    }

    /** The number of plaintext bytes, verified. */
    public long size(String path) {
        try (SeekableByteChannel channel = open(path)) {
            return channel.size();
        } catch (IOException e) {
            throw failed("read", new StorePath(path), e);
        }
    }

    /** Whether there is a file of this path, which may yet turn out to be damaged. */
    public boolean exists(String path) {
        StorePath checked = new StorePath(path);
        try {
            Optional<SeekableByteChannel> found = blobs.open(checked);
            if (found.isPresent()) {
                found.get().close();
            }

            return found.isPresent();
        } catch (IOException e) {
            throw failed("read", checked, e);
        }
    }

    /** Deletes a file; whether there was one. */
    public boolean delete(String path) {
        StorePath checked = new StorePath(path);
        requireWritable(checked);
        try {
            return blobs.delete(checked);
        } catch (IOException e) {
            throw failed("delete", checked, e);
        }
    }

    /** The paths of all files below a folder, sorted by code unit; empty when there is no such folder. */
    public List<String> list(String path) {
        StorePath checked = new StorePath(path);
        try {
            return blobs.list(checked);
        } catch (IOException e) {
            throw failed("list", checked, e);
        }
    }

    /**
     * Deletes what killed writers left below a folder under hidden names, and says how many files that were. Only for the
     * holder of the tenant's lock: a writer at work would lose its file.
     */
    public int sweep(String path) {
        StorePath checked = new StorePath(path);
        requireWritable(checked);
        try {
            return blobs.sweep(checked);
        } catch (IOException e) {
            throw failed("sweep", checked, e);
        }
    }

    private NewFile start(StorePath path) throws IOException {
        BlobStore.Unpublished file = blobs.create(path);
        try {
            return new NewFile(path, file, format.encrypt(path, file.stream()));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void requireWritable(StorePath path) {
        if (!writable) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot write " + path + ": the scope was opened for reading; open one whose purpose is to run");
        }
    }

    static PipelineException alreadyThere(StorePath path) {
        return new PipelineException(
                ErrorCode.DISK, "Cannot write " + path + ": the file exists, and stored files are never changed");
    }

    private static PipelineException failed(String action, StorePath path, IOException cause) {
        return new PipelineException(
                ErrorCode.DISK,
                "Cannot " + action + " " + path + ": " + cause.getClass().getSimpleName()
                        + "; check the disk that holds the home",
                cause);
    }

    @Override
    public String toString() {
        return writable ? "TenantStore[writable]" : "TenantStore[read-only]";
    }
}
