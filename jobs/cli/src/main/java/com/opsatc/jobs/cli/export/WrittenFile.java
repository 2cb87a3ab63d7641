package com.opsatc.jobs.cli.export;

import com.opsatc.contract.document.ExportManifest;
import com.opsatc.contract.id.Sha256;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** A file of the folder while it is written: its bytes are counted and digested on their way. */
final class WrittenFile extends FilterOutputStream {
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final MessageDigest digest = Sha256.digest();
    private long bytes;

    WrittenFile(String name, OutputStream out) {
        super(new BufferedOutputStream(out, BUFFER));
        this.name = name;
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        digest.update((byte) value);
        bytes++;
    }

    @Override
    public void write(byte[] values, int offset, int length) throws IOException {
        out.write(values, offset, length);
        digest.update(values, offset, length);
        bytes += length;
    }

    /**
     * What was written; call it once, at the end.
     *
     * @param rows null for a document as it was published
     */
    ExportManifest.ExportedFile finished(String document, Long rows) {
        return new ExportManifest.ExportedFile(name, document, rows, bytes, Sha256.finish(digest));
    }
}
