package com.opsatc.tenancy.run;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.document.DocumentType;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.tenancy.scope.TenantScope;
import java.io.InputStream;
import java.util.Optional;

/**
 * What a tenant has published: one head, its signed manifest, and the documents that the manifest names.
 *
 * <p>Guarantee: the head is resolved once, so that all documents read through one value are of one run; the manifest has
 * the digest the head states and the platform's signature for this tenant; a document has the digest the manifest states.
 * Anything else is an error, never a different document.
 */
public final class Published {
    /** Ending of the file beside a manifest that holds its signature. */
    public static final String SIGNATURE_SUFFIX = ".sig";

    private final TenantScope scope;
    private final Head head;
    private final RunManifest manifest;

    private Published(TenantScope scope, Head head, RunManifest manifest) {
        this.scope = scope;
        this.head = head;
        this.manifest = manifest;
    }

    /** What readers see now; empty for a tenant that has published nothing. */
    public static Optional<Published> current(TenantScope scope) {
        return Heads.current(scope).map(head -> of(scope, head));
    }

    /** What one head of the tenant published. */
    public static Published of(TenantScope scope, Head head) {
        requireNonNull(head, "head");
        byte[] bytes = scope.store().read(head.manifestPath());
        if (!Sha256.of(bytes).equals(head.manifestSha256())) {
            throw refused(scope, "the manifest of head " + head.sequence() + " is not the one the head names");
        }

        scope.verifier().verify(bytes, scope.store().read(head.manifestPath() + SIGNATURE_SUFFIX));
        RunManifest manifest = CanonicalJson.read(bytes, RunManifest.class);
        if (!manifest.tenant().equals(scope.tenant()) || !manifest.runId().equals(head.runId())) {
            throw refused(scope, "the manifest of head " + head.sequence() + " is of another run");
        }

        return new Published(scope, head, manifest);
    }

    /**
     * What is left of a document of a head whose manifest cannot be read: authentic to the tenant and the attempt, which wrote
     * it once, and to no manifest. Empty when it is gone or damaged as well.
     */
    public static Optional<byte[]> leftOf(TenantScope scope, Head head, String name) {
        String folder = head.manifestPath().substring(0, head.manifestPath().lastIndexOf('/') + 1);
        try {
            return Optional.of(scope.store().read(folder + name));
        } catch (PipelineException e) {
            return Optional.empty();
        }
    }

    public Head head() {
        return head;
    }

    public RunManifest manifest() {
        return manifest;
    }

    /** A whole document; empty when the run has none of that name. */
    public Optional<byte[]> find(String name) {
        return entry(name).map(this::verified);
    }

    /** A whole document. */
    public byte[] document(String name) {
        return find(name).orElseThrow(() -> absent(name));
    }

    /** A document of a contract type. */
    public <T> T read(DocumentType<T> document) {
        return CanonicalJson.read(document(document.name()), document.type());
    }

    /** As {@link #read}; empty where an earlier build published the run, which had no such document. */
    public <T> Optional<T> readIfThere(DocumentType<T> document) {
        return find(document.name()).map(bytes -> CanonicalJson.read(bytes, document.type()));
    }

    /**
     * A document piece by piece, for those too large to hold. Every piece is authentic to this tenant and path; the digest of
     * the whole is checked by {@link #find} only.
     */
    public InputStream stream(String name) {
        return scope.store().stream(entry(name).orElseThrow(() -> absent(name)).path());
    }

    private Optional<RunManifest.Document> entry(String name) {
        return manifest.documents().stream()
                .filter(document -> document.name().equals(name))
                .findFirst();
    }

    private byte[] verified(RunManifest.Document document) {
        byte[] bytes = scope.store().read(document.path());
        if (bytes.length != document.bytes() || !Sha256.of(bytes).equals(document.sha256())) {
            throw refused(scope, "document " + document.name() + " is not the one the manifest names");
        }

        return bytes;
    }

    private PipelineException absent(String name) {
        return new PipelineException(
                ErrorCode.NOT_FOUND,
                "Cannot read document " + name + " of tenant " + scope.tenant() + ": run " + manifest.runId()
                        + " published none of that name");
    }

    private static PipelineException refused(TenantScope scope, String why) {
        return new PipelineException(
                ErrorCode.STORE,
                "Cannot use what tenant " + scope.tenant() + " published: " + why
                        + "; restore the store, or run the tenant again");
    }

    @Override
    public String toString() {
        return "Published[" + scope.tenant() + ", head " + head.sequence() + "]";
    }
}
