package com.opsatc.process.publish;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.store.TenantStore;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The documents of one attempt: each is written once through the tenant's store, and listed with the digest of its
 * plaintext. They are part of a run only when a manifest that a head names lists them.
 */
public final class DocumentFolder {
    public static final String JSON = "application/json";
    public static final String HTML = "text/html; charset=utf-8";
    static final String TEXT = "text/plain; charset=utf-8";
    public static final String ARROW = "application/vnd.apache.arrow.stream";

    private final TenantStore store;
    private final String folder;
    private final List<RunManifest.Document> written = new ArrayList<>();

    public DocumentFolder(TenantStore store, String attempt) {
        this.store = store;
        this.folder = "documents/" + attempt + "/";
    }

    public void bytes(String name, String mediaType, byte[] bytes) {
        store.write(folder + name, bytes);
        written.add(new RunManifest.Document(name, folder + name, mediaType, bytes.length, Sha256.of(bytes)));
    }

    /** Writes a document piece by piece; when the body fails, nothing of it is left. */
    public void stream(String name, String mediaType, TenantStore.Body body) {
        MessageDigest digest = Sha256.digest();
        long[] count = new long[1];
        store.create(folder + name, out -> body.writeTo(counting(new DigestOutputStream(out, digest), count)));
        written.add(new RunManifest.Document(name, folder + name, mediaType, count[0], Sha256.finish(digest)));
    }

    /** Writes what storage needs and no reader is shown: where it is, and its digest, for the manifest. */
    public RunManifest.Document storage(String name, byte[] bytes) {
        store.write(folder + name, bytes);
        return new RunManifest.Document(name, folder + name, TEXT, bytes.length, Sha256.of(bytes));
    }

    /** Writes what lies beside the documents and is named by nothing: it may be missing or damaged. */
    public void beside(String name, byte[] bytes) {
        store.write(folder + name, bytes);
    }

    /** What was written, by name. */
    public List<RunManifest.Document> documents() {
        return written.stream()
                .sorted(Comparator.comparing(RunManifest.Document::name))
                .toList();
    }

    String path(String name) {
        return folder + name;
    }

    private static OutputStream counting(OutputStream out, long[] count) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
                count[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                count[0] += length;
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }
        };
    }
}
